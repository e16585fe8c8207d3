import { useSignal } from '@preact/signals';
import { Printer, UserPlus, Users } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Case } from '../../../domain/case.ts';
import { isComplete } from '../../../domain/rules.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Marks } from '../../parts/marks.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { Segments } from '../../parts/segments.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useBench } from '../desk.tsx';
import { hasAgent, nextOf } from '../intake/nextApplicant.ts';
import { beginIntake, beginWith, justIssued, justSaved } from '../memory.ts';
import { DocumentSheet } from './documentText.tsx';
import { NoticeSheet } from './notice.tsx';
import styles from './papers.module.css';
import { isDocument, isReceipt, paperNames, papersOf, signerWord } from './papers.ts';
import { Receipt } from './receipt.tsx';
import { SlipSheet, slipNames } from './slipSheet.tsx';

/** After saving, and for printing again: the papers of a case. */
export function CasePapers({ id }: { readonly id: string }) {
  const { local, rules } = useBench();
  const { query } = useLocation();
  const kind = useSignal<ReturnType<typeof papersOf>[number] | null>(null);
  const size = useSignal<'a5' | 'a5x2'>('a5');
  const watched = useMemo(() => local.watchCase(id), [local, id]);
  useEffect(() => () => watched.close(), [watched]);
  const view = watched.view.value ?? undefined;
  const saved = justSaved.get(id);
  const found = view?.case ?? saved?.made;
  if (!found) return watched.view.value === undefined ? null : <NothingToPrint />;
  const papers = papersOf(found, rules.item(found.item));
  const wanted = kind.value ?? query.kind;
  const shown = papers.find((one) => one === wanted) ?? papers[0] ?? 'received';
  const version = rules.guide(found.guide, found.guideVersion);
  const guide = isComplete(version) ? version : undefined;
  const signer = signerWord('经办人', {
    by: query.saved && saved?.by,
    person: local.signedIn.value?.id,
    newest: shown === papers[0],
  });
  const stage = view?.progress ?? 'saved';
  return (
    <Page
      heading={query.saved ? `已保存，打印${paperNames[shown]}` : `打印${paperNames[shown]}`}
      width="wide"
      back={{ label: '办件', href: `/desk/case/${id}` }}
      actions={<PrintActions after={query.saved ? found : undefined} />}
    >
      {query.saved && <Saved number={found.number} />}
      <Marks stage={stage === 'quarantined' ? 'refused' : stage} />
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
            options={[
              { value: 'a5', label: 'A5 一份' },
              { value: 'a5x2', label: 'A4 一纸两联' },
            ]}
            value={size.value}
            onChange={(value) => {
              size.value = value;
            }}
          />
        )}
      </div>
      <div class={styles.preview}>
        {isReceipt(shown) ? (
          <Receipt found={found} kind={shown} guide={guide} size={size.value} signer={signer} />
        ) : isDocument(shown) ? (
          <DocumentSheet found={found} kind={shown} />
        ) : (
          <NoticeSheet found={found} kind={shown} signer={signer} />
        )}
      </div>
    </Page>
  );
}

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
function Saved({ number }: { readonly number: string }) {
  return (
    <Notice
      kind="info"
      announce
      heading={`已保存，编号 ${number}`}
      todo="已存在本机，连网后自动上报区里。现在可以打印，交给来人。"
    />
  );
}

function PrintActions({ after }: { readonly after?: Case | undefined }) {
  const { desk, local, roles, rules } = useBench();
  const { route } = useLocation();
  const receives = roles.includes('clerk');
  const next = () => route(`/desk/intake/${beginIntake(desk)}`);
  const guide = after && hasAgent(after) ? rules.guide(after.guide) : undefined;
  const same = receives && after && isComplete(guide) ? { after, guide } : undefined;
  const nextOfAgent = () => {
    if (same) route(`/desk/intake/${beginWith(desk, nextOf(same.after, same.guide), local.now())}`);
  };
  const print = () => window.print();
  useShortcuts([
    { keys: 'p', label: '打印', run: print },
    ...(receives ? [{ keys: 'n', label: '下一位申请人', run: next }] : []),
    ...(same ? [{ keys: 'm', label: '同一代办人，下一位', run: nextOfAgent }] : []),
  ]);
  return (
    <ActionBar>
      {same && (
        <Button icon={Users} shortcut="M" onClick={nextOfAgent}>
          同一代办人，下一位
        </Button>
      )}
      {receives ? (
        <Button icon={UserPlus} shortcut="N" onClick={next}>
          下一位申请人
        </Button>
      ) : (
        <Button href="/desk/">回到列表</Button>
      )}
      <Button kind="primary" icon={Printer} shortcut="P" onClick={print}>
        打印
      </Button>
    </ActionBar>
  );
}

function NothingToPrint() {
  return (
    <Page heading="没有找到要打印的" back={{ label: '今天的办件', href: '/desk/' }}>
      <Empty what="这一件不在本机" how="从办件列表里打开办件，再点“打印”。" />
    </Page>
  );
}
