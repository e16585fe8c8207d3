import { describe, expect, it } from 'vitest';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import { NOTE_LENGTH } from '../../src/domain/handling.ts';
import { isRuleCode } from '../../src/protocol/ruleCodes.ts';
import { accepted, act, code, does, onTheWay, refusal } from '../support/handlingActs.ts';
import { MONDAY } from '../support/sampleCase.ts';

const note = (text = '请补一张门头照片') => act('note', { text });
const there = onTheWay('birth', 'atDepartment');

describe('a note between offices', () => {
  it('says who wrote it, for which office and when, in the order in which they came', () => {
    const asked = does(there, 'officer', note());
    const answered = does(asked, 'reviewer', note(' 明天补 '));
    expect(answered.notes).toMatchObject([
      { by: 'officer', office: '370406-xzsp', on: MONDAY, text: '请补一张门头照片' },
      { by: 'reviewer', office: '370406102', text: '明天补' },
    ]);
    expect(answered.notes?.[0]).toEqual(asked.notes?.[0]);
  });

  it('changes neither state nor case file, so that whoever judges meanwhile judges what was seen', () => {
    const noted = does(there, 'clerk', note());
    expect([noted.status, fileHashOf(noted), noted.touched]).toEqual([
      there.status,
      fileHashOf(there),
      there.touched,
    ]);
    const { notes: _, version: __, ...rest } = noted;
    const { version: ___, ...before } = there;
    expect(rest).toEqual(before);
  });

  it('is open to whoever sees the case, in whatever state, and to nobody else', () => {
    for (const who of [
      'clerk',
      'reviewer',
      'leader',
      'sealer',
      'officer',
      'departmentLeader',
      'supervisor',
    ] as const)
      expect(does(there, who, note()).notes).toHaveLength(1);
    expect(does(onTheWay('birth', 'delivered'), 'officer', note()).status).toBe('delivered');
    for (const who of ['eastClerk', 'otherOfficer', 'districtClerk'] as const)
      expect(code(there, who, note())).toBe('note.notOurs');
    expect(code(accepted('birth'), 'officer', note())).toBe('note.notOurs');
    expect(code(null, 'clerk', note())).toBe('case.unknown');
  });

  it('records no acceptance of what silence has accepted', () => {
    const silent = { ...accepted('sign'), status: 'received' as const };
    const { acceptedOn: _, deadlines: __, ...received } = silent;
    const noted = does(received, 'clerk', note(), { on: '2026-12-31' });
    expect(noted.status).toBe('received');
    expect(
      does(received, 'reviewer', act('recordStep', { at: '2026-12-31' }), { on: '2026-12-31' }).status,
    ).toBe('accepted');
  });

  it('says something, in few words, and not without end', () => {
    expect(code(there, 'clerk', note('  '))).toBe('text.missing');
    expect(refusal(there, 'clerk', note('字'.repeat(NOTE_LENGTH + 1)))).toEqual({
      code: 'note.tooLong',
      facts: { most: NOTE_LENGTH },
    });
    let full = there;
    for (let count = 0; count < 100; count += 1) full = does(full, 'clerk', note());
    expect(code(full, 'officer', note())).toBe('note.tooMany');
    expect(isRuleCode('note.tooMany')).toBe(true);
  });
});
