import { describe, expect, it } from 'vitest';
import { duesNow } from '../../src/domain/due.ts';
import { officesOf } from '../../src/domain/handling.ts';
import { openHandOff } from '../../src/domain/handOff.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import {
  accepted,
  act,
  along,
  code,
  disagree,
  does,
  onTheWay,
  PROMISED,
  refusal,
  refuseIt,
  WAYS,
  waitsFor,
} from '../support/handlingActs.ts';
import { handledItem, handlingRules, OTHER_DEPARTMENT } from '../support/handlingCatalogue.ts';
import { MONDAY } from '../support/sampleCase.ts';

const claim = act('claimHandOff');
const answer = act('answerHandOff');
const problem = act('answerHandOff', { outcome: 'problem', text: '现场和许可的内容不一致' });

describe('what was decided of a licence', () => {
  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
    'is told to whoever supervises it, once, with the act that ended the judgement: %s',
    (way) => {
      const last = way === 'birth' ? 'issued' : 'sealed';
      const before = onTheWay(way, way === 'birth' ? 'atDepartment' : 'approved');
      expect(before.handOffs).toBeUndefined();
      const ended = onTheWay(way, last);
      expect(ended.handOffs).toMatchObject([
        {
          what: 'granted',
          to: OTHER_DEPARTMENT,
          claimBy: { date: '2026-11-25' },
          answerBy: { date: '2026-11-30' },
        },
      ]);
      expect(onTheWay(way, 'delivered').handOffs).toEqual(ended.handOffs);
      expect(officesOf(ended, handledItem(ended.item))).toContain(OTHER_DEPARTMENT);
      expect(officesOf(before, handledItem(before.item))).not.toContain(OTHER_DEPARTMENT);
    },
  );

  it('is told of a refusal as well, on every route, and ends where no seal and no leader are needed', () => {
    const plain = does(accepted('plain'), 'reviewer', refuseIt);
    expect(plain.handOffs).toMatchObject([{ what: 'refused', by: 'reviewer' }]);
    const [visit, , ...rest] = WAYS.birth;
    if (!visit) throw new Error('no visit');
    const upTo = rest.filter(([, one]) => one.type !== 'issue' && one.type !== 'deliver');
    const refused = does(
      along(accepted('birth'), visit, ['reviewer', disagree], ...upTo),
      'officer',
      act('refuseOnOpinion'),
    );
    expect(refused.handOffs).toMatchObject([{ what: 'refused', by: 'officer' }]);
  });

  it('is told of nothing that is no licence', () => {
    const done = along(accepted('card'), ['clerk', act('decide')], ['clerk', act('deliver')]);
    expect(done.handOffs).toBeUndefined();
    expect(code(done, 'otherOfficer', claim)).toMatch(/^power\./);
  });

  it('waits for the officer who supervises, and is claimed, then answered, once', () => {
    const found = onTheWay('sign', 'delivered');
    expect(waitsFor(found, 'otherOfficer')).toBe(true);
    expect(waitsFor(found, 'officer')).toBe(false);
    expect(duesNow(summaryOf(found), handlingRules, MONDAY)).toMatchObject([
      { kind: 'handOff', date: '2026-11-25' },
    ]);
    expect(code(found, 'officer', claim)).toBe('power.office');
    expect(code(found, 'otherOfficer', answer)).toBe('handOff.notClaimed');
    const claimed = does(found, 'otherOfficer', claim);
    expect(summaryOf(claimed).after?.handOff).toMatchObject({ claimed: true, due: '2026-11-30' });
    expect(refusal(claimed, 'otherOfficer', claim)).toMatchObject({
      code: 'handOff.claimedAlready',
      facts: { name: 'otherOfficer', on: MONDAY },
    });
    const answered = does(claimed, 'otherOfficer', answer);
    expect(answered.status).toBe('delivered');
    expect(answered.flags).toEqual(found.flags);
    expect(openHandOff(answered)).toBeUndefined();
    expect(waitsFor(answered, 'otherOfficer')).toBe(false);
    expect(code(answered, 'otherOfficer', answer)).toBe('handOff.none');
  });

  it('is taken back when it is given back to be judged again, and told anew', () => {
    const decided = does(accepted('plain'), 'reviewer', act('decide'));
    const back = does(decided, 'leader', act('sendBack'));
    expect(openHandOff(back)).toBeUndefined();
    expect(waitsFor(back, 'otherOfficer')).toBe(false);
    const again = does(back, 'reviewer', refuseIt);
    expect(again.handOffs).toMatchObject([{ what: 'granted', over: MONDAY }, { what: 'refused' }]);
  });

  it('found wrong by whoever supervises is flagged, and its leader may revoke it', () => {
    const found = does(onTheWay('sign', 'delivered'), 'otherOfficer', claim);
    const empty = act('answerHandOff', { outcome: 'problem', text: ' ' });
    expect(code(found, 'otherOfficer', empty)).toBe('text.missing');
    const wrong = does(found, 'otherOfficer', problem);
    expect(wrong.flags.at(-1)).toMatchObject({ code: 'handOff.problem' });
    expect(code(wrong, 'leader', act('revoke'))).toBe('revoke.noPromise');
    const revoked = does(wrong, 'leader', act('revoke', { reason: 'notQualified' }));
    expect(revoked.revocation).toMatchObject({ drafter: { by: 'otherOfficer' } });
    expect(revoked.handOffs).toMatchObject([{ what: 'granted' }, { what: 'revoked', by: 'leader' }]);
    expect(waitsFor(revoked, 'otherOfficer')).toBe(true);
  });

  it('of what the town has judged, is no ground for the department to revoke: only what the town finds is', () => {
    const found = does(onTheWay('birth', 'delivered', PROMISED), 'otherOfficer', claim);
    const wrong = does(found, 'otherOfficer', problem);
    expect(code(wrong, 'departmentLeader', act('revoke', { reason: 'notQualified' }))).toBe(
      'revoke.noFinding',
    );
  });
});
