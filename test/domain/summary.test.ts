import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { person } from '../support/sampleCase.ts';

const found: Case = {
  id: '019ac0de-0000-7000-8000-000000000001',
  number: '370406102-20261123-K7-0007-4QXM-H',
  status: 'received',
  item: '10',
  guide: '10',
  guideVersion: 1,
  route: 'window',
  hall: '370406102',
  handlingTown: '370406102',
  channel: 'hall',
  answers: { name: '翼云果品种植专业合作社' },
  parties: [person('agent', { name: '李四' }), person('applicant')],
  marks: {},
  receivedOn: '2026-11-23',
  papersOn: '2026-11-23',
  corrections: [],
  flags: [],
  code: '7K3M9Q',
  version: 1,
};

describe('the summary of a case', () => {
  it('names the applicant, and everybody by whom it may be looked for', () => {
    expect(summaryOf(found)).toMatchObject({ applicant: '张三', names: ['李四', '张三'] });
    expect(summaryOf({ ...found, parties: [person('agent', { name: '李四' })] }).applicant).toBe('李四');
    expect(summaryOf({ ...found, parties: [] }).applicant).toBe('—');
  });

  it('holds no identity number, telephone, answer or progress code', () => {
    const text = JSON.stringify(summaryOf(found));
    for (const secret of [found.parties[0]?.idNumber, found.parties[0]?.telephone, '翼云', found.code])
      expect(text).not.toContain(secret);
  });

  it('says when it ended, and whether somebody must look at it', () => {
    expect(summaryOf(found)).toMatchObject({ endedOn: null, flagged: false });
    const ending = { ground: 'withdrawn', text: '', on: '2026-11-24', lines: [] };
    const flags = [{ code: 'time.unsettled', facts: {}, at: '2026-11-23T02:00:00.000Z' }];
    expect(summaryOf({ ...found, status: 'withdrawn', ending, flags })).toMatchObject({
      endedOn: '2026-11-24',
      flagged: true,
    });
  });
});
