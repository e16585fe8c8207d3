import { History } from 'lucide';
import type { Case } from '../../../domain/case.ts';
import { answerInWords, checklistOf } from '../../../domain/checklist.ts';
import type { Revealed } from '../../../domain/commands.ts';
import type { Party } from '../../../domain/parties.ts';
import type { HistoryEntry } from '../../local/types.ts';
import { Button } from '../../parts/button.tsx';
import { momentInWords } from '../../parts/dates.ts';
import { eventWords } from '../../parts/eventWords.ts';
import { Asked } from '../../parts/masked.tsx';
import { useBench } from '../desk.tsx';
import { HandlingFile } from '../handling/handlingFile.tsx';
import { assignmentInWords } from '../handling/words.ts';
import { DeadlineDates } from '../intake/deadlines.tsx';
import { idLabels } from '../intake/idNumber.tsx';
import { PaperList } from '../intake/paperList.tsx';
import { partLater } from '../later.tsx';
import { caseFormButton } from '../papers/formButtons.tsx';
import { paperNameIn } from '../photos/paperPages.tsx';
import { TroubleNotice } from '../trouble.tsx';
import { renewalInWords, roleWords } from '../words.ts';
import styles from './case.module.css';
import { type CaseModel, nameOf } from './caseModel.ts';
import { CasePages } from './casePages.tsx';

const NoteThread = partLater(async () => (await import('../handling/noteThread.tsx')).NoteThread);
const CopyCard = partLater(async () => (await import('./copyCard.tsx')).CopyCard);

/** Once it is over, nothing is typed into another system any more. */
const isOpen = ({ ending }: Case): boolean => ending === undefined;

/** What the case holds: deadlines, papers with their marks, parties (covered), answers, history. */
export function CaseFile({ model, found }: { readonly model: CaseModel; readonly found: Case }) {
  const { rules, today } = useBench();
  const scene = model.scene.value;
  const guide = scene?.guide;
  return (
    <>
      {found.deadlines && <DeadlineDates dates={found.dates ?? found.deadlines} />}
      <HandlingFile found={found} />
      {scene && !model.view.value?.receiptRefused && <NoteThread scene={scene} />}
      {guide && (
        <PaperList
          lines={checklistOf(guide, found.answers)}
          marks={found.marks}
          today={today}
          calendar={rules.calendar}
          pagesOf={({ material }) => caseFormButton(found.id, guide, material.id)}
        />
      )}
      {model.view.value && (
        <CasePages
          view={model.view.value}
          nameOf={(paper) => paperNameIn(guide ? checklistOf(guide, found.answers) : [], paper, guide?.steps)}
        />
      )}
      {scene?.guide && isOpen(found) && scene.item.target.fields.length > 0 && (
        <CopyCard
          caseId={found.id}
          target={scene.item.target}
          facts={{ guide: scene.guide, answers: found.answers, parties: found.parties }}
        />
      )}
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
      {guide && (
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
      )}
      <CaseHistory model={model} />
    </>
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
