import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { officesOf } from '../../src/domain/handling.ts';
import type { Office } from '../../src/domain/office.ts';
import { standingFor } from '../../src/domain/standing.ts';
import { CASE_COMMANDS } from '../../src/domain/transitions.ts';
import { accepted, act, code, does, onTheWay } from '../support/handlingActs.ts';
import { handledItem, handlingRules } from '../support/handlingCatalogue.ts';
import { MONDAY } from '../support/sampleCase.ts';
import { EAST } from '../support/sampleCatalogue.ts';

const claimFor = (purpose: 'delivery' | 'withdrawal') => act('claim', { for: purpose });
const seesIt = (found: Case) => officesOf(found, handledItem('sign')).includes(EAST);

/** What the table leaves to a clerk of the other hall. */
const openTo = (found: Case) => {
  const actor = { office: handlingRules.office(EAST) as Office, roles: ['clerk'] } as const;
  const { route, status } = found;
  const stand = { found, item: handledItem(found.item), actor, status, route };
  return CASE_COMMANDS.filter((type) => standingFor(type, stand) === 'ok' && !BESIDE.includes(type));
};
/** What whoever sees a case may do: paper in their own hands, a word to a colleague, a refused act of their own put aside. */
const BESIDE: readonly string[] = [
  'setAside',
  'dispatchPapers',
  'signForPapers',
  'reportMissing',
  'note',
  'assign',
];

describe('a hall that claims a case for its delivery', () => {
  const ready = onTheWay('sign', 'sealed');
  const claimed = does(ready, 'eastClerk', claimFor('delivery'));

  it('sees it from then on, and delivers it; that ends the claim', () => {
    expect(seesIt(ready)).toBe(false);
    expect(seesIt(claimed)).toBe(true);
    expect(claimed).toMatchObject({ status: 'sealed', claims: [{ office: EAST, for: 'delivery' }] });
    const delivered = does(claimed, 'eastClerk', act('deliver'));
    expect(delivered).toMatchObject({
      status: 'delivered',
      delivery: { office: EAST },
      claims: [{ office: EAST, for: 'delivery', doneOn: MONDAY }],
    });
  });

  it('ends as well when the result is handed over at the hall that received it', () => {
    expect(does(claimed, 'clerk', act('deliver')).claims).toMatchObject([{ doneOn: MONDAY }]);
  });

  it('gains that act and nothing else', () => {
    expect(openTo(claimed)).toEqual(['claim', 'deliver']);
  });

  it('must have been shown the receipt, is another hall, and claims once', () => {
    expect(code(ready, 'eastClerk', act('claim', { for: 'delivery', code: 'AAAAAA' }))).toBe(
      'claim.codeWrong',
    );
    expect(code(ready, 'clerk', claimFor('delivery'))).toBe('power.office');
    expect(code(ready, 'eastReviewer', claimFor('delivery'))).toBe('power.role');
    expect(code(ready, 'officer', claimFor('delivery'))).toMatch(/^power\./);
    expect(code(claimed, 'eastClerk', claimFor('delivery'))).toBe('claim.already');
    expect(does(claimed, 'districtClerk', claimFor('delivery')).claims).toHaveLength(2);
  });

  it('has nothing to claim before the last act that item and route ask for, nor after delivery', () => {
    for (const status of ['accepted', 'decided', 'approved'] as const)
      expect(code(onTheWay('sign', status), 'eastClerk', claimFor('delivery')), status).toMatch(
        /^(claim\.notNow|power\.item|case\.\w+)$/,
      );
    expect(code(onTheWay('birth', 'sealed'), 'eastClerk', claimFor('delivery'))).toMatch(/^case\./);
    const over = does(ready, 'clerk', act('deliver'));
    expect(code(over, 'eastClerk', claimFor('delivery'))).toMatch(/^case\./);
    expect(does(onTheWay('birth', 'issued'), 'eastClerk', claimFor('delivery')).claims).toHaveLength(1);
  });
});

describe('a hall that claims a case for its withdrawal', () => {
  const found = accepted('sign');
  const claimed = does(found, 'eastClerk', claimFor('withdrawal'));

  it('takes the applicant’s request to end it, and gains nothing else; that ends the claim', () => {
    expect(seesIt(claimed)).toBe(true);
    expect(openTo(claimed)).toEqual(['withdraw', 'claim']);
    expect(does(claimed, 'eastClerk', act('withdraw'))).toMatchObject({
      status: 'withdrawn',
      claims: [{ office: EAST, for: 'withdrawal', doneOn: MONDAY }],
    });
  });

  it('leaves a claim for a supplement as cases that ended earlier have stored it', () => {
    const supplement = { ...claimed.claims?.[0], for: undefined };
    const [claim] = JSON.parse(JSON.stringify([supplement])) as NonNullable<Case['claims']>;
    const both: Case = { ...claimed, claims: [...(claimed.claims ?? []), ...(claim ? [claim] : [])] };
    const ended = does(both, 'clerk', act('withdraw')).claims;
    expect(ended?.map((one) => one.doneOn)).toEqual([MONDAY, undefined]);
  });

  it('stands where the table lets anybody withdraw, and ends with the case, however that ends', () => {
    expect(code(onTheWay('sign', 'sealed'), 'eastClerk', claimFor('withdrawal'))).toBe('claim.notNow');
    expect(does(onTheWay('birth', 'approved'), 'eastClerk', claimFor('withdrawal')).claims).toHaveLength(1);
    expect(code(onTheWay('birth', 'sealed'), 'eastClerk', claimFor('withdrawal'))).toMatch(/^case\./);
    const on = does(onTheWay('sign', 'sealed'), 'eastClerk', claimFor('delivery'));
    const both: Case = { ...on, claims: [...(on.claims ?? []), ...(claimed.claims ?? [])] };
    expect(does(both, 'clerk', act('deliver')).claims?.every((one) => one.doneOn === MONDAY)).toBe(true);
  });
});
