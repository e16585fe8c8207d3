import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { officesOf } from '../../src/domain/handling.ts';
import { caseAfter, MONDAY, receiveAt, refusalOf } from '../support/sampleCase.ts';
import { DEPARTMENT, DISTRICT, EAST, sampleRules, WEST } from '../support/sampleCatalogue.ts';

const lacking = caseAfter(null, receiveAt(WEST, 'permit', { missing: ['drawing'] }));
const correct: CaseCommand = {
  type: 'requireCorrection',
  payload: {
    catalogue: 1,
    lines: [{ material: 'drawing', name: '效果图', what: '请补', basis: '第一条' }],
    due: '2026-12-07',
  },
};
const correcting = caseAfter(lacking, correct);
const claim = (code = correcting.code): CaseCommand => ({ type: 'claim', payload: { catalogue: 1, code } });
const supplement: CaseCommand = {
  type: 'supplement',
  payload: { catalogue: 1, marks: { drawing: { kind: 'copies', count: 2 } } },
};
const seenBy = (found: typeof correcting) => officesOf(found, sampleRules.item(found.item));

describe('a hall that claims a case for a supplement', () => {
  const claimed = caseAfter(correcting, claim(), { office: EAST });

  it('sees it from then on, and may take the missing papers in; the receiving hall reads who it is', () => {
    expect(seenBy(correcting)).not.toContain(EAST);
    expect(seenBy(claimed)).toContain(EAST);
    expect(claimed).toMatchObject({ status: 'correcting', claims: [{ office: EAST, on: MONDAY }] });
    const next = caseAfter(claimed, supplement, { office: EAST });
    expect(next).toMatchObject({
      status: 'received',
      hall: WEST,
      claims: [{ office: EAST, doneOn: MONDAY }],
    });
  });

  it('gains nothing else: what follows stays with the hall that received it', () => {
    const act = { office: EAST };
    expect(refusalOf(correcting, supplement, act).code).toBe('power.office');
    expect(refusalOf(claimed, supplement, { office: DISTRICT }).code).toBe('power.office');
    const next = caseAfter(claimed, supplement, act);
    for (const type of ['accept', 'decline'] as const) {
      const command = { type, payload: { catalogue: 1 } } as unknown as CaseCommand;
      expect(refusalOf(next, command, act).code, type).toBe('power.office');
    }
    const again = caseAfter(next, correct);
    expect(refusalOf(again, supplement, act).code).toBe('power.office');
    expect(caseAfter(caseAfter(again, claim(), act), supplement, act).claims).toHaveLength(2);
  });

  it('must have been shown the receipt, and claims once, while something is awaited', () => {
    expect(refusalOf(correcting, claim('AAAAAA'), { office: EAST }).code).toBe('claim.codeWrong');
    expect(refusalOf(claimed, claim(), { office: EAST }).code).toBe('claim.already');
    expect(caseAfter(claimed, claim(), { office: DISTRICT }).claims).toHaveLength(2);
    expect(refusalOf(lacking, claim(), { office: EAST }).code).toBe('claim.notNow');
  });

  it('is another hall: neither the receiving one, nor a department, nor somebody without the post', () => {
    expect(refusalOf(correcting, claim(), { office: WEST }).code).toBe('power.office');
    expect(refusalOf(correcting, claim(), { office: DEPARTMENT }).code).toBe('power.office');
    expect(refusalOf(correcting, claim(), { office: EAST, roles: ['reviewer'] }).code).toBe('power.role');
  });
});
