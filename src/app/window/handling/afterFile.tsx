import { afterSummaryOf } from '../../../domain/afterwards.ts';
import type { Case } from '../../../domain/case.ts';
import { REVOCATION_REASONS } from '../../../domain/reasons.ts';
import { isComplete } from '../../../domain/rules.ts';
import { Badge } from '../../parts/badge.tsx';
import { dateInFull } from '../../parts/dates.ts';
import styles from '../case/case.module.css';
import { useBench } from '../desk.tsx';
import { fieldInWords, paperNameIn, valueInWords } from '../papers/afterWords.ts';
import { afterBadges } from '../start/afterBadges.ts';
import { Entry } from './entry.tsx';
import { deliveryWords, sealWords } from './words.ts';

/** What came after the end: whether promises were kept, a revocation. */
export function AfterFile({ found }: { readonly found: Case }) {
  const { rules } = useBench();
  const version = rules.guide(found.guide, found.guideVersion);
  const guide = isComplete(version) ? version : undefined;
  const { promiseChecks = [], revocation, rectifications = [] } = found;
  return (
    <>
      {rectifications.map((one, at) => (
        <Entry key={at} heading={`更正：${fieldInWords(one.field, found, guide)}`} by={one} text={one.text}>
          <dl class={styles.facts}>
            <div>
              <dt>原来写的</dt>
              <dd>{valueInWords(one.field, one.was)}</dd>
            </div>
            <div>
              <dt>更正为</dt>
              <dd>{valueInWords(one.field, one.now)}</dd>
            </div>
          </dl>
        </Entry>
      ))}
      {promiseChecks.map((one, at) => (
        <Entry
          key={at}
          heading={
            one.met
              ? '核查承诺：都履行了'
              : one.mendBy
                ? `核查承诺：没有履行，责令${dateInFull(one.mendBy)}前整改`
                : '核查承诺：整改后仍没有履行'
          }
          by={one}
          text={one.text}
        >
          {one.lines.length > 0 && (
            <ul>
              {one.lines.map((id) => (
                <li key={id}>{paperNameIn(guide, id)}</li>
              ))}
            </ul>
          )}
        </Entry>
      ))}
      {revocation && (
        <Entry
          heading={`撤销：${REVOCATION_REASONS.find((one) => one.code === revocation.reason)?.label ?? revocation.reason}`}
          by={revocation}
          text={revocation.text}
        />
      )}
      {revocation?.sealing && (
        <Entry
          heading={`撤销决定已用印：${sealWords[revocation.sealing.seal]}，${revocation.sealing.copies} 份`}
          by={revocation.sealing}
          text={revocation.sealing.text}
        />
      )}
      {revocation?.delivery && (
        <Entry
          heading={`撤销决定已送达：${deliveryWords[revocation.delivery.way]}，${revocation.delivery.receiver}签收`}
          by={revocation.delivery}
          text={revocation.delivery.post ?? revocation.delivery.witness ?? ''}
        />
      )}
    </>
  );
}

/** What is still to be done after the end, in one line; nothing where nothing is. */
export function AfterLine({ found }: { readonly found: Case }) {
  const { today } = useBench();
  const badges = afterBadges(afterSummaryOf(found), today);
  if (badges.length === 0) return null;
  return (
    <p class={styles.where}>
      {badges.map(({ word, kind }) => (
        <Badge key={word} kind={kind} word={word} />
      ))}
    </p>
  );
}
