import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Case } from '../../../domain/case.ts';
import { mask } from '../../../domain/identity.ts';
import { applicantIn } from '../../../domain/parties.ts';
import { guideIn, type Rules } from '../../../domain/rules.ts';
import { dateInFull, limitInWords } from '../../parts/dates.ts';
import { Empty } from '../../parts/empty.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useBench } from '../desk.tsx';
import { partLater } from '../later.tsx';
import { justSaved } from '../memory.ts';
import { casesOfSitting } from '../sittings.ts';
import { titleOf } from '../start/caseList.ts';
import { Commitment } from './commitment.tsx';
import styles from './papers.module.css';
import { owesPapers, paperNames, papersIn } from './papers.ts';
import { PrintActions } from './printActions.tsx';
import { Receipt } from './receipt.tsx';
import { useWhole } from './whole.ts';

const SittingForms = partLater(async () => (await import('./sittingForms.tsx')).SittingForms);

/** The papers of everything that was taken in in one sitting: one receipt for whoever brought it, and each case's own. */
export function SittingPapers({ id }: { readonly id: string }) {
  const { local, rules } = useBench();
  const { query } = useLocation();
  const which = useSignal<'batch' | 'each' | 'forms' | 'commitments'>('batch');
  const printForms = useRef<() => void>(() => undefined);
  const cases = useSitting(id);
  if (cases.length === 0) return local.searchable.value ? <Nothing /> : null;
  const owing = cases.filter(owesPapers);
  // What was owed may come in while its paper is looked at.
  const shown = which.value === 'commitments' && owing.length === 0 ? 'batch' : which.value;
  return (
    <Page
      heading={
        query.saved ? `已保存 ${cases.length} 件，打印合并回执` : `打印合并回执，共 ${cases.length} 件`
      }
      width="wide"
      back={{ label: '今天的办件', href: '/desk/' }}
      actions={<PrintActions onPrint={() => (shown === 'forms' ? printForms.current() : window.print())} />}
    >
      {query.saved && (
        <Notice
          kind="info"
          announce
          heading={`已保存 ${cases.length} 件，各有编号`}
          todo="都存在本机，连网后自动上报区里。合并回执由代办人签收，每件也有自己的回执。"
        />
      )}
      <div class={styles.options}>
        <Segments
          label="打印哪一种"
          options={[
            { value: 'batch', label: '合并回执' },
            { value: 'each', label: '每件的回执' },
            { value: 'forms', label: '填好的申请表' },
            ...(owing.length > 0
              ? [{ value: 'commitments' as const, label: `${paperNames.commitment}，${owing.length} 份` }]
              : []),
          ]}
          value={shown}
          onChange={(value) => {
            which.value = value;
          }}
        />
      </div>
      {shown === 'forms' ? (
        <SittingForms
          cases={cases}
          onReady={(print) => {
            printForms.current = print;
          }}
        />
      ) : (
        <div class={styles.preview}>
          {shown === 'batch' && <BatchReceipt cases={cases} />}
          {shown === 'each' && <Each cases={cases} />}
          {shown === 'commitments' &&
            owing.map((found) => (
              <Commitment key={found.id} found={found} guide={guideIn(rules, found)} among />
            ))}
        </div>
      )}
    </Page>
  );
}

/** The cases of the sitting, opened whole; those not opened yet are left out until they are. */
function useSitting(id: string): readonly Case[] {
  const { local } = useBench();
  const ids = casesOfSitting(local.cases.value, id).map((one) => one.case.id);
  return useWhole(ids).flatMap((view, at) => {
    const found = view?.case ?? justSaved.get(ids[at] ?? '')?.made;
    return found ? [found] : [];
  });
}

interface CasesProps {
  readonly cases: readonly Case[];
}

/** 合并收件回执: every case in a line, and one place to sign for all. */
function BatchReceipt({ cases }: CasesProps) {
  const { local, rules } = useBench();
  const [first] = cases;
  const hall = first && rules.office(first.hall);
  const agent = first?.parties.find((party) => party.role === 'agent');
  return (
    <Sheet
      size="a4"
      issuer={hall?.name ?? first?.hall ?? ''}
      title="合并收件回执"
      signed={
        <div class={styles.signed}>
          <p>打印人 {local.signedIn.value?.name}</p>
          <p>{[hall?.telephone, hall?.address].filter(Boolean).join('　')}</p>
          <p>{dateInFull(first?.receivedOn ?? '')}</p>
        </div>
      }
    >
      <p>
        {agent ? `代办人 ${agent.name}（${mask(agent.idNumber)}），` : ''}一次交来 {cases.length}{' '}
        件，各件的编号、材料和办结日期如下。各件另有自己的回执，凭编号和查询码看进度。
      </p>
      <table class={`paper-table ${styles.batch}`}>
        <thead>
          <tr>
            <th>序号</th>
            <th>办件编号</th>
            <th>申请人</th>
            <th>事项</th>
            <th>收到材料</th>
            <th>办结日期</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((found, at) => (
            <BatchLine key={found.id} found={found} at={at} rules={rules} />
          ))}
        </tbody>
      </table>
      <Hands witnesses={[...new Set(cases.flatMap((found) => found.signing?.witness ?? []))]} />
    </Sheet>
  );
}

function BatchLine(props: { readonly found: Case; readonly at: number; readonly rules: Rules }) {
  const { found, at, rules } = props;
  const { received, owed } = papersIn(found, guideIn(rules, found));
  const applicant = applicantIn(found.parties);
  return (
    <tr>
      <td>{at + 1}</td>
      <td class={styles.batchNumber}>{found.number}</td>
      <td>
        {applicant?.name}
        <br />
        <span class={styles.masked}>{mask(applicant?.idNumber ?? '')}</span>
      </td>
      <td>{titleOf({ case: found }, rules)}</td>
      <td>
        {received.map((paper) => paper.name).join('；') || '没有收下材料'}
        {owed.length > 0 && `。后补或承诺：${owed.map((paper) => paper.name).join('；')}`}
      </td>
      <td>{dueWords(found)}</td>
    </tr>
  );
}

/** The day that was promised, else the law's; before acceptance there is none. */
function dueWords(found: Case): string {
  const limit = found.deadlines?.promised ?? found.deadlines?.statutory;
  if (limit) return `${limitInWords(limit)}前`;
  return found.acceptedOn ? '没有固定日期，办好通知' : '受理时告知';
}

function Hands({ witnesses }: { readonly witnesses: readonly string[] }) {
  return (
    <dl class={styles.hands}>
      <div>
        <dt>代办人（签名或者指印）</dt>
        <dd />
      </div>
      <div>
        <dt>{witnesses.length > 0 ? `见证人 ${witnesses.join('、')}（签名）` : '见证人（签名）'}</dt>
        <dd />
      </div>
    </dl>
  );
}

function Each({ cases }: CasesProps) {
  const { local, rules } = useBench();
  return (
    <>
      {cases.map((found) => {
        const own = local.signedIn.value?.id === justSaved.get(found.id)?.by;
        return (
          <Receipt
            key={found.id}
            found={found}
            kind={found.acceptedOn ? 'accepted' : 'received'}
            guide={guideIn(rules, found)}
            size="a5"
            among
            signer={own ? '经办人' : '打印人'}
          />
        );
      })}
    </>
  );
}

function Nothing() {
  return (
    <Page heading="没有找到要打印的" back={{ label: '今天的办件', href: '/desk/' }}>
      <Empty what="这一次收的件不在本机" how="从办件列表里打开其中一件，再点“打印”“合并回执”。" />
    </Page>
  );
}
