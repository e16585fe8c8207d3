/** Commands of an intake by the real catalogue: item 10, a farmers' cooperative, all papers brought. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { CROCKFORD, formatCaseNumber, numberPrefixOf } from '../../src/domain/caseNumber.ts';
import { checklistOf, fullMark } from '../../src/domain/checklist.ts';
import type { CasePayloads } from '../../src/domain/commands.ts';
import { deadlinesOf } from '../../src/domain/limits.ts';
import { isComplete } from '../../src/domain/rules.ts';
import { legalDateOf } from '../../src/domain/time.ts';
import type { Envelope } from '../../src/protocol/command.ts';
import { type CommandParts, signedCommand, type TestHand, wireOf } from './signing.ts';

export const XIJI = '370406102';
export const SANGCUN = '370406103';
export const DISTRICT = '370406';

const found = seedCatalogue.guides.find((one) => one.id === '10');
if (!isComplete(found)) throw new Error('guide 10 is not complete');
const GUIDE = found;
const ROUTE = seedCatalogue.items.find((item) => item.id === GUIDE.item)?.route ?? 'direct';

const ANSWERS = {
  action: 'setUp',
  name: '翼云果品种植专业合作社',
  members: 10,
  farmers: 10,
  organisations: 0,
  contribution: 'money',
  'charter-unanimous': 'yes',
  'prior-approval': 'no',
  agent: 'no',
} as const;

export const CODE = '7K3M9Q';

/** What a number needs of a hand: the sequence follows the commands made. */
type Numbering = Pick<TestHand, 'office' | 'slot' | 'made'>;

const letters = (count: number): string =>
  [...randomBytes(count)].map((byte) => CROCKFORD.charAt(byte % 32)).join('');

export function caseNumber(hand: Numbering, at: string): string {
  return formatCaseNumber({
    town: numberPrefixOf(hand.office),
    date: legalDateOf(at),
    slot: hand.slot,
    sequence: (hand.made % 9999) + 1,
    random: letters(4),
  });
}

/** A complete receipt of papers at the hand's office. */
export function receivePayload(
  hand: Numbering,
  at: string,
  more: Partial<CasePayloads['receive']> = {},
): CasePayloads['receive'] {
  const town = hand.office.length === 9 ? hand.office : null;
  return {
    catalogue: 1,
    number: caseNumber(hand, at),
    item: GUIDE.item,
    guide: GUIDE.id,
    guideVersion: GUIDE.version,
    route: town === null ? 'district' : ROUTE,
    handlingTown: town,
    channel: 'hall',
    // Each a matter of its own: the same one at two halls is a likely duplicate.
    answers: { ...ANSWERS, name: `翼云${letters(4)}果品种植专业合作社` },
    parties: [
      {
        role: 'legalRepresentative',
        kind: 'person',
        name: '王秀兰',
        idKind: 'identityNumber',
        idNumber: '370406198001010025',
        telephone: '13863200001',
      },
    ],
    marks: Object.fromEntries(
      checklistOf(GUIDE, ANSWERS).map((line) => [line.material.id, fullMark(line.material.form)]),
    ),
    code: CODE,
    ...more,
  };
}

export function acceptPayload(at: string): CasePayloads['accept'] {
  return { catalogue: 1, deadlines: deadlinesOf(GUIDE, ANSWERS, legalDateOf(at), seedCatalogue.calendar) };
}

/** A new case at the hand's office. */
export async function receive(
  hand: TestHand,
  at: string,
  more: Partial<CommandParts> & { payload?: Partial<CasePayloads['receive']> } = {},
): Promise<Envelope> {
  const payload = receivePayload(hand, at, more.payload);
  return signedCommand(hand, { type: 'receive', stream: v7(), at, ...more, payload });
}

export const streamOf = (envelope: Envelope): string =>
  (JSON.parse(wireOf(envelope).header) as { stream: { id: string } }).stream.id;

/** The number that a receipt has printed. */
export const numberIn = (received: Envelope): string =>
  (JSON.parse(wireOf(received).payload) as { number: string }).number;

/** The command that accepts a case that was received by another command. */
export function accept(
  hand: TestHand,
  received: Envelope,
  at: string,
  more: Partial<CommandParts> = {},
): Promise<Envelope> {
  const stream = streamOf(received);
  return signedCommand(hand, {
    type: 'accept',
    stream,
    at,
    after: received.id,
    payload: acceptPayload(at),
    ...more,
  });
}

/** Takes an application back: what needs nothing but a case. */
export function withdraw(
  hand: TestHand,
  stream: string,
  at: string,
  more: Partial<CommandParts> = {},
): Promise<Envelope> {
  return signedCommand(hand, {
    type: 'withdraw',
    stream,
    at,
    payload: { catalogue: 1, text: '申请人要求撤回' },
    ...more,
  });
}
