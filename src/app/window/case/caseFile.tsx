import { History } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Case } from '../../../domain/case.ts';
import { answerInWords, type ChecklistLine, checklistOf } from '../../../domain/checklist.ts';
import { clockOf } from '../../../domain/clock.ts';
import type { Revealed } from '../../../domain/commands.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import type { Party } from '../../../domain/parties.ts';
import type { HistoryEntry } from '../../local/types.ts';
import { Button } from '../../parts/button.tsx';
import { dateInFull, momentInWords } from '../../parts/dates.ts';
import { eventWords } from '../../parts/eventWords.ts';
import { Asked } from '../../parts/masked.tsx';
import { routeWords } from '../../parts/routeWords.ts';
import { useBench } from '../desk.tsx';
import { HandlingFile } from '../handling/handlingFile.tsx';
import { NoteThread } from '../handling/noteThread.tsx';
import { assignmentInWords } from '../handling/words.ts';
import { DeadlineDates } from '../intake/deadlines.tsx';
import { idLabels } from '../intake/idNumber.tsx';
import { PaperList } from '../intake/paperList.tsx';
import { caseFormButton } from '../papers/formButtons.tsx';
import { paperNameIn } from '../photos/paperPages.tsx';
import { TroubleNotice } from '../trouble.tsx';
import { renewalInWords, roleWords } from '../words.ts';
import styles from './case.module.css';
import { type CaseScene, isCopied } from './caseActions.ts';
import { type CaseModel, nameOf } from './caseModel.ts';
import { CasePages, PagesState, pagesOnLine, useAlbum } from './casePages.tsx';
import { CopyCard } from './copyCard.tsx';
import { type Depth, PAPERS, WHOLE } from './depth.ts';
import { OfficeTimes } from './officeTimes.tsx';
import { NumberForm, SystemNumbers } from './systemNumbers.tsx';

/** Papers that are drawn before the rest: more than these fit on no counter's screen. */
const LINES_AT_ONCE = 2;

interface CaseFileProps {
  readonly model: CaseModel;
  readonly found: Case;
}

/** What the case holds: deadlines, papers with their marks, parties (covered), answers, history. */
export function CaseFile({ model, found, depth }: CaseFileProps & { readonly depth: Depth }) {
  const { rules, today } = useBench();
  const scene = model.scene.value;
  const guide = scene?.guide;
  const lines = guide ? checklistOf(guide, found.answers) : [];
  const whole = depth === WHOLE;
  const album = useAlbum(model.view.value, (paper) => paperNameIn(lines, paper, guide?.steps));
  return (
    <>
      {scene && <Limits scene={scene} />}
      <HandlingFile found={found} />
      <SystemNumbers found={found} />
      {scene && !model.view.value?.receiptRefused && <NoteThread scene={scene} note={model.note} />}
      {album && <PagesState album={album} />}
      {guide && depth >= PAPERS && (
        <PaperList
          lines={lines}
          drawn={whole ? lines.length : LINES_AT_ONCE}
          marks={found.marks}
          today={today}
          calendar={rules.calendar}
          pagesOf={({ material }) =>
            onLine(
              caseFormButton(found.id, guide, material.id),
              whole ? pagesOnLine(album, material.id) : undefined,
            )
          }
        />
      )}
      {whole && (
        <div class={styles.further}>
          {album && <CasePages album={album} onLines={askedIn(lines)} />}
          <Further model={model} found={found} />
        </div>
      )}
    </>
  );
}

/** Counted anew, as everywhere: what was told is on its paper. What silence has accepted runs from the day of its papers. */
function Limits({ scene: { found, status, guide } }: { readonly scene: CaseScene }) {
  const { rules } = useBench();
  const told = found.dates ?? found.deadlines;
  const acceptedOn = found.acceptedOn ?? (status === 'accepted' ? found.papersOn : undefined);
  if (guide && acceptedOn !== undefined)
    return <DeadlineDates dates={clockOf({ ...found, acceptedOn }, guide, rules.calendar)} />;
  return told ? <DeadlineDates dates={told} /> : null;
}

/** A form to print, and what was photographed of the paper; nothing where there is neither. */
const onLine = (form: ComponentChildren, pages: ComponentChildren) =>
  form || pages ? (
    <>
      {form}
      {pages}
    </>
  ) : undefined;

/** Only a line that is asked for shows its pages. */
const askedIn = (lines: readonly ChecklistLine[]): ReadonlySet<string> =>
  new Set(lines.filter((line) => line.state === 'asked').map((line) => line.material.id));

/** What stands below the papers, and with that below the edge of a screen. */
function Further({ model, found }: CaseFileProps) {
  const scene = model.scene.value;
  const guide = scene?.guide;
  return (
    <>
      {scene?.guide && isCopied(scene) && (
        <CopyCard
          caseId={found.id}
          target={scene.item.target}
          facts={{ guide: scene.guide, answers: found.answers, parties: found.parties }}
        >
          <NumberForm scene={scene} model={model.number} />
        </CopyCard>
      )}
      <Parties model={model} found={found} />
      {guide && <Answers guide={guide} found={found} />}
      <CaseHistory model={model} />
      {scene && model.history.value && <OfficeTimes scene={scene} entries={model.history.value} />}
      <ReceivedLine found={found} />
    </>
  );
}

/** By which route it goes, and where and when it was received. */
export function ReceivedLine({ found }: { readonly found: Case }) {
  const { rules } = useBench();
  return (
    <p class={styles.quiet}>
      <a href="/desk/help">{routeWords[found.route].name}</a> · {rules.office(found.hall)?.name ?? found.hall}{' '}
      · {dateInFull(found.receivedOn)}
      收件{found.channel === 'village' && '（进村上门）'}
    </p>
  );
}

function Answers({ guide, found }: { readonly guide: CompleteGuide; readonly found: Case }) {
  return (
    <section class={styles.section} aria-label="情形">
      <h2>情形</h2>
      <dl class={styles.facts}>
        {guide.questions.map((question) => {
          const given = found.answers[question.id];
          return given === undefined ? null : (
            <div key={question.id}>
              <dt>{question.text}</dt>
              <dd>{answerInWords(question, given)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Parties({ model, found }: CaseFileProps) {
  const guide = model.scene.value?.guide;
  return (
    <section class={styles.section} aria-label="当事人">
      <h2>当事人</h2>
      <TroubleNotice trouble={model.askTrouble.value} kept="办件内容都在，没有丢失。" />
      {found.parties.map((party, at) => (
        <PartyCard
          key={at}
          model={model}
          at={at}
          party={party}
          role={
            guide?.parties.find((rule) => rule.role === party.role)?.label ??
            roleWords[party.role] ??
            party.role
          }
        />
      ))}
      {found.renews && <p>延续：{renewalInWords(found.renews)}。</p>}
      {found.signing && <p>申请人在纸上按指印，见证人 {found.signing.witness}。</p>}
    </section>
  );
}

interface PartyCardProps {
  readonly model: CaseModel;
  readonly at: number;
  readonly party: Party;
  readonly role: string;
}

function PartyCard({ model, at, party, role }: PartyCardProps) {
  const asked = (what: Revealed) => ({
    answer: model.shown.value[nameOf(at, what)],
    busy: model.busy.value,
    onAsk: () => void model.reveal(at, what),
  });
  return (
    <dl class={styles.party}>
      <div>
        <dt>{role}</dt>
        <dd class={styles.name}>{party.name}</dd>
      </div>
      <div>
        <dt>{idLabels[party.idKind]}</dt>
        <dd>
          {party.idKind === 'creditCode' ? (
            party.idNumber
          ) : (
            <Asked
              label={`${party.name}的${idLabels[party.idKind]}`}
              kind="identity"
              value={party.idNumber}
              {...asked('identityNumber')}
            />
          )}
        </dd>
      </div>
      {party.telephone && (
        <div>
          <dt>联系电话</dt>
          <dd>
            <Asked
              label={`${party.name}的联系电话`}
              kind="telephone"
              value={party.telephone}
              {...asked('telephone')}
            />
          </dd>
        </div>
      )}
      {party.address && (
        <div>
          <dt>地址</dt>
          <dd>{party.address}</dd>
        </div>
      )}
    </dl>
  );
}

/** What happened; of who was to see to it, whom. */
function inWords({ type, at }: HistoryEntry, assigned: Case['assigned'] = []): string {
  const to = type === 'assigned' ? assigned.find((one) => one.at === at) : undefined;
  const word = eventWords[type] ?? type;
  return to ? `${word}：${assignmentInWords(to)}` : word;
}

/** From the district, when there is a line. */
function CaseHistory({ model }: { readonly model: CaseModel }) {
  const { local, rules, today } = useBench();
  const entries = model.history.value;
  const { online } = local.status.value;
  return (
    <section class={styles.section} aria-label="办理经过">
      <h2>办理经过</h2>
      {entries ? (
        <ol class={styles.history}>
          {entries.map((entry) => (
            <li key={entry.version}>
              <b>{inWords(entry, model.view.value?.case.assigned)}</b>
              <span class={styles.quiet}>
                {momentInWords(entry.at, today)} · {rules.office(entry.office)?.shortName ?? entry.office} ·{' '}
                {entry.by}
                {entry.for && `（代${entry.for}）`}
                {' · 区里登记于 '}
                {momentInWords(entry.recordedAt, today)}
              </span>
            </li>
          ))}
        </ol>
      ) : online ? (
        <div>
          <Button icon={History} onClick={() => void model.loadHistory()}>
            看办理经过
          </Button>
        </div>
      ) : (
        <p class={styles.quiet}>办理经过存在区里，连网后可以看。</p>
      )}
      <TroubleNotice trouble={model.historyTrouble.value} kept="办件内容都在，没有丢失。" />
    </section>
  );
}
