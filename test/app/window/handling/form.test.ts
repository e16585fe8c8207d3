import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyHandlingForm,
  formOf,
  type HandlingForm,
  payloadOf,
} from '../../../../src/app/window/handling/form.ts';
import { EVERYBODY } from '../../../../src/app/window/handling/formAssign.ts';
import { DELIVERY_WAYS, STEP_OUTCOMES } from '../../../../src/domain/handling.ts';
import { HAND_OFF_OUTCOMES } from '../../../../src/domain/handOff.ts';
import { HANDLING_COMMANDS } from '../../../../src/domain/transitions.ts';

const words = fc.stringMatching(/^[\u4e00-\u9fa5]{0,12}$/);
const count = fc.integer({ min: 1, max: 99 }).map(String);

const forms: fc.Arbitrary<HandlingForm> = fc
  .record({
    good: fc.boolean(),
    reasons: fc.subarray(['conditions', 'notTrue']),
    reason: fc.constantFrom('facts', 'basis'),
    text: words,
    copies: count,
    number: words,
    way: fc.constantFrom(...DELIVERY_WAYS),
    receiver: words,
    post: words,
    witness: words,
    consent: fc.boolean(),
    procedure: fc.constantFrom('hearing', 'test'),
    notice: words,
    days: count,
    step: fc.constantFrom('visit', 'notice'),
    at: fc.constant('2026-11-24'),
    until: fc.constantFrom('', '2026-12-01'),
    officers: fc
      .array(fc.stringMatching(/^[\u4e00-\u9fa5]{2,3}$/), { maxLength: 3 })
      .map((all) => all.join('、')),
    place: words,
    outcome: fc.constantFrom(...STEP_OUTCOMES),
    to: fc.constant('370406-rsj'),
    lines: fc.subarray(['plan', 'promise-letter']),
    mendBy: fc.constantFrom('', '2026-12-20'),
    field: fc.constantFrom('party.0.name', 'party.1.telephone', 'answer.location'),
    was: words,
    found: fc.constantFrom(...HAND_OFF_OUTCOMES),
    now: words,
    person: fc.constantFrom('zhao', EVERYBODY),
    system: words,
    flag: fc.constantFrom(
      { code: '', at: '' },
      { code: 'case.likelyDuplicate', at: '2026-11-24T02:20:00.000Z' },
    ),
  })
  .map((fields) => ({ ...emptyHandlingForm('2026-11-24'), ...fields }));

describe('an act that is opened again', () => {
  it('says the same when nothing is changed in its form', () => {
    const lists = { fresh: 'list-1', arriving: 'list-2' };
    fc.assert(
      fc.property(fc.constantFrom(...HANDLING_COMMANDS), forms, (act, form) => {
        const said = payloadOf(act, form, lists);
        const again = { ...emptyHandlingForm('2026-11-24'), ...formOf(said) };
        expect(payloadOf(act, again, lists)).toEqual(said);
      }),
    );
  });
});
