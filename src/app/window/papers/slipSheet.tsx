import { answerInWords } from '../../../domain/checklist.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { limitRuleOf } from '../../../domain/limits.ts';
import { isComplete } from '../../../domain/rules.ts';
import { legalDateOf } from '../../../domain/time.ts';
import type { SavedSlip } from '../../local/types.ts';
import { dateInFull } from '../../parts/dates.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { receivingHallOf } from '../deposit/deposit.ts';
import { useBench } from '../desk.tsx';
import styles from './papers.module.css';
import { ToldTable } from './toldTable.tsx';

export const slipNames = {
  oneTimeNotice: '一次性告知单',
  firstInquiry: '首问单',
  deposit: '补正材料代收凭证',
} as const;

/** A paper without a case: what to bring, or where to go. It carries no name. */
export function SlipSheet({ slip, signer }: { readonly slip: SavedSlip; readonly signer: string }) {
  const { local, rules } = useBench();
  const { payload } = slip;
  const hall = rules.office(slip.hall);
  return (
    <Sheet
      size={payload.kind === 'oneTimeNotice' ? 'a4' : 'a5'}
      issuer={hall?.name ?? slip.hall}
      title={slipNames[payload.kind]}
      number={payload.number}
      signed={
        <div class={styles.signed}>
          <p>
            {signer} {local.signedIn.value?.name}
          </p>
          <p>{[hall?.telephone, hall?.address].filter(Boolean).join('　')}</p>
          <p>{dateInFull(legalDateOf(slip.at))}</p>
        </div>
      }
    >
      <Content slip={slip} />
    </Sheet>
  );
}

function Content({ slip }: { readonly slip: SavedSlip }) {
  switch (slip.payload.kind) {
    case 'oneTimeNotice':
      return <WhatToBring slip={slip} />;
    case 'firstInquiry':
      return <WhereToGo slip={slip} />;
    case 'deposit':
      return <WhatWasTaken slip={slip} />;
  }
}

/** Papers for another hall's case: what was taken stands as brought on this day. */
function WhatWasTaken({ slip }: { readonly slip: SavedSlip }) {
  const { rules } = useBench();
  const { caseNumber = '', guide, item, lines, text } = slip.payload;
  const title = (guide && rules.guide(guide)?.title) || (item && rules.item(item)?.name);
  const receiving = rules.office(receivingHallOf(caseNumber));
  return (
    <>
      <dl class="paper-facts">
        <dt>补正的办件</dt>
        <dd>{caseNumber}</dd>
        {title && (
          <>
            <dt>事项</dt>
            <dd>{title}</dd>
          </>
        )}
        {receiving && (
          <>
            <dt>收件大厅</dt>
            <dd>{[receiving.name, receiving.telephone].filter(Boolean).join('，')}</dd>
          </>
        )}
      </dl>
      <table class="paper-table">
        <thead>
          <tr>
            <th>序号</th>
            <th>收下的材料</th>
            <th>对应</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={at}>
              <td>{at + 1}</td>
              <td>{line.name}</td>
              <td>{line.what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {text && <p>说明：{text}</p>}
      <p>
        以上材料已由本大厅代收，告知收件大厅后并入办件，补正日期按本凭证日期算。进度请凭收件凭证上的编号和查询码查看。
      </p>
    </>
  );
}

function WhereToGo({ slip }: { readonly slip: SavedSlip }) {
  const { rules } = useBench();
  const { item, guide, referTo, text } = slip.payload;
  const title = (guide && rules.guide(guide)?.title) || (item && rules.item(item)?.name);
  return (
    <dl class="paper-facts">
      {title && (
        <>
          <dt>要办的事</dt>
          <dd>{title}</dd>
        </>
      )}
      <dt>请到这里办</dt>
      <dd class={styles.place}>{referTo}</dd>
      {text && (
        <>
          <dt>说明</dt>
          <dd>{text}</dd>
        </>
      )}
      <dt>办不成时</dt>
      <dd>请拿本单回到本大厅，首问人负责到底。</dd>
    </dl>
  );
}

function WhatToBring({ slip }: { readonly slip: SavedSlip }) {
  const { rules } = useBench();
  const { payload } = slip;
  const found = payload.guide ? rules.guide(payload.guide, payload.guideVersion ?? undefined) : undefined;
  const guide = isComplete(found) ? found : undefined;
  return (
    <>
      <dl class="paper-facts">
        <dt>事项</dt>
        <dd>{found?.title}</dd>
        {guide && <Situation guide={guide} slip={slip} />}
        <dt>收费</dt>
        <dd>{found?.fee.text}</dd>
      </dl>
      <ToldTable lines={payload.lines} name="要带的材料" what="形式和份数" />
      <p>材料备齐后到任一乡镇便民服务大厅或者区级大厅提交。以上已一次告知，收件时不再增加。</p>
    </>
  );
}

function Situation({ guide, slip }: { readonly guide: CompleteGuide; readonly slip: SavedSlip }) {
  const { answers } = slip.payload;
  const said = guide.questions.flatMap((question) => {
    const given = answers[question.id];
    return given === undefined ? [] : [answerInWords(question, given)];
  });
  const rule = limitRuleOf(guide, answers);
  const limit = rule?.promised ?? rule?.statutory;
  const units = { workingDays: '个工作日', calendarDays: '日', onTheSpot: '' };
  return (
    <>
      {said.length > 0 && (
        <>
          <dt>您说的情形</dt>
          <dd>{said.join('；')}</dd>
        </>
      )}
      {limit && (
        <>
          <dt>办理期限</dt>
          <dd>{limit.unit === 'onTheSpot' ? '当场办结' : `受理后 ${limit.days} ${units[limit.unit]}`}</dd>
        </>
      )}
    </>
  );
}
