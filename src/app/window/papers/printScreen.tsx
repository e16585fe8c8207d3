import { useSignal } from '@preact/signals';
import { ClipboardCopy, Files } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Case } from '../../../domain/case.ts';
import { guideIn } from '../../../domain/rules.ts';
import type { CaseView } from '../../local/types.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Marks } from '../../parts/marks.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Segments } from '../../parts/segments.tsx';
import { useBench } from '../desk.tsx';
import { justIssued, justSaved } from '../memory.ts';
import { casesOfSitting } from '../sittings.ts';
import { TroubleNotice } from '../trouble.tsx';
import { Commitment } from './commitment.tsx';
import { DocumentSheet } from './documentText.tsx';
import { NoticeSheet } from './notice.tsx';
import styles from './papers.module.css';
import { isHandled, isReceipt, type PaperKind, paperNames, papersOf, signerWord } from './papers.ts';
import { PrintActions } from './printActions.tsx';
import { usePrinting } from './printing.ts';
import { Receipt } from './receipt.tsx';
import { SlipSheet, slipNames } from './slipSheet.tsx';

/** After saving, and for printing again: the papers of a case. */
export function CasePapers({ id }: { readonly id: string }) {
  const { local } = useBench();
  const watched = useMemo(() => local.watchCase(id), [local, id]);
  useEffect(() => () => watched.close(), [watched]);
  const view = watched.view.value ?? undefined;
  const saved = justSaved.get(id);
  const found = view?.case ?? saved?.made;
  if (!found) return watched.view.value === undefined ? null : <NothingToPrint />;
  return <Papers found={found} view={view} by={saved?.by} />;
}

interface PapersProps {
  readonly found: Case;
  readonly view: CaseView | undefined;
  /** Who has just saved it on this page. */
  readonly by: string | undefined;
}

function Papers({ found, view, by }: PapersProps) {
  const { local, rules } = useBench();
  const { query } = useLocation();
  const kind = useSignal<PaperKind | null>(null);
  const size = useSignal<'a5' | 'a5x2'>('a5');
  const papers = papersOf(found, rules.item(found.item));
  const wanted = kind.value ?? query.kind;
  const shown = papers.find((one) => one === wanted) ?? papers[0] ?? 'received';
  const guide = guideIn(rules, found);
  const signer = signerWord('经办人', {
    by: query.saved && by,
    person: local.signedIn.value?.id,
    newest: shown === papers[0],
  });
  const stage = view?.progress ?? 'saved';
  const printing = usePrinting(view, shown);
  return (
    <Page
      heading={query.saved ? `已保存，打印${paperNames[shown]}` : `打印${paperNames[shown]}`}
      width="wide"
      back={{ label: '办件', href: `/desk/case/${found.id}` }}
      actions={<PrintActions after={query.saved ? found : undefined} onPrint={() => void printing.print()} />}
    >
      {query.saved && <Saved number={found.number} sticker={found.sticker} />}
      <Marks stage={stage === 'quarantined' ? 'refused' : stage} />
      <TroubleNotice trouble={printing.trouble} />
      <div class={styles.options}>
        {papers.length > 1 && (
          <Segments
            label="打印哪一份"
            options={papers.map((one) => ({ value: one, label: paperNames[one] }))}
            value={shown}
            onChange={(value) => {
              kind.value = value;
            }}
          />
        )}
        {isReceipt(shown) && (
          <Segments
            label="纸张"
            options={SIZES}
            value={size.value}
            onChange={(value) => {
              size.value = value;
            }}
          />
        )}
      </div>
      <SittingLink of={found} />
      {query.saved && <CopyLink of={found} />}
      <div class={styles.preview}>
        {isReceipt(shown) ? (
          <Receipt {...{ found, guide, signer, printing }} kind={shown} size={size.value} />
        ) : shown === 'commitment' ? (
          <Commitment found={found} guide={guide} />
        ) : isHandled(shown) ? (
          <DocumentSheet found={found} kind={shown} printing={printing} />
        ) : (
          <NoticeSheet {...{ found, signer, printing }} kind={shown} />
        )}
      </div>
    </Page>
  );
}

/** Several were taken in in one sitting: one paper for whoever brought them. */
function SittingLink({ of }: { readonly of: Case }) {
  const { local } = useBench();
  const id = of.sitting ?? of.id;
  const count = casesOfSitting(local.cases.value, id).length;
  if (count < 2) return null;
  return (
    <div>
      <Button icon={Files} href={`/desk/print/sitting/${id}`}>{`合并回执，同一次 ${count} 件`}</Button>
    </div>
  );
}

/** What was handled at once is over when it is saved, and still has to be copied into the system of record. */
function CopyLink({ of }: { readonly of: Case }) {
  const { rules } = useBench();
  const target = rules.item(of.item)?.target;
  if (!target || target.fields.length === 0 || of.ending) return null;
  return (
    <div>
      <Button icon={ClipboardCopy} href={`/desk/case/${of.id}?copy`}>{`录入${target.name}`}</Button>
    </div>
  );
}

const SIZES = [
  { value: 'a5', label: 'A5 一份' },
  { value: 'a5x2', label: 'A4 一纸两联' },
] as const;

export function SlipPapers({ id }: { readonly id: string }) {
  const { local } = useBench();
  const { query } = useLocation();
  const issued = justIssued.get(id);
  const slip = local.slips.value.find((one) => one.id === id) ?? issued?.made;
  if (!slip) return <NothingToPrint />;
  const name = slipNames[slip.payload.kind];
  const signer = signerWord(slip.payload.kind === 'deposit' ? '经办人' : '首问人', {
    by: query.saved && issued?.by,
    person: local.signedIn.value?.id,
    newest: true,
  });
  return (
    <Page
      heading={query.saved ? `已保存，打印${name}` : `打印${name}`}
      width="wide"
      back={{ label: '今天的办件', href: '/desk/' }}
      actions={<PrintActions />}
    >
      {query.saved && <Saved number={slip.payload.number} />}
      <div class={styles.preview}>
        <SlipSheet slip={slip} signer={signer} />
      </div>
    </Page>
  );
}

/** Only ever rendered after the store has said so. */
function Saved({ number, sticker }: { readonly number: string; readonly sticker?: string | undefined }) {
  return (
    <Notice
      kind="info"
      announce
      heading={`已保存，编号 ${number}`}
      todo={
        sticker
          ? `已存在本机，连网后自动上报区里。收件贴 ${sticker} 就是凭证，贴好交给来人；有打印机的也可以打印。`
          : '已存在本机，连网后自动上报区里。现在可以打印，交给来人。'
      }
    />
  );
}

function NothingToPrint() {
  return (
    <Page heading="没有找到要打印的" back={{ label: '今天的办件', href: '/desk/' }}>
      <Empty what="这一件不在本机" how="从办件列表里打开办件，再点“打印”。" />
    </Page>
  );
}
