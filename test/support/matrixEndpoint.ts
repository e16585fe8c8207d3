/** The matrix of authority at a real endpoint: one person for each post at each office, and cases in every state. */
import { v7 } from 'uuid';
import type { Case, CaseStatus } from '../../src/domain/case.ts';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import { formatCaseNumber, numberPrefixOf } from '../../src/domain/caseNumber.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { type OfficeId, ROLES, type Role } from '../../src/domain/office.ts';
import type { CaseCommandType } from '../../src/domain/transitions.ts';
import { slotOf } from '../../src/endpoint/access/devices.ts';
import type { BatchAnswer, Envelope, Outcome } from '../../src/protocol/command.ts';
import { type Kind, officeIn, type Relation, standingIn } from './authorityMatrix.ts';
import { call, handAt, startEndpoint, type TestEndpoint } from './endpoint.ts';
import { act, DEFERRED, disagree, PROMISED, receipt } from './handlingActs.ts';
import { GUIDES, handlingCatalogue, handlingRules } from './handlingCatalogue.ts';
import { acceptOn, acting, at, fold, MONDAY } from './sampleCase.ts';
import { WEST } from './sampleCatalogue.ts';
import { makeKey, signedBatch, signedCommand, type TestHand } from './signing.ts';

const NOW = at(MONDAY);
const NAME = '测试人员';

export interface Bench {
  readonly endpoint: TestEndpoint;
  readonly hands: ReadonlyMap<string, TestHand>;
  /** Numbers given so far: each stands on one case. */
  given: number;
}

const postOf = (office: OfficeId, role: Role) => `${role}@${office}`;
export const handOf = ({ hands }: Bench, kind: Kind, relation: Relation, role: Role): TestHand => {
  const hand = hands.get(postOf(officeIn(kind, relation), role));
  if (!hand) throw new Error(`nobody is ${role} of the ${relation}`);
  return hand;
};

/** An endpoint with the sample catalogue, and every post at every office held by somebody, even where none is. */
export async function openBench(clock: () => number = () => Date.parse(NOW)): Promise<Bench> {
  const endpoint = await startEndpoint({ clock });
  endpoint.context.published.adopt(handlingCatalogue);
  const { sealing } = await handAt(endpoint, WEST, 'clerk');
  const hands = new Map<string, TestHand>();
  const offices = handlingCatalogue.offices.map(({ id }) => id);
  for (const office of offices)
    for (const role of ROLES) hands.set(postOf(office, role), await handIn(endpoint, office, role, sealing));
  return { endpoint, hands, given: 0 };
}

/** Straight into the store: forty people would sign in for minutes. */
export async function handIn(
  { store }: TestEndpoint,
  office: OfficeId,
  role: Role,
  sealing: TestHand['sealing'],
): Promise<TestHand> {
  const [person, device, deviceKey, personKey] = [v7(), v7(), await makeKey(), await makeKey()];
  const slot = await store.write(async (tx) => {
    const username = `t${person.slice(-12)}`;
    await tx.addPerson({ id: person, username, name: NAME, password: '', disabledAt: null }, NOW);
    await tx.addPost({ person, office, roles: [role], from: NOW, to: null });
    const given = slotOf(await tx.nextSlot());
    await tx.addDevice({
      ...{ id: device, name: NAME, office, slot: given, deviceKey: deviceKey.publicKey },
      ...{ enrolledBy: person, enrolledAt: NOW, revokedAt: null },
    });
    await tx.contacts([{ device, made: 0, at: NOW }]);
    await tx.addPersonKey({ keyId: personKey.keyId, person, device, publicKey: personKey.publicKey }, NOW);
    return given;
  });
  return { device, deviceKey, slot, office, person, personKey, sealing, made: 0 };
}

/** Sends what several devices have made, as one of them carries it. */
export async function sendAll(
  { endpoint }: Bench,
  carrier: TestHand,
  commands: readonly Envelope[],
  on = NOW,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < commands.length; from += 100) {
    const { body, authorization } = await signedBatch(carrier, commands.slice(from, from + 100), on);
    const answer = await call(endpoint, '/api/commands', { body, headers: { authorization } });
    if (answer.status !== 200) throw new Error(`batch failed: ${answer.status} ${await answer.text()}`);
    outcomes.push(...((await answer.json()) as BatchAnswer).outcomes);
  }
  return outcomes;
}

/** A case as the endpoint has it, and as the rules here say that it is. */
export interface Grown {
  readonly stream: string;
  readonly found: Case | null;
}

export const commandBy = (
  hand: TestHand,
  { stream, found }: Grown,
  command: CaseCommand,
  on = NOW,
): Promise<Envelope> =>
  signedCommand(hand, {
    ...{ type: command.type, stream, payload: command.payload, at: on },
    header: { basis: found ? { version: found.version, file: fileHashOf(found) } : { version: 0 } },
  });

/** What is said in an act of the matrix; a receipt gets a number of its own. */
export function saidIn(
  bench: Bench,
  type: CaseCommandType,
  kind: Kind,
  hand: TestHand,
  found: Case | null,
): CaseCommand {
  const told = [{ material: 'drawing', name: '效果图', what: '请补', basis: '第一条' }];
  switch (type) {
    case 'receive':
      return received(bench, kind, hand);
    case 'accept':
      return found ? acceptOn(found, MONDAY, handlingRules) : act('close');
    case 'requireCorrection':
      return { type, payload: { catalogue: 1, lines: told, due: '2026-12-01' } };
    case 'supplement':
      return { type, payload: { catalogue: 1, marks: { drawing: { kind: 'copies', count: 2 } } } };
    case 'returnPapers':
      return { type, payload: { catalogue: 1, lines: told, text: '退回' } };
    case 'decline':
      return { type, payload: { catalogue: 1, ground: 'notNeeded', text: '不用办', lines: [] } };
    // A number that is written down twice is refused.
    case 'copied':
      return act(type, { number: hand.person });
    case 'assign':
      return act(type, { person: hand.person, name: NAME });
    // The one reason that does not wait until the time for mending is over.
    case 'revoke':
      return act(type, { reason: 'deceit' });
    default:
      return act(type);
  }
}

export function received(bench: Bench, kind: Kind, hand: TestHand, more: object = {}): CaseCommand {
  bench.given += 1;
  const office = hand.office.includes('-') ? kind.hall : hand.office;
  const command = receipt(kind.item, { office, answers: { town: WEST }, ...more });
  const parts = { town: numberPrefixOf(office), date: MONDAY, slot: hand.slot, random: '4QXM' };
  const number = formatCaseNumber({ ...parts, sequence: bench.given });
  return { ...command, payload: { ...command.payload, number } } as CaseCommand;
}

type Line = readonly [Role, Relation, CaseCommand];
const TOWN = 'handling town';
const HALL = 'receiving hall';
const OFFICE = 'department';
const PAPER: readonly Line[] = [
  ['clerk', HALL, act('dispatchPapers')],
  ['officer', OFFICE, act('signForPapers')],
];
const judged = (
  by: Role,
  at: Relation,
  type: 'opine' | 'decide',
  more: CaseCommand = act(type),
): readonly Line[] => [
  [by, at, act('recordStep')],
  [by, at, more],
  ['leader', at, act('approve')],
  ['sealer', at, act('seal')],
];

/** From delivery on: what was promised is found not to be so. */
const afterwards = (kind: Kind): readonly Line[] => [
  ['clerk', HALL, act('deliver')],
  [...suspenderOf(kind), act('verifyPromise', { met: false, lines: ['drawing'], mendBy: '2026-12-01' })],
];

/** From acceptance to the last act before delivery, so that the act that is asked about finds its case. */
function wayOf({ route, item }: Kind, status: CaseStatus, command: CaseCommandType): readonly Line[] {
  const escalated: readonly Line[] = [
    ['clerk', HALL, act('escalate')],
    ['officer', OFFICE, act('answer')],
  ];
  if (item === 'advice') return escalated;
  if (item === 'card') return [['clerk', HALL, act('decide')]];
  const refused = command === 'refuseOnOpinion' || status === 'refused';
  const last: Line = ['officer', OFFICE, act(refused ? 'refuseOnOpinion' : 'issue')];
  switch (route) {
    case 'direct':
      return judged('reviewer', TOWN, 'decide');
    case 'window':
      return [['clerk', TOWN, act('forward')], ...PAPER, ...judged('officer', OFFICE, 'decide')];
    case 'district':
      return [...PAPER, ...judged('officer', OFFICE, 'decide')];
    case 'review':
      return [
        ...judged('reviewer', TOWN, 'opine', refused ? disagree : act('opine')),
        ['reviewer', TOWN, act('forward')],
        ...(status === 'returnedByDepartment' ? [] : PAPER),
        status === 'returnedByDepartment' ? ['officer', OFFICE, act('returnForForm')] : last,
      ];
  }
}

/** What an act may wait for in a state, without leaving it. */
const BESIDE: readonly CaseCommandType[] = [
  ...(['recordStep', 'dispatchPapers', 'signForPapers', 'verifyPromise'] as const),
];

/** Whose judgement it is: whoever may stop the clock, and looks at a promise afterwards. */
const suspenderOf = ({ route }: Kind): readonly [Role, Relation] =>
  route === 'direct' || route === 'review' ? ['reviewer', TOWN] : ['officer', OFFICE];

/** A case that grows here as it does at the endpoint, by the people whose acts those are. */
class Growing {
  found: Case | null = null;
  readonly envelopes: Envelope[] = [];
  constructor(readonly stream: string) {}

  async happens(hand: TestHand, role: Role, said: CaseCommand): Promise<void> {
    const { found } = this;
    this.envelopes.push(await commandBy(hand, this, said));
    const seen = found ? { version: found.version, file: fileHashOf(found) } : { version: 0 };
    const who = { office: hand.office, roles: [role], by: hand.person, now: handlingRules, basis: seen };
    const result = decide(found, said, { ...acting(who), name: NAME });
    if (!result.ok) throw new Error(`${said.type}: ${JSON.stringify(result.refusal)}`);
    this.found = fold(found, result.value);
  }
}

/**
 * Brings a new case at the endpoint into a state.
 * @param ready until the act that is asked about comes next; else only until the state is reached
 */
export async function caseIn(
  bench: Bench,
  kind: Kind,
  status: CaseStatus | 'none',
  command: CaseCommandType,
  ready: boolean,
): Promise<Grown> {
  const growing = new Growing(v7());
  if (status === 'none') return growing;
  const clerk = handOf(bench, kind, HALL, 'clerk');
  const promised = command === 'verifyPromise' || command === 'revoke';
  const lacking = ready && command === 'fulfil' ? DEFERRED : promised ? PROMISED : {};
  await growing.happens(clerk, 'clerk', received(bench, kind, clerk, lacking));
  if (status === 'correcting')
    await growing.happens(clerk, 'clerk', saidIn(bench, 'requireCorrection', kind, clerk, growing.found));
  else if (status !== 'received') await handled(bench, kind, status, ready ? command : undefined, growing);
  const outcomes = await sendAll(bench, clerk, growing.envelopes);
  const wrong = outcomes.find(({ outcome }) => outcome !== 'recorded');
  if (wrong || growing.found?.status !== status)
    throw new Error(
      `${kind.name}, ${command} in ${status}: ${growing.found?.status} ${JSON.stringify(wrong)}`,
    );
  return growing;
}

async function handled(
  bench: Bench,
  kind: Kind,
  status: CaseStatus,
  command: CaseCommandType | undefined,
  growing: Growing,
): Promise<void> {
  const clerk = handOf(bench, kind, HALL, 'clerk');
  if (growing.found) await growing.happens(clerk, 'clerk', acceptOn(growing.found, MONDAY, handlingRules));
  const way = [...wayOf(kind, status, command ?? 'accept'), ...afterwards(kind)];
  for (const [role, relation, said] of way) {
    const waits = command !== undefined && said.type !== command && BESIDE.includes(said.type);
    if (growing.found?.status === status && !waits) break;
    // What this kind of item does without: a visit, an approval, a seal.
    const cell = {
      command: said.type,
      kind,
      status: growing.found?.status ?? 'none',
      role,
      relation,
    } as const;
    const visited = GUIDES[kind.item].steps.some((one) => one.id === 'visit');
    if (standingIn(cell) !== 'ok' || (said.type === 'recordStep' && !visited)) continue;
    await growing.happens(handOf(bench, kind, relation, role), role, said);
  }
  if (command !== 'resume') return;
  const [role, relation] = suspenderOf(kind);
  await growing.happens(handOf(bench, kind, relation, role), role, act('suspend'));
}
