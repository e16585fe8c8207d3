import type { PartyRule } from '../../../domain/guide.ts';
import { checkIdentityNumber, normaliseIdentityNumber } from '../../../domain/identity.ts';
import type { Party } from '../../../domain/parties.ts';
import type { LegalDate } from '../../../domain/time.ts';
import type { Card } from '../../local/cardReader.ts';

/** What a card, or a reader that types, says of a person. */
export type ReadPerson = Pick<Card, 'idNumber'> &
  Partial<Pick<Card, 'name' | 'address' | 'birth' | 'validUntil'>>;

/** Places in `parties`, in the order in which the screen shows them. Roles of another situation are kept, and not shown. */
export const onScreen = (rules: readonly PartyRule[], parties: readonly Party[]): readonly number[] =>
  rules.flatMap((rule) => parties.flatMap((party, index) => (party.role === rule.role ? [index] : [])));

const takesCard = ({ kind, idKind }: Party): boolean => kind === 'person' && idKind === 'identityNumber';

const isNumbered = ({ idNumber }: Party, today: LegalDate): boolean =>
  checkIdentityNumber(normaliseIdentityNumber(idNumber), today) === 'ok';

/** Whom a key reads into: the first on the screen whose number is not there yet. Undefined = everybody has one. */
export const nextPlace = (
  rules: readonly PartyRule[],
  parties: readonly Party[],
  today: LegalDate,
): number | undefined =>
  onScreen(rules, parties).find((index) => {
    const party = parties[index];
    return party && takesCard(party) && !isNumbered(party, today);
  });

/** Where the same person stands on the screen already. */
export const placeOf = (
  rules: readonly PartyRule[],
  parties: readonly Party[],
  { idNumber }: ReadPerson,
): number | undefined =>
  onScreen(rules, parties).find((index) => {
    const party = parties[index];
    return party && takesCard(party) && normaliseIdentityNumber(party.idNumber) === idNumber;
  });

/** Whether somebody else stands there: nobody is written over without a word. A begun number or name is nobody else. */
export function isSomebodyElse(party: Party, read: ReadPerson, today: LegalDate): boolean {
  if (isNumbered(party, today)) return normaliseIdentityNumber(party.idNumber) !== read.idNumber;
  const name = party.name.trim();
  return name !== '' && read.name !== undefined && !read.name.startsWith(name);
}

/** The person with what was read. What somebody typed and the card does not contradict stays. */
export function withRead(party: Party, read: ReadPerson, today: LegalDate): Party {
  const other = isSomebodyElse(party, read, today);
  const { address: typed, ...rest } = party;
  const address = other || !typed?.trim() ? read.address : typed;
  const name = read.name ?? (other ? '' : party.name);
  return { ...rest, name, idNumber: read.idNumber, ...(address ? { address } : {}) };
}

/** What was in a field before a reader typed on at its end, and what it typed. */
export const typedOnto = (before: string, text: string): string | undefined =>
  before !== '' && text.startsWith(before) ? text.slice(before.length) : undefined;
