import { useSignalEffect } from '@preact/signals';
import { FileX } from 'lucide';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Button } from '../../parts/button.tsx';
import { momentInWords } from '../../parts/dates.ts';
import { Empty } from '../../parts/empty.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { Steps } from '../../parts/steps.tsx';
import { useOnward } from '../../parts/useOnward.ts';
import { useBench } from '../desk.tsx';
import { beginIntake, endIntake, handedOver, isBegun } from '../memory.ts';
import { casesOfSitting } from '../sittings.ts';
import { DiscardDraft } from '../start/discardDraft.tsx';
import { useKept } from '../useKept.ts';
import { useNarrow } from '../useNarrow.ts';
import { STEPS, type Step } from './content.ts';
import styles from './intake.module.css';
import { Intake } from './intake.ts';
import { ItemStep } from './itemStep.tsx';
import { ItemStrip } from './itemStrip.tsx';
import { OutcomeStep, outcomeButtons } from './outcomeStep.tsx';
import { PapersStep } from './papersStep.tsx';
import { PartiesStep } from './partiesStep.tsx';
import { SituationStep } from './situationStep.tsx';

const headings: Readonly<Record<Step, string>> = {
  item: '选要办的事项',
  situation: '问清情形',
  parties: '填写当事人',
  papers: '核对材料',
  outcome: '定结果，提交',
};

interface ActionsProps {
  readonly intake: Intake;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** An intake by its draft's id, or one that was begun on this page. Never an empty form over somebody's draft. */
export function IntakeScreen({ draftId }: { readonly draftId: string }) {
  const { desk, local } = useBench();
  const held = useRef<Intake | null>(null);
  const draft = local.drafts.value.find((one) => one.id === draftId) ?? handedOver.get(draftId);
  if (held.current?.id !== draftId)
    held.current =
      draft || isBegun(draftId)
        ? new Intake(desk, draftId, draft, local.drafts.peek()[0]?.content.channel)
        : null;
  if (held.current) return <IntakeForm key={draftId} intake={held.current} />;
  // Just unlocked: what lies here is still being opened.
  if (!local.searchable.value) return null;
  const cases = local.cases.value;
  const alone = cases.some((view) => view.case.id === draftId);
  const together = !alone && casesOfSitting(cases, draftId).length > 0;
  return alone || together ? <Submitted id={draftId} together={together} /> : <NoDraft />;
}

function IntakeForm({ intake }: { readonly intake: Intake }) {
  const { desk } = useBench();
  const onward = useOnward();
  useKept(useCallback(() => intake.saver.flush(), [intake]));
  useEffect(() => {
    desk.formOpen.value = true;
    return () => {
      desk.formOpen.value = false;
    };
  }, [desk]);
  const { step } = intake.content.value;
  const narrow = useNarrow();
  useEffect(() => {
    intake.oneByOne.value = narrow;
  }, [intake, narrow]);
  // At every step, and also when what lies here is opened later than the draft.
  useSignalEffect(() => intake.leaveSaved());
  useStepFocus(step);
  const submit = async () => {
    const goOn = onward();
    const saved = await intake.submit();
    if (!saved) return;
    endIntake(intake.id);
    goOn(`/desk/print/case/${saved.id}?saved=1`, true);
  };
  const submitRoster = async () => {
    if (intake.gaps.value.length > 0) return;
    const goOn = onward();
    if (!(await intake.submitRoster())) return;
    endIntake(intake.id);
    goOn(`/desk/print/sitting/${intake.id}?saved=1`, true);
  };
  const next = () => {
    if (step === 'outcome') void (intake.roster.isSitting.value ? submitRoster() : submit());
    else if (!intake.next()) focusProblem();
  };
  useShortcuts(
    intake.complete.value
      ? [{ keys: 'Ctrl+Enter', label: step === 'outcome' ? '提交' : '下一步', run: next }]
      : [],
  );
  return (
    <Page
      heading={intake.replaces ? `修改后重报：${headings[step]}` : headings[step]}
      width={step === 'papers' || step === 'outcome' ? 'wide' : 'reading'}
      above={<Steps current={STEPS.indexOf(step)} onGo={(at) => intake.go(STEPS[at] ?? 'item')} />}
      actions={<Actions intake={intake} onNext={next} onBack={() => intake.back()} />}
    >
      {step !== 'item' && <ItemStrip intake={intake} brief />}
      {step === 'item' && <ItemStep intake={intake} />}
      {step === 'situation' && <SituationStep intake={intake} />}
      {step === 'parties' && <PartiesStep intake={intake} />}
      {step === 'papers' && <PapersStep intake={intake} />}
      {step === 'outcome' && <OutcomeStep intake={intake} />}
    </Page>
  );
}

function Actions({ intake, onNext, onBack }: ActionsProps) {
  const { step } = intake.content.value;
  const more = intake.oneByOne.value && step === 'situation';
  return (
    <ActionBar note={<SavedNote intake={intake} />}>
      {step === 'item' ? (
        <Button key="leave" href="/desk/">
          先放下
        </Button>
      ) : (
        <Button key="back" onClick={onBack}>
          {more && intake.asked.value > 0 ? '上一题' : '上一步'}
        </Button>
      )}
      {intake.complete.value && (
        <Button key="on" kind="primary" busy={intake.busy.value} shortcut="Ctrl+Enter" onClick={onNext}>
          {step === 'outcome' ? submitWord(intake) : more && intake.hasMoreQuestions() ? '下一题' : '下一步'}
        </Button>
      )}
    </ActionBar>
  );
}

function submitWord({ outcome, roster }: Intake): string {
  const word = outcomeButtons[outcome.value.kind];
  return roster.isSitting.value ? `${word}，共 ${roster.good.value.length} ${roster.spec.value?.unit}` : word;
}

function SavedNote({ intake }: { readonly intake: Intake }) {
  const { local, today } = useBench();
  const onward = useOnward();
  const { savedAt, failed } = intake.saver;
  const discard = async () => {
    const goOn = onward();
    intake.saver.drop();
    await intake.saver.flush();
    await local.removeDraft(intake.id);
    goOn('/desk/');
  };
  const says = failed.value
    ? '草稿没有存下。请不要关闭页面，本机空间可能不足。'
    : savedAt.value
      ? `草稿已自动保存 ${momentInWords(savedAt.value, today)}`
      : '填写的内容会自动保存在本机';
  return (
    <>
      <span role={failed.value ? 'alert' : undefined}>{says}</span>
      {local.drafts.value.some((one) => one.id === intake.id) && (
        <span class={styles.discard}>
          <DiscardDraft id={intake.id} discard={discard} />
        </span>
      )}
    </>
  );
}

/** A new step begins at its heading, at the top. The first one leaves focus to the search box. */
function useStepFocus(step: Step): void {
  useLayoutEffect(() => {
    if (step === 'item') return;
    scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }, [step]);
}

/** The first field that still lacks something, once the problems stand beside the fields. */
function focusProblem(): void {
  requestAnimationFrame(() => {
    const bad = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
    const field = bad?.matches('fieldset') ? bad.querySelector<HTMLElement>('input') : bad;
    field?.focus();
    bad?.scrollIntoView({ block: 'center' });
  });
}

function NoDraft() {
  const { desk, roles } = useBench();
  const { route } = useLocation();
  return (
    <Page heading="没有这份草稿" back={{ label: '今天的办件', href: '/desk/' }}>
      <Empty
        icon={FileX}
        what="您这里没有这份草稿"
        how="可能已经提交、删除，或者交给了同事。草稿列在首页的“接着办”里；已提交的在办件列表里。"
        action={
          roles.includes('clerk') && (
            <Button kind="primary" onClick={() => route(`/desk/intake/${beginIntake(desk)}`)}>
              收件
            </Button>
          )
        }
      />
    </Page>
  );
}

interface SubmittedProps {
  readonly id: string;
  /** Of a roster, whose cases have one receipt. */
  readonly together: boolean;
}

function Submitted({ id, together }: SubmittedProps) {
  return (
    <Page
      heading={together ? '这一批已经提交' : '这一件已经提交'}
      back={{ label: '今天的办件', href: '/desk/' }}
    >
      <Empty
        what="草稿已经成为办件"
        how="补正、撤回等都在办件里办。"
        action={
          <Button kind="primary" href={together ? `/desk/print/sitting/${id}` : `/desk/case/${id}`}>
            {together ? '打印合并回执' : '打开办件'}
          </Button>
        }
      />
    </Page>
  );
}
