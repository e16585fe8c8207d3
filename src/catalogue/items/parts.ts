import type {
  Delegation,
  IntakeSource,
  Item,
  ItemCode,
  ItemStatus,
  Supervision,
  TargetField,
} from '../../domain/item.ts';
import type { OfficeId } from '../../domain/office.ts';
import type { LegalDate } from '../../domain/time.ts';
import { LAW } from '../bases.ts';
import { TOWNS } from '../offices.ts';
import { searchWords } from '../words.ts';

/** The day of the notice: from here on the nine towns hold the powers. */
export const DELEGATED_ON: LegalDate = '2021-06-28';

/** The code printed in the notice's annex. */
export const noticeCode = (value: string): ItemCode => ({
  scheme: 'NOTICE_13',
  value,
  from: DELEGATED_ON,
  confirmation: 'confirmed',
});

/** A code that came after the notice, as seen elsewhere; the district still has to confirm it. */
export const laterCode = (scheme: ItemCode['scheme'], value: string, from?: LegalDate): ItemCode => ({
  scheme,
  value,
  ...(from === undefined ? {} : { from }),
  confirmation: 'pending',
});

export const IN_FORCE: ItemStatus = {
  state: 'in_force',
  from: DELEGATED_ON,
  basis: LAW.notice,
  confirmation: 'confirmed',
};

/** All thirteen powers went to all nine towns on the same day. */
export const NINE_TOWNS: readonly Delegation[] = TOWNS.map(({ id }) => ({ office: id, from: DELEGATED_ON }));

/**
 * Who supervises what a licence allows (审管衔接). Within how many days results are told is the district's to say; one to
 * five working days are usual elsewhere, and nothing is known of an answer: all of it waits for confirmation. Where the
 * bureau that would supervise is none of the six departments here, the one that keeps the item passes it on.
 */
export const supervisedBy = (office: OfficeId): Supervision => ({
  ...{ office, claimDays: 5, answerDays: 10 },
  confirmation: 'pending',
});

/** Whether it is ever prolonged, the department has to say; thirty days are the law's. */
export const RENEWABLE: NonNullable<Item['renewal']> = { daysBefore: 30, confirmation: 'pending' };

/** Facts that nearly every item shares. */
export const COMMON = {
  status: [IN_FORCE],
  delegations: NINE_TOWNS,
  subjectKey: { of: 'party', role: 'applicant' },
  handlingTown: { by: 'receivingHall' },
  // What is decided is released by the leader of the office; which items need no more than the officer is the department's to say.
  needsApproval: { delegated: true, district: true, confirmation: 'pending' },
} as const satisfies Partial<Item>;

/** An item with its search words, made from its names and from what people say. */
export const withWords = (item: Omit<Item, 'words'>): Item => ({
  ...item,
  words: searchWords(item.id, [item.name, item.shortName]),
});

/** A field of the system of record that a party of the intake fills. */
export const ofParty = (
  label: string,
  role: string,
  what: Extract<IntakeSource, { of: 'party' }>['what'],
): TargetField => ({ label, from: { of: 'party', role, what } });

/** A field that an answer fills. */
export const answered = (label: string, question: string): TargetField => ({
  label,
  from: { of: 'answer', question },
});

/** A field that nobody is asked for at the intake. */
export const typed = (label: string): TargetField => ({ label });
