import { IdCard, Plus, Trash2 } from 'lucide';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { PartyRule } from '../../../domain/guide.ts';
import type { Party } from '../../../domain/parties.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useDesk } from '../desk.tsx';
import { problemInWords } from '../numberWords.ts';
import { CardDesk } from './cardDesk.ts';
import { ReadCard, SaidOfStep, TypedByReader } from './cardParts.tsx';
import { IdNumber } from './idNumber.tsx';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';
import { blankParty, idKindsOf, ofKind, withNeeded } from './parties.ts';
import { RosterPart } from './roster/rosterPart.tsx';

export function PartiesStep({ intake }: { readonly intake: Intake }) {
  const rules = intake.partyRules.value;
  // A draft reopened on this step, or answers changed since, may need other entries.
  useEffect(() => {
    const { parties } = intake.content.peek();
    const needed = withNeeded(rules, parties);
    if (needed !== parties) intake.change({ parties: needed });
  }, [rules, intake]);
  const cards = useCards(intake);
  return (
    <>
      <RosterPart intake={intake} />
      <SaidOfStep cards={cards} />
      {rules.map((rule) => (
        <RoleSection key={`${rule.role} ${rule.label}`} intake={intake} rule={rule} cards={cards} />
      ))}
      <div>
        <Button kind="quiet" icon={IdCard} href="/desk/reader">
          读卡器设置
        </Button>
      </div>
    </>
  );
}

/** Cards are read while this step is open; a key reads into the next person who has no number yet. */
function useCards(intake: Intake): CardDesk {
  const desk = useDesk();
  const cards = useMemo(() => new CardDesk(desk, intake), [desk, intake]);
  useEffect(() => {
    void cards.open();
  }, [cards]);
  const read = () => void cards.readNext();
  useShortcuts(
    cards.settings.value?.way === 'service' ? [{ keys: 'Alt+r', label: '读身份证', run: read }] : [],
  );
  return cards;
}

interface RoleProps {
  readonly intake: Intake;
  readonly rule: PartyRule;
  readonly cards: CardDesk;
}

function RoleSection({ intake, rule, cards }: RoleProps) {
  const own = intake.content.value.parties.flatMap((party, index) =>
    party.role === rule.role ? [{ party, index }] : [],
  );
  const nameOf = (at: number) => (rule.max > 1 ? `${rule.label} ${at + 1}` : rule.label);
  return (
    <>
      {own.map(({ party, index }, at) => (
        <PartyFields
          key={index}
          intake={intake}
          rule={rule}
          cards={cards}
          party={party}
          index={index}
          name={nameOf(at)}
          removable={own.length > rule.min}
        />
      ))}
      {own.length < rule.max && (
        <div>
          <Button icon={Plus} onClick={() => intake.addParty(blankParty(rule))}>
            {`添加${rule.label}`}
          </Button>
        </div>
      )}
    </>
  );
}

interface PartyFieldsProps extends RoleProps {
  readonly party: Party;
  readonly index: number;
  readonly name: string;
  readonly removable: boolean;
}

function PartyFields({ intake, rule, cards, party, index, name, removable }: PartyFieldsProps) {
  const set = (patch: Partial<Party>) => intake.setParty(index, { ...party, ...patch });
  const pressed = intake.pressed.value.has('parties');
  const reads = cards.reads.value.get(index) ?? 0;
  const box = useFocusAfter(reads);
  const byCard = party.kind === 'person' && party.idKind === 'identityNumber';
  const problem = intake.partyProblems.value.filter((one) => one.index === index);
  const says = (field: 'name' | 'idNumber' | 'telephone') => {
    const found = problem.find((one) => one.field === field);
    return found && problemInWords(found, party);
  };
  return (
    <fieldset class={styles.party} ref={box}>
      <legend class={styles.partyName}>{name}</legend>
      {rule.kinds.length > 1 && (
        <Segments
          label={`${name}是个人还是单位`}
          options={[
            { value: 'person', label: '个人' },
            { value: 'organisation', label: '单位' },
          ]}
          value={party.kind}
          onChange={(kind) => intake.setParty(index, ofKind(party, kind))}
        />
      )}
      {byCard && <ReadCard cards={cards} index={index} name={name} />}
      <TypedByReader cards={cards} index={index} field="name">
        <Field
          label={party.kind === 'person' ? '姓名' : '单位名称'}
          value={party.name}
          maxLength={120}
          error={pressed ? says('name') : undefined}
          onInput={(text) => set({ name: text })}
        />
      </TypedByReader>
      <TypedByReader cards={cards} index={index} field="idNumber">
        <IdNumber key={reads} party={party} error={says('idNumber')} pressed={pressed} onChange={set} />
      </TypedByReader>
      <PhoneField party={party} error={says('telephone')} pressed={pressed} onChange={set} />
      <Field
        label="地址"
        optional
        width="full"
        maxLength={200}
        value={party.address ?? ''}
        onInput={(address) => set({ address })}
      />
      <div class={styles.ways}>
        {idKindsOf(party.kind).map((kind) =>
          kind === party.idKind ? null : (
            <Button key={kind} kind="quiet" onClick={() => set({ idKind: kind, idNumber: '' })}>
              {kind === 'other' ? '用其他证件' : party.kind === 'person' ? '用身份证' : '用统一社会信用代码'}
            </Button>
          ),
        )}
        {removable && (
          <Button kind="quiet" icon={Trash2} onClick={() => intake.removeParty(index)}>
            {`删去${name}`}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** After a card was read the hand goes on with what no card says. */
function useFocusAfter(reads: number) {
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    if (reads > 0) box.current?.querySelector<HTMLElement>('input[type=tel]')?.focus();
  }, [reads]);
  return box;
}

interface NumberProps {
  readonly party: Party;
  readonly error: string | undefined;
  readonly pressed: boolean;
  readonly onChange: (patch: Partial<Party>) => void;
}

function PhoneField({ party, error, pressed, onChange }: NumberProps) {
  return (
    <Field
      label="联系电话"
      type="tel"
      value={party.telephone}
      maxLength={20}
      optional={party.role === 'agent'}
      error={pressed || party.telephone.replace(/\D/g, '').length >= 11 ? error : undefined}
      onInput={(telephone) => onChange({ telephone })}
    />
  );
}
