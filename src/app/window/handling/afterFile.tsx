import { afterSummaryOf, type Revocation } from '../../../domain/afterwards.ts';
import type { Case } from '../../../domain/case.ts';
import type { HandedOver, HandOff } from '../../../domain/handOff.ts';
import { REVOCATION_REASONS } from '../../../domain/reasons.ts';
import { guideIn } from '../../../domain/rules.ts';
import { Badge } from '../../parts/badge.tsx';
import { dateInFull, limitInWords } from '../../parts/dates.ts';
import styles from '../case/case.module.css';
import { useBench } from '../desk.tsx';
import { fieldInWords, paperNameIn, valueInWords } from '../papers/afterWords.ts';
import { afterBadges } from '../start/afterBadges.ts';
import { Entry, SignedOnScreen } from './entry.tsx';
import { deliveryWords, sealWords } from './words.ts';

/** What came after the end: whether promises were kept, a revocation. */
export function AfterFile({ found }: { readonly found: Case }) {
  const { rules } = useBench();
  const guide = guideIn(rules, found);
  const pending = rules.item(found.item)?.supervision?.confirmation === 'pending';
  const { promiseChecks = [], revocation, rectifications = [], handOffs = [] } = found;
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
      {handOffs.map((one, at) => (
        <HandOffEntries key={at} one={one} pending={pending} />
      ))}
      {revocation && <RevocationEntries found={found} revocation={revocation} />}
    </>
  );
}

function RevocationEntries(props: { readonly found: Case; readonly revocation: Revocation }) {
  const { found, revocation } = props;
  return (
    <>
      <Entry
        heading={`撤销：${REVOCATION_REASONS.find((one) => one.code === revocation.reason)?.label ?? revocation.reason}`}
        by={revocation}
        text={revocation.text}
      />
      {revocation.sealing && (
        <Entry
          heading={`撤销决定已用印：${sealWords[revocation.sealing.seal]}，${revocation.sealing.copies} 份`}
          by={revocation.sealing}
          text={revocation.sealing.text}
        />
      )}
      {revocation.delivery && (
        <Entry
          heading={`撤销决定已送达：${deliveryWords[revocation.delivery.way]}，${revocation.delivery.receiver}签收`}
          by={revocation.delivery}
          text={revocation.delivery.post ?? revocation.delivery.witness ?? ''}
        >
          <SignedOnScreen found={found} of="revocation" />
        </Entry>
      )}
    </>
  );
}

const HANDED: Readonly<Record<HandedOver, string>> = {
  granted: '准予的结果',
  refused: '不予的结果',
  revoked: '撤销的决定',
};

function HandOffEntries({ one, pending }: { readonly one: HandOff; readonly pending: boolean }) {
  const { rules } = useBench();
  const { what, to, claimBy, answerBy, claimed, answered, over } = one;
  return (
    <>
      <Entry
        heading={`审管衔接：${HANDED[what]}已推送${rules.office(to)?.shortName ?? to}`}
        by={one}
        text={
          over
            ? `${dateInFull(over)}有了新的结果，这一次不用再反馈。`
            : `${limitInWords(claimBy)}前签收，${limitInWords(answerBy)}前反馈。`
        }
      >
        {pending && <p class={styles.quiet}>推送给谁、几天内签收和反馈，待部门核定。</p>}
      </Entry>
      {claimed && <Entry heading="监管部门已签收" by={claimed} text="" />}
      {answered && (
        <Entry
          heading={answered.outcome === 'problem' ? '监管反馈：发现问题' : '监管反馈：已纳入监管'}
          by={answered}
          text={answered.text}
        />
      )}
    </>
  );
}

/** What is still to be done after the end, in one line; nothing where nothing is. */
export function AfterLine({ found }: { readonly found: Case }) {
  const { today, rules } = useBench();
  const badges = afterBadges(afterSummaryOf(found), today, rules.calendar);
  if (badges.length === 0) return null;
  return (
    <p class={styles.where}>
      {badges.map(({ word, kind }) => (
        <Badge key={word} kind={kind} word={word} />
      ))}
    </p>
  );
}
