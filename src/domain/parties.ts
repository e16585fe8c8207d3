import { type Answers, evaluate } from './condition.ts';
import type { CompleteGuide, PartyRule } from './guide.ts';
import { checkCreditCode, checkIdentityNumber, checkMobileNumber } from './identity.ts';
import type { LegalDate } from './time.ts';

/** 居民身份证、统一社会信用代码、其他证件（护照、军官证 …，只留号码不作校验）. */
export type IdKind = 'identityNumber' | 'creditCode' | 'other';

/** A person or organisation that takes part in a case. Personal data throughout: sealed at rest, masked on screens. */
export interface Party {
  /** A role that the guide names: applicant, agent, buyer, seller … */
  readonly role: string;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly telephone: string;
  readonly address?: string;
  /** Of a member of a cooperative: four in five must be farmers (Farmers' Cooperatives Law, art. 20). */
  readonly farmer?: boolean;
}

/** Everybody who applies: where the guide names nobody so, as of a cooperative, the first who takes part. */
export function applicantsIn(parties: readonly Party[]): readonly Party[] {
  const named = parties.filter((party) => party.role === 'applicant');
  return named.length > 0 ? named : parties.slice(0, 1);
}

/** The applicant, or the first who takes part. */
export const applicantIn = (parties: readonly Party[]): Party | undefined => applicantsIn(parties)[0];

const ID_END = 4;

/** Whether an applicant's identity number ends so: what somebody says who is not shown any of it. */
export function hasIdEnd(parties: readonly Party[], said: string | undefined): boolean {
  const end = (said ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const applicants = parties.filter(({ role }) => role !== 'agent' && role !== 'member');
  return end.length === ID_END && applicants.some((one) => one.idNumber.toUpperCase().endsWith(end));
}

/** What is wrong with a party, by field; `index` counts within all parties. */
export interface PartyProblem {
  readonly code:
    | 'party.nameMissing'
    | 'party.idInvalid'
    | 'party.telephoneInvalid'
    | 'party.roleUnknown'
    | 'party.kindWrong'
    | 'party.tooFew'
    | 'party.tooMany';
  readonly role: string;
  readonly index?: number;
  readonly field?: 'name' | 'idNumber' | 'telephone' | 'kind';
  /** The verdict on a number, for the words beside the field. */
  readonly detail?: string;
}

/** The party rules that apply, given the answers. An agent may always act (Administrative Licensing Law art. 29). */
export function partyRules(guide: CompleteGuide, answers: Answers): PartyRule[] {
  return guide.parties.filter((rule) => !rule.when || evaluate(rule.when, answers) === true);
}

/** Everything wrong with the parties of an intake, so that it can be told at once. */
export function checkParties(
  guide: CompleteGuide,
  answers: Answers,
  parties: readonly Party[],
  today: LegalDate,
): PartyProblem[] {
  const rules = partyRules(guide, answers);
  const problems: PartyProblem[] = [];
  for (const rule of rules) {
    const count = parties.filter((party) => party.role === rule.role).length;
    if (count < rule.min) problems.push({ code: 'party.tooFew', role: rule.role });
    if (count > rule.max) problems.push({ code: 'party.tooMany', role: rule.role });
  }
  parties.forEach((party, index) => {
    const rule = rules.find((one) => one.role === party.role);
    if (!rule) problems.push({ code: 'party.roleUnknown', role: party.role, index });
    problems.push(...checkParty(party, index, rule, today));
  });
  return problems;
}

/** What is wrong with the fields of one party. */
export function checkParty(
  party: Party,
  index: number,
  rule: PartyRule | undefined,
  today: LegalDate,
): PartyProblem[] {
  const problems: PartyProblem[] = [];
  const at = { role: party.role, index };
  if (rule && !rule.kinds.includes(party.kind))
    problems.push({ code: 'party.kindWrong', field: 'kind', ...at });
  if (party.name.trim() === '') problems.push({ code: 'party.nameMissing', field: 'name', ...at });
  const verdict = verdictOnId(party, today);
  if (verdict !== 'ok') problems.push({ code: 'party.idInvalid', field: 'idNumber', detail: verdict, ...at });
  const may = party.role === 'agent' || rule?.telephone === 'optional';
  if (party.telephone.trim() !== '' || !may) {
    const telephone = checkTelephone(party.telephone);
    if (telephone !== 'ok')
      problems.push({ code: 'party.telephoneInvalid', field: 'telephone', detail: telephone, ...at });
  }
  return problems;
}

function verdictOnId(party: Party, today: LegalDate): string {
  if (party.idKind === 'identityNumber') return checkIdentityNumber(party.idNumber, today);
  if (party.idKind === 'creditCode') return checkCreditCode(party.idNumber);
  return party.idNumber.trim() === '' ? 'length' : 'ok';
}

/** A mobile number, or a fixed line with area code: farmers often leave the village office's. */
export function checkTelephone(text: string): string {
  const digits = text.replace(/[\s-]/g, '');
  if (/^0\d{9,11}$/.test(digits)) return 'ok';
  return checkMobileNumber(text);
}
