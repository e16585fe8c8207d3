import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  cardIn,
  isExpired,
  type ReaderService,
  ReaderSettings,
  typedCard,
} from '../../../src/app/local/cardReader.ts';
import { isErrorCode } from '../../../src/protocol/errors.ts';
import { cardAnswer, READER_FIELDS } from '../../support/cardReader.ts';
import { identityNumber, wrongNumber } from '../../support/identityNumbers.ts';

const TODAY = '2026-11-24';
const NUMBER = '370406198001010025';

const service: ReaderService = {
  way: 'service',
  address: 'http://127.0.0.1:8989/api/read',
  method: 'GET',
  fields: READER_FIELDS,
  success: { field: 'retcode', value: '0' },
};

const read = (card: Record<string, string>) => cardIn(cardAnswer(card), service, TODAY);
const refusedFor = (card: Record<string, string>) => {
  const result = read(card);
  return result.ok ? 'read' : `${result.refusal.code} ${result.refusal.facts.part}`;
};

describe('a card that a service has read', () => {
  it('is found by the field names of the device, and checked', () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        name: '王秀兰',
        idNumber: NUMBER,
        birth: '1980-01-01',
        address: '山东省枣庄市山亭区西集镇西集村 8 号',
        validUntil: '2030-01-01',
      },
    });
  });

  it.each([
    ['20300101', '2030-01-01'],
    ['20100101-20300101', '2030-01-01'],
    ['2010.01.01-2030.1.1', '2030-01-01'],
    ['2030年1月1日', '2030-01-01'],
    ['长期', undefined],
    ['20100101-长期', undefined],
    ['', undefined],
  ])('holds until what %s says', (expDate, until) => {
    const result = read({ expDate });
    expect(result.ok && result.value.validUntil).toBe(until);
  });

  it('holds on its last day, and has run out on the next', () => {
    const until = (expDate: string) => {
      const result = read({ expDate });
      return result.ok && isExpired(result.value, TODAY);
    };
    expect([until('20261124'), until('20261123'), until('长期')]).toEqual([false, true, false]);
  });

  it('is refused where any part of it cannot be so', () => {
    expect(refusedFor({ certNumber: wrongNumber(1) })).toBe('reader.nonsense 身份证号');
    expect(refusedFor({ partyName: '' })).toBe('reader.nonsense 姓名');
    expect(refusedFor({ partyName: 'Error 17' })).toBe('reader.nonsense 姓名');
    expect(refusedFor({ bornDay: '19800102' })).toBe('reader.nonsense 出生日期');
    expect(refusedFor({ certAddress: '西集\u0007村' })).toBe('reader.nonsense 住址');
    expect(refusedFor({ expDate: 'soon' })).toBe('reader.nonsense 有效期');
  });

  it('was not read where the service says so', () => {
    const result = cardIn({ retcode: '-1', data: null }, service, TODAY);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'reader.noCard' } });
  });

  it('whatever a service answers, what comes of it is a checked card or a refusal in words that repeats nothing of it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ retcode: fc.constant('0'), data: fc.jsonValue() })),
        (answer) => {
          const result = cardIn(answer, { ...service, success: { field: '', value: '' } }, TODAY);
          expect(result.ok).toBe(false);
          if (result.ok) return;
          expect(isErrorCode(result.refusal.code)).toBe(true);
          expect(['内容', '身份证号', '姓名', '出生日期', '住址', '有效期']).toContain(
            result.refusal.facts.part,
          );
        },
      ),
    );
  });
});

describe('the settings of a device', () => {
  const isKept = (address: string) => v.is(ReaderSettings, { ...service, address });

  it('name only a service on this very computer', () => {
    expect(isKept('http://127.0.0.1:8989/api/read?card=1')).toBe(true);
    for (const address of [
      'http://localhost:8989/api',
      'http://127.0.0.1/api',
      'http://127.0.0.1.example.cn:80/',
      'http://127.0.0.2:8989/',
      'https://127.0.0.1:8989/',
      'http://user@127.0.0.1:8989/',
      'http://10.0.0.1:8989/',
      'file:///etc/passwd',
      '127.0.0.1:8989',
      '',
    ])
      expect(isKept(address), address).toBe(false);
  });

  it('need the fields of name and number', () => {
    expect(v.is(ReaderSettings, { ...service, fields: { ...READER_FIELDS, name: '' } })).toBe(false);
    expect(v.is(ReaderSettings, { ...service, fields: { ...READER_FIELDS, idNumber: ' ' } })).toBe(false);
    expect(v.is(ReaderSettings, { ...service, fields: { ...READER_FIELDS, birth: '' } })).toBe(true);
  });
});

describe('what a reader types', () => {
  it.each([
    NUMBER,
    `${NUMBER}`.replace(/(.{6})(.{8})/, '$1 $2 '),
    'NUMBER,王秀兰',
    '王秀兰，NUMBER',
    '王秀兰\tNUMBER',
    'NUMBER;王秀兰',
    'NUMBER|王秀兰',
    '阿卜杜拉·买买提 NUMBER',
  ])('%s is a card', (text) => {
    expect(typedCard(text.replace('NUMBER', NUMBER), TODAY)).toMatchObject({
      kind: 'card',
      idNumber: NUMBER,
    });
  });

  it('tells a number that is typed by hand from nonsense', () => {
    expect(typedCard('37040619800101', TODAY).kind).toBe('number');
    expect(typedCard(wrongNumber(3), TODAY).kind).toBe('number');
    expect(typedCard('', TODAY).kind).toBe('number');
    expect(typedCard('@@ERROR 17', TODAY).kind).toBe('nonsense');
    expect(typedCard(`王秀兰,${wrongNumber(3)}`, TODAY).kind).toBe('nonsense');
  });

  it('takes no card out of two', () => {
    expect(typedCard(`王秀兰,${NUMBER},李大山,${identityNumber(2)}`, TODAY).kind).toBe('nonsense');
  });
});
