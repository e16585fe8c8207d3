import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { checklistOf, openQuestions } from '../../src/domain/checklist.ts';
import type { CasePayloads } from '../../src/domain/commands.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { partyRules } from '../../src/domain/parties.ts';
import { plainAnswers } from '../../src/domain/rectify.ts';
import { isComplete } from '../../src/domain/rules.ts';
import { accepted, act, code, does, onTheWay } from '../support/handlingActs.ts';
import { EAST, WEST } from '../support/sampleCatalogue.ts';

const name = act('rectify');
const say = (more: Partial<CasePayloads['rectify']>) => act('rectify', more);
const telephone = { of: 'party', party: 0, what: 'telephone' } as const;

describe('a clerical error', () => {
  it('is put right by the hall that wrote it down, old and new in the record, and nothing else moves', () => {
    const found = onTheWay('sign', 'delivered');
    const right = does(found, 'clerk', name);
    expect(right.parties[0]).toEqual({ ...found.parties[0], name: '张山' });
    expect(right.rectifications).toMatchObject([{ was: '张三', now: '张山', by: 'clerk' }]);
    const { parties: _, rectifications: __, touched: ___, version: ____, ...rest } = right;
    expect(found).toMatchObject(rest);
    expect(right.sealing?.serial).toBe(found.sealing?.serial);
  });

  it('is no other hall’s, no reviewer’s, and no matter before acceptance or after another end', () => {
    const east = accepted('sign', { office: EAST, answers: { town: WEST } });
    expect(code(east, 'clerk', name)).toBe('power.office');
    expect(code(accepted('sign'), 'reviewer', name)).toBe('power.role');
    expect(does(east, 'eastClerk', name).rectifications).toHaveLength(1);
    const withdrawn = does(accepted('sign'), 'clerk', act('withdraw'));
    expect(code(withdrawn, 'clerk', name)).toBe('case.wrongState');
  });

  it('is in nothing that a condition hangs on, and in no number of a person', () => {
    const found = accepted('sign');
    const town = { of: 'answer', question: 'town' } as const;
    expect(code(found, 'clerk', say({ field: town, was: WEST, now: EAST }))).toBe('rectify.notClerical');
    expect(code(found, 'clerk', say({ field: { ...telephone, party: 1 } }))).toBe('rectify.notClerical');
  });

  it('is refused where it says nothing, nothing new, something wrong, or what somebody else has put right', () => {
    const found = accepted('sign');
    expect(code(found, 'clerk', say({ text: ' ' }))).toBe('text.missing');
    expect(code(found, 'clerk', say({ now: ' 张三 ' }))).toBe('rectify.same');
    expect(code(found, 'clerk', say({ now: '' }))).toBe('rectify.invalid');
    const was = found.parties[0]?.telephone ?? '';
    expect(code(found, 'clerk', say({ field: telephone, was, now: '123' }))).toBe('rectify.invalid');
    expect(does(found, 'clerk', say({ field: telephone, was, now: '13906370001' })).parties[0]).toMatchObject(
      {
        telephone: '13906370001',
      },
    );
    expect(code(does(found, 'clerk', name), 'clerk', name)).toBe('rectify.changed');
  });

  it('makes whoever was about to judge look again', () => {
    const found = onTheWay('sign', 'decided');
    const right = does(found, 'clerk', name);
    const seen = { basis: { version: found.version, file: 'e'.repeat(64) } };
    expect(code(right, 'leader', act('approve'), seen)).toBe('file.changed');
    expect(does(right, 'leader', act('approve')).status).toBe('approved');
  });
});

describe('the answers that may be rectified in the published guides', () => {
  const guides = seedCatalogue.guides.filter(isComplete);

  it('are some, and whatever is written there changes no question, paper, limit or party', () => {
    let some = 0;
    for (const guide of guides) {
      const item = seedCatalogue.items.find((one) => one.id === guide.item);
      if (!item) throw new Error(guide.item);
      for (const question of plainAnswers(guide, item)) {
        some += 1;
        const rest = fc.record(
          Object.fromEntries(
            guide.questions.map((one) => [
              one.id,
              one.kind === 'choice'
                ? fc.constantFrom(...one.options.map((option) => option.value))
                : one.kind === 'number'
                  ? fc.double({ min: one.min, max: one.max, noNaN: true })
                  : fc.constantFrom('2026-12-01', '某处'),
            ]),
          ),
        );
        fc.assert(
          fc.property(rest, fc.string(), (answers, now) => {
            const other = { ...answers, [question]: now };
            for (const of of [checklistOf, openQuestions, limitRuleOf, partyRules] as const)
              expect(of(guide, other)).toEqual(of(guide, answers));
          }),
          { numRuns: 20 },
        );
      }
    }
    expect(some).toBeGreaterThan(0);
  });
});
