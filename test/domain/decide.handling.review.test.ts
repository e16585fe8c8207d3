import { describe, expect, it } from 'vitest';
import { officesOf } from '../../src/domain/handling.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { turnOf } from '../../src/domain/turn.ts';
import { accepted, act, code, does, onTheWay } from '../support/handlingActs.ts';
import { handledItem, handlingRules, OTHER_DEPARTMENT } from '../support/handlingCatalogue.ts';
import { MONDAY } from '../support/sampleCase.ts';
import { DEPARTMENT, WEST } from '../support/sampleCatalogue.ts';

/** What a fresh pair of eyes found, each with the rule that holds it now. */
describe('an objection', () => {
  it('that comes after the opinion stands in the way of approval, seal and issue until it is settled', () => {
    const opined = onTheWay('birth', 'opined');
    const objected = {
      ...opined,
      steps: [...(opined.steps ?? []), { ...objection, outcome: 'objection' as const }],
    };
    expect(code(objected, 'leader', act('approve'))).toBe('objection.open');
    const settled = {
      ...objected,
      steps: [...objected.steps, { ...objection, outcome: 'settled' as const }],
    };
    expect(does(settled, 'leader', act('approve')).status).toBe('approved');
  });
});

const objection = {
  ...{ by: 'x', name: 'x', office: WEST, on: MONDAY, step: 'notice', at: MONDAY },
  ...{ officers: ['孙一'], place: '', text: '邻居有意见' },
};

describe('the seal register', () => {
  it('keeps the line of an opinion that was recalled, with who drafted and approved it', () => {
    const sealed = onTheWay('birth', 'sealed');
    const recalled = does(sealed, 'reviewer', act('recallOpinion'));
    expect(recalled.sealing).toBeUndefined();
    expect(summaryOf(recalled).sealings).toMatchObject([
      { drafter: 'reviewer', approver: 'leader', name: 'sealer' },
    ]);
  });
});

describe('paper', () => {
  it('goes to those only who have a part in the case: whoever gets it sees the case', () => {
    const found = accepted('coop');
    expect(code(found, 'clerk', act('dispatchPapers', { to: OTHER_DEPARTMENT }))).toBe('office.unknown');
    const sent = does(found, 'clerk', act('dispatchPapers', { to: DEPARTMENT }));
    expect(officesOf(sent, handledItem('coop'))).toContain(DEPARTMENT);
  });
});

describe('whom a case waits for', () => {
  const waits = (role: 'clerk' | 'reviewer', found: Parameters<typeof summaryOf>[0], today: string) => {
    const office = handlingRules.office(WEST);
    if (!office) throw new Error(WEST);
    return turnOf({ office, roles: [role] }, handlingRules, today)(summaryOf(found));
  };

  it('is the reviewer once silence has accepted it, and the clerk for its notice', () => {
    const { acceptedOn: _, deadlines: __, ...rest } = accepted('sign');
    const received = { ...rest, status: 'received' as const };
    expect(waits('reviewer', received, MONDAY)).toBe(false);
    expect(waits('reviewer', received, '2026-12-01')).toBe(true);
    expect(waits('clerk', received, '2026-12-01')).toBe(true);
  });
});
