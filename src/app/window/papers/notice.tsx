import type { Case, ToldLine } from '../../../domain/case.ts';
import { remedyBodyOf } from '../../../domain/documents.ts';
import type { IntakeNotice } from '../../../domain/documentTitles.ts';
import { INTAKE_RULES } from '../../../domain/intakeRules.ts';
import { noticeAddress } from '../../../protocol/noticeCode.ts';
import { dateInFull } from '../../parts/dates.ts';
import { Qr } from '../../parts/qr.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useBench } from '../desk.tsx';
import { applicantOf, titleOf } from '../start/caseList.ts';
import { Rectified } from './afterText.tsx';
import { markOf } from './afterWords.ts';
import { Remedies } from './documentParts.tsx';
import styles from './papers.module.css';
import { genuineQr, groundInWords, paperNames, progressAddress, untilInWords } from './papers.ts';
import type { Printing } from './printing.ts';
import { ToldTable } from './toldTable.tsx';

export type NoticeKind = Exclude<IntakeNotice, 'accepted'>;

/** Another hall that has no line takes the papers by this code (`protocol/noticeCode.ts`). */
function Nearby({ found, lines }: { readonly found: Case; readonly lines: readonly ToldLine[] }) {
  const { desk } = useBench();
  const { number, guide, guideVersion } = found;
  const materials = lines.map((line) => line.material);
  return (
    <div class={styles.nearby}>
      <Qr
        text={noticeAddress(desk.origin, { number, guide, guideVersion, materials })}
        label="就近补交扫这个码"
        size="34mm"
      />
      <p>
        也可以带上本告知书，把材料交到就近的任一乡镇便民服务大厅或者区级大厅。窗口扫左边的码代收，当场出具凭证，补正日期按交到的那一天算。
      </p>
    </div>
  );
}

interface NoticeProps {
  readonly found: Case;
  readonly kind: NoticeKind;
  readonly signer: string;
  readonly printing: Pick<Printing, 'code' | 'mark'>;
}

/** A notice of one A4 sheet: what was decided, on what it rests, what can be done against it, who signed. */
export function NoticeSheet({ found, kind, signer, printing }: NoticeProps) {
  const { desk, local, rules } = useBench();
  const { code, mark } = printing;
  const hall = rules.office(found.hall);
  const on =
    kind === 'correction'
      ? (found.corrections.at(-1)?.on ?? found.receivedOn)
      : (found.ending?.on ?? found.receivedOn);
  return (
    <Sheet
      size="a4"
      issuer={hall?.name ?? found.hall}
      title={paperNames[kind]}
      behind={markOf(found, kind, on)}
      mark={mark}
      number={found.number}
      qr={{ text: progressAddress(desk.origin, found), label: '扫码看进度' }}
      verify={genuineQr(desk.origin, code, '30mm')}
      signed={
        <div class={styles.signed}>
          <p>查询码 {found.code}</p>
          <p>
            {signer} {local.signedIn.value?.name}
          </p>
          <p>{dateInFull(on)}</p>
        </div>
      }
    >
      <p>{applicantOf({ case: found })}：</p>
      <Text found={found} kind={kind} />
      <Rectified found={found} since={on} />
      <Signatures />
    </Sheet>
  );
}

function Text({ found, kind }: Pick<NoticeProps, 'found' | 'kind'>) {
  const { rules } = useBench();
  const hall = rules.office(found.hall);
  const item = rules.item(found.item);
  const opening = `${dateInFull(found.receivedOn)}收到您提交的“${titleOf({ case: found }, rules)}”申请。`;
  const basis = item ? INTAKE_RULES[item.intakeRule].basis : '';
  const place = [hall?.name, hall?.address, hall?.telephone].filter(Boolean).join('，');
  switch (kind) {
    case 'correction': {
      const correction = found.corrections.at(-1);
      return (
        <>
          <p class={styles.para}>
            {opening}经查，申请材料还有下列内容需要补正。依据{basis}，现一次告知如下：
          </p>
          <Told lines={correction?.lines ?? []} />
          <p class={styles.para}>
            请在{correction && untilInWords(correction.due)}将上列内容补齐，送到{place}
            。补齐后即予受理。
          </p>
          {correction && <Nearby found={found} lines={correction.lines} />}
        </>
      );
    }
    case 'returned':
      return (
        <>
          <p class={styles.para}>
            {opening}经查，申请材料不齐全或者不符合法定形式。依据{basis}
            ，现将材料退回，并一次告知需要补正的全部内容：
          </p>
          <Told lines={found.ending?.lines ?? []} />
          <p class={styles.para}>
            补齐后可以到{place}重新提交。{found.ending?.text}
          </p>
          <Remedies to={remedyBodyOf(hall)} />
        </>
      );
    case 'declined':
      return <Declined found={found} opening={opening} />;
    case 'closed': {
      const ground = groundInWords(found, item?.intakeRule);
      return (
        <>
          <p class={styles.para}>
            {opening}因{ground.label}，依据{ground.basis}，现终止办理。{found.ending?.text}
          </p>
          <p class={styles.para}>材料可以到{place}领回；备齐材料后可以重新申请。</p>
          <Remedies to={remedyBodyOf(hall)} />
        </>
      );
    }
    case 'withdrawn':
      return (
        <p class={styles.para}>
          {opening}申请人要求撤回，本大厅已于{dateInFull(found.ending?.on ?? found.receivedOn)}
          登记撤回，所收原件当面退还。
          {found.ending?.text}
        </p>
      );
  }
}

function Declined({ found, opening }: Pick<NoticeProps, 'found'> & { readonly opening: string }) {
  const { rules } = useBench();
  const ground = groundInWords(found, rules.item(found.item)?.intakeRule);
  const needsLines = found.ending?.ground === 'papersIncomplete';
  return (
    <>
      <p class={styles.para}>
        {opening}经审查，{ground.label}。依据{ground.basis}，决定不予受理。
      </p>
      {found.ending?.text && <p class={styles.para}>{found.ending.text}</p>}
      {needsLines && <Told lines={found.ending?.lines ?? []} />}
      <Remedies to={remedyBodyOf(rules.office(found.hall))} />
    </>
  );
}

function Told({ lines }: { readonly lines: readonly ToldLine[] }) {
  return <ToldTable lines={lines} name="名称" what="要补什么、补到什么样" />;
}

function Signatures() {
  return (
    <dl class={styles.signatures}>
      <div>
        <dt>签收人（签名）</dt>
        <dd />
      </div>
      <div>
        <dt>签收日期</dt>
        <dd>　　　年　　月　　日</dd>
      </div>
    </dl>
  );
}
