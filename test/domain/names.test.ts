import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { comparableName, firstOf } from '../../src/domain/names.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { CASE_PAYLOADS } from '../../src/protocol/payloads.ts';
import { MONDAY, person } from '../support/sampleCase.ts';
import { permitGuide } from '../support/sampleGuides.ts';

/** Of GB 18030: extensions A, B, C and E, most of them two code units long. */
const RARE = ['㛃', '䶮', '𠅤', '𬭚', '𬎆', '𫖯'];

describe('a name with rare characters', () => {
  it.each([...RARE, '王𬎆䶮', '阿卜杜热西提·买买提', '欧阳𠅤'])(
    '%s is a name, and crosses the wire',
    (name) => {
      const parties = [person('applicant', { name })];
      expect(checkParties(permitGuide, { place: 'wall' }, parties, MONDAY)).toEqual([]);
      const schema = CASE_PAYLOADS.receive.entries.parties;
      const sent = new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(parties)));
      expect(v.parse(schema, JSON.parse(sent))).toEqual(parties);
    },
  );

  it('is compared without what differs between keyboards and card readers', () => {
    for (const dot of ['·', '•', '‧', '・', '∙', '⋅', ' · '])
      expect(comparableName(`古丽${dot}买买提`)).toBe('古丽·买买提');
    expect(comparableName('葛\u{E0100}𬎆')).toBe('葛𬎆');
    expect(comparableName('ＬＩ Ming')).toBe('li ming');
    for (const name of RARE) expect(comparableName(name)).toBe(name);
  });

  it('is compared alike whether it is plain or stands beside something that is not', () => {
    for (let code = 0x4e00; code <= 0x9fff; code += 1) {
      const plain = String.fromCharCode(code);
      expect(comparableName(plain) + comparableName('Ａ')).toBe(comparableName(`${plain}Ａ`));
    }
  });
});

describe('the beginning of a text', () => {
  it('ends between characters, never within one', () => {
    expect(firstOf('王𬎆䶮', 2)).toBe('王𬎆');
    expect(firstOf('𬎆'.repeat(9), 5).isWellFormed()).toBe(true);
    expect(firstOf('王', 5)).toBe('王');
  });
});
