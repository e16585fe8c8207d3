import type { Case } from '../../../domain/case.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { mask } from '../../../domain/identity.ts';
import { ownSticker } from '../../../domain/sticker.ts';
import { dateInFull, limitInWords } from '../../parts/dates.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { useBench } from '../desk.tsx';
import { titleOf } from '../start/caseList.ts';
import { renewalInWords } from '../words.ts';
import { Rectified } from './afterText.tsx';
import { markOf } from './afterWords.ts';
import styles from './papers.module.css';
import { genuineQr, paperNames, papersIn, progressAddress, silenceInWords } from './papers.ts';
import type { Printing } from './printing.ts';

export interface ReceiptProps {
  readonly found: Case;
  readonly kind: 'accepted' | 'received';
  readonly guide: CompleteGuide | undefined;
  readonly size: 'a5' | 'a5x2';
  readonly signer: string;
  /** Stands among others of its kind. */
  readonly among?: boolean;
  /** Absent where several are printed at once, for whoever has just brought them. */
  readonly printing?: Pick<Printing, 'code' | 'mark'>;
}

/** 收件凭证 or 受理通知书: half an A4 sheet, to keep in a pocket. */
export function Receipt(props: ReceiptProps) {
  const { found, kind, guide, size, signer, among = false, printing } = props;
  const { desk, local, rules } = useBench();
  const hall = rules.office(found.hall);
  const on = kind === 'accepted' ? (found.acceptedOn ?? found.receivedOn) : found.receivedOn;
  const { received, owed } = papersIn(found, guide);
  return (
    <Sheet
      size={size}
      issuer={hall?.name ?? found.hall}
      title={paperNames[kind]}
      label={among ? `${paperNames[kind]} ${found.number}` : undefined}
      behind={markOf(found, kind, on)}
      mark={printing?.mark}
      qr={{ text: progressAddress(desk.origin, found), label: '扫码看进度' }}
      verify={genuineQr(desk.origin, printing?.code, '30mm')}
      signed={
        <div class={styles.signed}>
          <p>查询码 {found.code}</p>
          <p>
            {signer} {local.signedIn.value?.name}
          </p>
          <p>{[hall?.telephone, hall?.address].filter(Boolean).join('　')}</p>
          <p>{dateInFull(on)}</p>
        </div>
      }
    >
      <p class={styles.big}>{found.number}</p>
      <dl class="paper-facts">
        <StickerNumber found={found} />
        <dt>事项</dt>
        <dd>{titleOf({ case: found }, rules)}</dd>
        {found.renews && (
          <>
            <dt>延续</dt>
            <dd>{renewalInWords(found.renews)}</dd>
          </>
        )}
        <Applicants found={found} />
        <When found={found} kind={kind} />
        {found.signing && (
          <>
            <dt>签收</dt>
            <dd>申请人按指印，见证人 {found.signing.witness}</dd>
          </>
        )}
      </dl>
      <div class={styles.papers}>
        <p class={styles.papersHead}>
          {received.length > 0 ? `收到材料 ${received.length} 样` : '没有收下材料'}
        </p>
        <ol class={styles.papersList}>
          {received.map((paper) => (
            <li key={paper.name}>
              {paper.name}（{paper.as}）
            </li>
          ))}
        </ol>
        {owed.length > 0 && (
          <p class={styles.owed}>
            后补或承诺：{owed.map((paper) => `${paper.name}（${paper.as}）`).join('；')}
          </p>
        )}
      </div>
      <Rectified found={found} since={on} />
    </Sheet>
  );
}

/** One number for both papers, unless the sticker opens another case: then this paper takes its place. */
function StickerNumber({ found }: { readonly found: Case }) {
  const sticker = ownSticker(found);
  return sticker ? (
    <>
      <dt>收件贴</dt>
      <dd>{sticker}</dd>
    </>
  ) : null;
}

function Applicants({ found }: { readonly found: Case }) {
  const applicants = found.parties.filter((party) => party.role !== 'agent' && party.role !== 'member');
  return (
    <>
      <dt>申请人</dt>
      <dd>
        {applicants.slice(0, 3).map((party, at) => (
          <span key={at} class={styles.applicant}>
            {party.name}（{mask(party.idNumber)}）
          </span>
        ))}
        {applicants.length > 3 && `等 ${applicants.length} 人`}
      </dd>
    </>
  );
}

/** The deadlines of an acceptance; of a mere receipt, until when everything missing must be told. */
function When({ found, kind }: { readonly found: Case; readonly kind: 'accepted' | 'received' }) {
  const { rules } = useBench();
  const item = rules.item(found.item);
  if (kind === 'received') {
    const silence = item && silenceInWords(item.intakeRule, found.papersOn, rules.calendar);
    return silence ? (
      <>
        <dt>说明</dt>
        <dd>{silence}</dd>
      </>
    ) : null;
  }
  const { promised = null, statutory = null } = found.deadlines ?? {};
  return (
    <>
      {promised && (
        <>
          <dt>承诺办结</dt>
          <dd>{limitInWords(promised)}前</dd>
        </>
      )}
      {statutory && (
        <>
          <dt>法定期限</dt>
          <dd>{limitInWords(statutory)}前</dd>
        </>
      )}
    </>
  );
}
