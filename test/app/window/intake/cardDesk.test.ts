import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Card, CardReader } from '../../../../src/app/local/cardReader.ts';
import { CardDesk } from '../../../../src/app/window/intake/cardDesk.ts';
import type { Intake } from '../../../../src/app/window/intake/intake.ts';
import type { PartyRule } from '../../../../src/domain/guide.ts';
import type { Party } from '../../../../src/domain/parties.ts';
import { ok } from '../../../../src/domain/result.ts';
import { identityNumber } from '../../../support/identityNumbers.ts';
import { deskOf } from '../builders.ts';

const rule = (role: string): PartyRule =>
  ({ role, label: role, min: 1, max: 2, kinds: ['person'] }) as PartyRule;
const party = (role: string, name = '', idNumber = ''): Party => ({
  ...{ role, kind: 'person', name, idKind: 'identityNumber', idNumber, telephone: '' },
});
const card = (running: number, name: string): Card => ({
  ...{ name, idNumber: identityNumber(running), birth: '1970-01-01', address: `${name}家` },
});

/** A counter with a reader, on which one card lies after the other. */
function counter(roles: readonly string[], parties: readonly Party[], cards: readonly Card[]) {
  const { desk } = deskOf();
  const content = signal({ parties });
  const waiting = [...cards];
  const reader = {
    settings: async () => ({ way: 'service' }),
    read: async () => ok(waiting.shift() ?? card(999, '没有人')),
  } as unknown as CardReader;
  const intake = {
    content,
    partyRules: signal(roles.map(rule)),
    setParty: (index: number, next: Party) => {
      content.value = { parties: content.value.parties.map((one, at) => (at === index ? next : one)) };
    },
  } as unknown as Intake;
  const cardDesk = new CardDesk({ ...desk, cardReader: async () => reader }, intake);
  const names = () => content.value.parties.map(({ name }) => name);
  return { cardDesk, names, content, ready: cardDesk.open(), left: () => waiting.length };
}

const COMPLETE = party('applicant', '王秀兰', identityNumber(1));

describe('a card that is read by a key', () => {
  it('fills the first empty person in the order of the screen, whatever order they were written in', async () => {
    const { cardDesk, names, ready } = counter(
      ['applicant', 'agent'],
      [party('agent'), party('applicant')],
      [card(1, '王秀兰'), card(2, '李强')],
    );
    await ready;
    await cardDesk.readNext();
    expect(names()).toEqual(['', '王秀兰']);
    await cardDesk.readNext();
    expect(names()).toEqual(['李强', '王秀兰']);
  });

  it('never writes into a role that this situation does not show', async () => {
    const { cardDesk, names, ready } = counter(
      ['applicant'],
      [party('guardian'), party('applicant')],
      [card(1, '王秀兰'), card(2, '李强')],
    );
    await ready;
    await cardDesk.readNext();
    await cardDesk.readNext();
    expect(names()).toEqual(['', '王秀兰']);
  });

  it('once too often overwrites nobody: that everybody is there is said, and no card is asked for', async () => {
    const { cardDesk, content, ready, left } = counter(['applicant'], [COMPLETE], [card(2, '李强')]);
    await ready;
    await cardDesk.readNext();
    expect(content.value.parties).toEqual([COMPLETE]);
    expect(left()).toBe(1);
    expect(cardDesk.said.value).toMatchObject({
      index: null,
      refused: { what: expect.stringContaining('都填好了') },
    });
  });

  it('does not make the person whose card still lies there their own agent', async () => {
    const { cardDesk, names, ready } = counter(
      ['applicant', 'agent'],
      [COMPLETE, party('agent')],
      [card(1, '王秀兰')],
    );
    await ready;
    await cardDesk.readNext();
    expect(names()).toEqual(['王秀兰', '']);
    expect(cardDesk.said.value?.refused?.what).toContain('已经填过了');
  });

  it('goes on with a number that was only begun', async () => {
    const { cardDesk, names, ready } = counter(
      ['applicant'],
      [party('applicant', '', '3704')],
      [card(1, '王秀兰')],
    );
    await ready;
    await cardDesk.readNext();
    expect(names()).toEqual(['王秀兰']);
  });
});

describe('a card that is read into somebody', () => {
  it('of another person is asked about first: the one who stands there stays until that is said', async () => {
    const { cardDesk, content, names, ready } = counter(['applicant'], [COMPLETE], [card(2, '李强')]);
    await ready;
    await cardDesk.read(0);
    expect(content.value.parties).toEqual([COMPLETE]);
    expect(cardDesk.said.value).toMatchObject({ index: 0, instead: { name: '李强' } });
    cardDesk.replace();
    expect(names()).toEqual(['李强']);
    expect(content.value.parties[0]).toMatchObject({ idNumber: identityNumber(2), address: '李强家' });
  });

  it('is not taken when the clerk says no', async () => {
    const { cardDesk, content, ready } = counter(['applicant'], [COMPLETE], [card(2, '李强')]);
    await ready;
    await cardDesk.read(0);
    cardDesk.keep();
    cardDesk.replace();
    expect(content.value.parties).toEqual([COMPLETE]);
  });

  it('who is the same keeps what was typed and the card does not contradict', async () => {
    const typed = { ...COMPLETE, telephone: '13806320000', address: '徐庄镇暂住处' };
    const { cardDesk, content, ready } = counter(['applicant'], [typed], [card(1, '王秀兰')]);
    await ready;
    await cardDesk.read(0);
    expect(content.value.parties).toEqual([typed]);
    expect(cardDesk.said.value?.birth).toBe('1970-01-01');
  });
});

describe('a reader that types', () => {
  it('into the name of somebody who is complete gives the name back, and asks', () => {
    const typed = `王秀兰李强，${identityNumber(2)}`;
    const { cardDesk, content } = counter(['applicant'], [{ ...COMPLETE, name: typed }], []);
    cardDesk.typed(0, 'name', typed, '王秀兰');
    expect(content.value.parties).toEqual([COMPLETE]);
    expect(cardDesk.said.value?.instead).toEqual({ name: '李强', idNumber: identityNumber(2) });
  });

  it('nonsense at the end of a name leaves the name', () => {
    const typed = '王秀兰@@ERROR 17##';
    const { cardDesk, content } = counter(['applicant'], [{ ...COMPLETE, name: typed }], []);
    cardDesk.typed(0, 'name', typed, '王秀兰');
    expect(content.value.parties).toEqual([COMPLETE]);
    expect(cardDesk.said.value?.refused?.what).toContain('不是一张身份证');
  });
});
