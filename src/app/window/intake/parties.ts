import type { PartyRule } from '../../../domain/guide.ts';
import { normaliseIdentityNumber, normaliseMobileNumber } from '../../../domain/identity.ts';
import type { IdKind, Party } from '../../../domain/parties.ts';

export function blankParty(rule: PartyRule): Party {
  return ofKind(
    { role: rule.role, kind: 'person', name: '', idKind: 'identityNumber', idNumber: '', telephone: '' },
    rule.kinds[0] ?? 'person',
  );
}

/** Turns a party into a person or an organisation; the number is the other kind's, so it goes. */
export function ofKind(party: Party, kind: Party['kind']): Party {
  return { ...party, kind, idKind: idKindsOf(kind)[0] ?? 'other', idNumber: '' };
}

export function idKindsOf(kind: Party['kind']): readonly IdKind[] {
  return kind === 'person' ? ['identityNumber', 'other'] : ['creditCode', 'other'];
}

/**
 * The entries that the form shows: blank ones up to the least number of each role, and each of a kind that its role
 * allows (another answer may have turned a person into an organisation). The same array when nothing has to change.
 */
export function withNeeded(rules: readonly PartyRule[], parties: readonly Party[]): readonly Party[] {
  const fitted = parties.map((party) => {
    const rule = rules.find((one) => one.role === party.role);
    return !rule || rule.kinds.includes(party.kind) ? party : ofKind(party, rule.kinds[0] ?? 'person');
  });
  const missing = rules.flatMap((rule) => {
    const there = parties.filter((party) => party.role === rule.role).length;
    return Array.from({ length: Math.max(0, rule.min - there) }, () => blankParty(rule));
  });
  const same = missing.length === 0 && fitted.every((party, at) => party === parties[at]);
  return same ? parties : [...fitted, ...missing];
}

/** The parties as they are recorded: only roles that apply, numbers tidied. */
export function partiesToRecord(rules: readonly PartyRule[], parties: readonly Party[]): readonly Party[] {
  return parties
    .filter((party) => rules.some((rule) => rule.role === party.role))
    .map((party) => {
      const { address, ...rest } = party;
      const tidy: Party = {
        ...rest,
        name: party.name.trim(),
        idNumber: party.idKind === 'other' ? party.idNumber.trim() : normaliseIdentityNumber(party.idNumber),
        telephone: normaliseMobileNumber(party.telephone),
      };
      return address?.trim() ? { ...tidy, address: address.trim() } : tidy;
    });
}
