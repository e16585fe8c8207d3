import { useSignal } from '@preact/signals';
import { Printer } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { IntakeFacts } from '../../../domain/filledForm.ts';
import type { ApplicationForm, CompleteGuide } from '../../../domain/guide.ts';
import { isComplete } from '../../../domain/rules.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { Segments } from '../../parts/segments.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useBench } from '../desk.tsx';
import { handedOver } from '../memory.ts';
import { TroubleNotice } from '../trouble.tsx';
import { useNumbersAsked } from './askedNumbers.ts';
import { type FormCopy, FormSheet, formCopyWords } from './formSheet.tsx';
import { fieldsOf, numbersOn } from './forms.ts';
import styles from './papers.module.css';

interface FormPapersProps {
  readonly guide: string;
  readonly version: string;
}

/** The application forms of a guide: filled from the intake or the case, empty, or as a sample. */
export function FormPapers({ guide: id, version }: FormPapersProps) {
  const { rules } = useBench();
  const { query } = useLocation();
  const guide = rules.guide(id, Number(version));
  if (!isComplete(guide) || !guide.forms?.length) return <NoForm />;
  return <Forms key={query.paper} guide={guide} forms={guide.forms} />;
}

interface FormsProps {
  readonly guide: CompleteGuide;
  readonly forms: readonly ApplicationForm[];
}

function Forms({ guide, forms }: FormsProps) {
  const { hall } = useBench();
  const { query } = useLocation();
  const paper = useSignal(query.paper ?? '');
  const facts = useFacts(guide, query);
  const chosen = useSignal<string | undefined>(query.copy);
  const form = forms.find((one) => one.material === paper.value) ?? forms[0];
  if (!form) return <NoForm />;
  const copies: readonly FormCopy[] = facts ? ['filled', 'blank', 'sample'] : ['blank', 'sample'];
  const copy = copies.find((one) => one === chosen.value) ?? copies[0] ?? 'blank';
  const fields = fieldsOf(form, copy, facts);
  const { case: caseId } = query;
  // From an intake that is still being filled in nothing has to be asked for.
  const printing = useNumbersAsked(caseId ? numbersOn(fields).map((one) => ({ ...one, caseId })) : []);
  return (
    <Page
      heading={`打印${form.title}`}
      width="wide"
      back={backOf(query)}
      beside={form.confirmation === 'pending' && <Badge kind="pending" />}
      actions={<PrintBar busy={printing.busy} onPrint={printing.print} />}
    >
      <TroubleNotice trouble={printing.trouble} kept="办件内容都在，没有丢失。" />
      <div class={styles.options}>
        {forms.length > 1 && (
          <Segments
            label="打印哪一张表"
            options={forms.map((one) => ({ value: one.material, label: one.title }))}
            value={form.material}
            onChange={(value) => {
              paper.value = value;
            }}
          />
        )}
        <Segments
          label="打印哪一种"
          options={copies.map((one) => ({ value: one, label: formCopyWords[one] }))}
          value={copy}
          onChange={(value) => {
            chosen.value = value;
          }}
        />
      </div>
      <div class={styles.preview}>
        <FormSheet form={form} copy={copy} fields={fields} issuer={hall.name} inFull={printing.inFull} />
      </div>
    </Page>
  );
}

type Query = Readonly<Record<string, string>>;

/** What the intake or the case knows; nothing when the guide alone was in hand. */
function useFacts(guide: CompleteGuide, query: Query): IntakeFacts | undefined {
  const { local } = useBench();
  const caseId = query.case;
  const watched = useMemo(() => (caseId ? local.watchCase(caseId) : null), [local, caseId]);
  useEffect(() => () => watched?.close(), [watched]);
  const found = watched?.view.value?.case;
  if (found) return { guide, answers: found.answers, parties: found.parties };
  const { draft: id } = query;
  const draft = id && (local.drafts.value.find((one) => one.id === id) ?? handedOver.get(id));
  if (!draft || draft.content.guide !== guide.id) return undefined;
  return { guide, answers: draft.content.answers, parties: draft.content.parties };
}

function PrintBar({ busy, onPrint }: { readonly busy: boolean; readonly onPrint: () => Promise<void> }) {
  useShortcuts([{ keys: 'p', label: '打印', run: () => void onPrint() }]);
  return (
    <ActionBar>
      <Button kind="primary" icon={Printer} shortcut="P" busy={busy} onClick={() => void onPrint()}>
        打印
      </Button>
    </ActionBar>
  );
}

function backOf({ draft, case: id }: Query): { readonly label: string; readonly href: string } {
  if (draft) return { label: '接着收件', href: `/desk/intake/${draft}` };
  return id ? { label: '办件', href: `/desk/case/${id}` } : { label: '今天的办件', href: '/desk/' };
}

function NoForm() {
  return (
    <Page heading="没有要填的表" back={{ label: '今天的办件', href: '/desk/' }}>
      <Empty what="这个事项没有申请表" how="清单上的材料都是现成的证件和证明，不用填表。" />
    </Page>
  );
}
