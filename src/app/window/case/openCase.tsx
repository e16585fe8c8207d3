import { FileQuestion } from 'lucide';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Case } from '../../../domain/case.ts';
import { ownSticker } from '../../../domain/sticker.ts';
import type { HandlingCommandType } from '../../../domain/transitions.ts';
import type { CaseView } from '../../local/types.ts';
import { Button } from '../../parts/button.tsx';
import { commandWords } from '../../parts/commandWords.ts';
import { Empty } from '../../parts/empty.tsx';
import { Marks } from '../../parts/marks.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useBench } from '../desk.tsx';
import { isOnward } from '../handling/acts.ts';
import { FORMS } from '../handling/form.ts';
import { Stages, WhereLine } from '../handling/handlingFile.tsx';
import { HandlingActForm } from '../handling/handlingForm.tsx';
import { HandlingModel } from '../handling/handlingModel.ts';
import { caseLookedAt } from '../notices/noticesModel.ts';
import { untilInWords } from '../papers/papers.ts';
import { applicantOf, titleOf } from '../start/caseList.ts';
import { StateMark } from '../start/stateMark.tsx';
import { stateOf } from '../start/stateWords.ts';
import { useKept } from '../useKept.ts';
import { ActForm } from './actForm.tsx';
import { BegunNotice } from './begunNotice.tsx';
import styles from './case.module.css';
import { actName, type CaseAct, type CaseScene, silenceSays } from './caseActions.ts';
import { CaseFile, ReceivedLine } from './caseFile.tsx';
import { CaseModel } from './caseModel.ts';
import { DepositNotices } from './deposits.tsx';
import { type Depth, HEAD, PAPERS, useDepth } from './depth.ts';
import { Flags } from './flags.tsx';
import { Renewed } from './renewed.tsx';
import { Resuming } from './resume.ts';

/** Whoever only passes over a case with the list has not read what there was to tell of it. */
const LOOKED_AT_AFTER_MS = 500;

/** A case, as far as this device has it. */
export function OpenCase({ id }: { readonly id: string }) {
  const { desk } = useBench();
  const model = useMemo(() => new CaseModel(desk, id), [desk, id]);
  const handling = useMemo(() => new HandlingModel(desk, model), [desk, model]);
  // Also when it is left before anything else of it has run.
  useLayoutEffect(() => () => model.close(), [model]);
  const view = model.view.value;
  const { mend } = useLocation().query;
  const resuming = useMemo(() => new Resuming(desk, model, handling), [desk, model, handling]);
  useLayoutEffect(() => resuming.arrive(mend), [resuming, mend]);
  useKept(useCallback(() => model.keep(), [model]));
  const told = view?.case.version;
  useEffect(() => {
    if (told === undefined) return;
    return desk.timer.after(LOOKED_AT_AFTER_MS, () => void caseLookedAt(desk, id));
  }, [desk, id, told]);
  if (view) return <CaseFound model={model} handling={handling} resuming={resuming} view={view} />;
  return model.opening.value ? null : <NoCase id={id} />;
}

interface CaseFoundProps {
  readonly model: CaseModel;
  readonly handling: HandlingModel;
  readonly resuming: Resuming;
  readonly view: CaseView;
  /** To be drawn in any case, however little room there is. */
  readonly least?: Depth;
}

export function CaseFound({ model, handling, resuming, view, least = HEAD }: CaseFoundProps) {
  const { rules, today } = useBench();
  const found = view.case;
  const table = useRef<HTMLDivElement>(null);
  const ways = waysOn(model, handling);
  const [primary] = ways.filter((one) => one.onward);
  const others = ways.filter((one) => one !== primary);
  const judging = handling.act.value !== null;
  const acting = model.act.value !== null || judging;
  // What is judged stands beside the form from the first, however high the form is.
  const depth = useDepth(table, judging ? PAPERS : least);
  useShortcuts(!acting && primary ? [{ keys: 'e', label: primary.name, run: primary.begin }] : []);
  return (
    <Page
      title={`办件：${titleOf(view, rules)}`}
      heading={`${applicantOf(view)}：${titleOf(view, rules)}`}
      back={{ label: '办件列表', href: '/desk/' }}
      beside={<StateMark state={stateOf(view, today, rules)} />}
      width={judging ? 'beside' : undefined}
      actions={
        !acting && primary ? (
          <ActionBar>
            <Button href={`/desk/print/case/${found.id}`}>打印</Button>
            <Button kind="primary" shortcut="E" onClick={primary.begin}>
              {primary.name}
            </Button>
          </ActionBar>
        ) : undefined
      }
    >
      <CaseNumber of={found} />
      <Marks stage={view.progress === 'quarantined' ? 'refused' : view.progress} />
      <Standing
        view={view}
        handling={handling}
        silence={view.receiptRefused ? undefined : silenceSays(model.scene.value)}
      />
      {model.scene.value && <HowFar scene={model.scene.value} />}
      <OtherPerson handling={handling} />
      {!acting && <BegunNotice caseId={found.id} resuming={resuming} />}
      {acting && !judging ? (
        <>
          <ActForm model={model} />
          <ReceivedLine found={found} />
        </>
      ) : (
        // One place in both: the file, with its pictures, stays as it is while a form is opened beside it.
        <div ref={table} class={styles.table} data-beside={judging ? '' : undefined}>
          {judging ? (
            // Anew for each act: a browser gives an element that scrolls again the place where it was left.
            <div key={handling.act.value} class={styles.doing}>
              <HandlingActForm file={model} model={handling} />
            </div>
          ) : (
            <Others ways={others} caseId={primary ? undefined : found.id} />
          )}
          {depth > HEAD && (
            <div class={styles.file}>
              <CaseFile model={model} found={found} depth={depth} />
            </div>
          )}
        </div>
      )}
    </Page>
  );
}

/** What else may be done, above what is written of the case. @param caseId whose papers to print, where no bar says it */
function Others({ ways, caseId }: { readonly ways: readonly Way[]; readonly caseId: string | undefined }) {
  return (
    <div class={styles.ways}>
      {caseId !== undefined && <Button href={`/desk/print/case/${caseId}`}>打印</Button>}
      {ways.map(({ act, name, danger, begin }) => (
        <Button key={act} kind={danger ? 'danger' : 'secondary'} onClick={begin}>
          {name}
        </Button>
      ))}
    </div>
  );
}

/** What it goes on from, how far it has come, and who has it. */
const HowFar = ({ scene }: { readonly scene: CaseScene }) => (
  <>
    <Renewed scene={scene} />
    <Stages scene={scene} />
    <WhereLine scene={scene} />
  </>
);

function CaseNumber({ of }: { readonly of: Case }) {
  const sticker = ownSticker(of);
  return (
    <div class={styles.number}>
      <p>编号 {of.number}</p>
      {sticker && <p>收件贴 {sticker}</p>}
    </div>
  );
}

/** Whoever drafted it waits for somebody else; without a word that would look like nothing to do. */
function OtherPerson({ handling }: Pick<CaseFoundProps, 'handling'>) {
  const [next] = handling.ofOthers.value;
  if (!next) return null;
  return (
    <Notice
      kind="info"
      announce={false}
      heading={`${commandWords[next]}要换一个人`}
      todo="起草、批准、监印是三个人，请有这个岗位的另一位同事办理。"
    />
  );
}

interface Way {
  readonly act: CaseAct | HandlingCommandType;
  readonly name: string;
  /** Brings the case on: may be the page's primary action. */
  readonly onward: boolean;
  readonly danger: boolean;
  readonly begin: () => void;
}

/** Everything that may be done with the case now, by whoever works here. */
function waysOn(model: CaseModel, handling: HandlingModel): readonly Way[] {
  const judged = handling.acts.value.map((act) => ({
    act,
    name: commandWords[act],
    onward: isOnward(act),
    danger: FORMS[act].danger === true,
    begin: () => handling.begin(act),
  }));
  const taken = model.acts.value.map((act) => ({
    act,
    name: actName(act, model.scene.value),
    // Taking an application back is the applicant's wish, never the next thing to do.
    onward: act !== 'withdraw',
    danger: act === 'decline' || act === 'close',
    begin: () => model.begin(act),
  }));
  return [...judged, ...taken];
}

/** What asks for attention: refused acts, flags, what waits on the applicant, how it ended. */
function Standing(props: {
  readonly view: CaseView;
  readonly silence: string | undefined;
  readonly handling: HandlingModel;
}) {
  const { view, silence, handling } = props;
  const found = view.case;
  const correction = found.corrections.at(-1);
  return (
    <>
      {view.progress === 'refused' && (
        <Notice
          kind="problem"
          announce={false}
          heading="这一件有一步区里没有登记"
          kept="内容都在本机，没有丢失。"
          todo="到“待上报”里看原因，修改后重报。"
          actions={<Button href="/desk/outbox">去处理</Button>}
        />
      )}
      {view.progress === 'quarantined' && (
        <Notice
          kind="warn"
          heading="区里收到了，单独存放着，还没有登记"
          todo="内容没有丢失，不用重报；督查人员核对后，或者账号恢复后，会自动登记。"
        />
      )}
      {silence && (
        <Notice
          kind="info"
          heading={silence}
          todo="办结期限从那天起算，受理通知书由收件大厅打印，交给申请人。不能再告知补正、退回或者不予受理。"
        />
      )}
      <Flags flags={found.flags} handling={handling} />
      {found.status === 'correcting' && correction && (
        <Notice kind="warn" heading={`等申请人补正，${untilInWords(correction.due)}`}>
          <ol>
            {correction.lines.map((line, at) => (
              <li key={at}>
                {line.name}：{line.what}
              </li>
            ))}
          </ol>
        </Notice>
      )}
      <DepositNotices found={found} />
      {found.ending?.text && <Notice kind="info" heading={`理由：${found.ending.text}`} />}
    </>
  );
}

function NoCase({ id }: { readonly id: string }) {
  return (
    <Page heading="本机没有这一件" back={{ label: '办件列表', href: '/desk/' }}>
      <BegunNotice caseId={id} />
      <Empty
        icon={FileQuestion}
        what="这一件不在本机"
        how="可能是别的大厅的办件，或者办结后已从本机移除；连网后可到收件大厅查看。"
      />
    </Page>
  );
}
