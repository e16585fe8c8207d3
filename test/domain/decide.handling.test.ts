import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import { SEND_BACK_REASONS } from '../../src/domain/reasons.ts';
import {
  accepted,
  act,
  along,
  code,
  DEFERRED,
  disagree,
  does,
  onTheWay,
  refusal,
  refuseIt,
  type Who,
} from '../support/handlingActs.ts';
import { MONDAY } from '../support/sampleCase.ts';

const seen = (found: Case) => ({ version: found.version, file: fileHashOf(found) });
const visited = (item: 'sign' | 'birth' | 'coop') =>
  does(
    item === 'coop' ? onTheWay('coop', 'atDepartment') : accepted(item),
    item === 'coop' ? 'officer' : 'reviewer',
    act('recordStep'),
  );
const drawingIn = act('fulfil');
const said = (by: string, office: string) => ({ by, name: by, office, on: MONDAY });

/** Every act that judges, with a case that is ready for it. */
const JUDGING: readonly (readonly [string, Who, Case, Parameters<typeof does>[2]])[] = [
  ['opine', 'reviewer', visited('birth'), act('opine')],
  ['decide in a town', 'reviewer', visited('sign'), act('decide')],
  ['approve a decision', 'leader', onTheWay('sign', 'decided'), act('approve')],
  ['approve an opinion', 'leader', onTheWay('birth', 'opined'), act('approve')],
  ['approve at a department', 'departmentLeader', onTheWay('coop', 'decided'), act('approve')],
  ['seal a decision', 'sealer', onTheWay('sign', 'approved'), act('seal')],
  ['seal an opinion', 'sealer', onTheWay('birth', 'approved'), act('seal')],
  [
    'issue',
    'officer',
    along(
      onTheWay('birth', 'atDepartment'),
      ['clerk', act('dispatchPapers')],
      ['officer', act('signForPapers')],
    ),
    act('issue'),
  ],
  [
    'refuse on an opinion',
    'officer',
    along(
      visited('birth'),
      ['reviewer', disagree],
      ['leader', act('approve')],
      ['sealer', act('seal')],
      ['clerk', act('forward')],
    ),
    act('refuseOnOpinion'),
  ],
];

describe('judging what was seen', () => {
  it.each(JUDGING)('to %s names the file that was seen', (_name, who, found, command) => {
    expect(code(found, who, command, { basis: { version: found.version } })).toBe('file.notNamed');
    const stale = { version: found.version - 1, file: 'f'.repeat(64) };
    expect(code(found, who, command, { basis: stale })).toBe('file.changed');
    expect(does(found, who, command).version).toBeGreaterThan(found.version);
  });

  it('a file that has changed meanwhile is refused with what happened since', () => {
    const before = accepted('sign', DEFERRED);
    const after = along(before, ['reviewer', act('recordStep')], ['clerk', drawingIn]);
    expect(refusal(after, 'reviewer', act('decide'), { basis: seen(before) })).toEqual({
      code: 'file.changed',
      facts: { events: ['stepRecorded', 'fulfilled'] },
    });
    const since = does(before, 'reviewer', act('recordStep'));
    expect(refusal(after, 'reviewer', act('decide'), { basis: seen(since) }).facts).toEqual({
      events: ['fulfilled'],
    });
  });

  it('what does not touch the file does not stop a judgement: the way of the paper, a longer limit', () => {
    const before = visited('sign');
    const after = along(before, ['leader', act('extend')], ['clerk', act('dispatchPapers')]);
    expect(does(after, 'reviewer', act('decide'), { basis: seen(before) }).status).toBe('decided');
  });

  it('a draft that was sent back and written anew is another file', () => {
    const first = onTheWay('sign', 'decided');
    const again = along(first, ['leader', act('sendBack')], ['reviewer', act('decide', { text: '改写' })]);
    expect(refusal(again, 'leader', act('approve'), { basis: seen(first) }).facts).toEqual({
      events: ['sentBack', 'decided'],
    });
  });
});

describe('opinion and decision', () => {
  it.each([
    ['opinion', visited('birth'), (more: object) => act('opine', { agree: false, ...more })],
    ['decision', visited('sign'), (more: object) => act('decide', { granted: false, ...more })],
  ] as const)('a bad %s has reasons of the closed list, and words', (_name, found, bad) => {
    expect(code(found, 'reviewer', bad({}))).toBe('reason.missing');
    expect(refusal(found, 'reviewer', bad({ reasons: ['conditions', 'mood'] }))).toEqual({
      code: 'reason.unknown',
      facts: { reason: 'mood' },
    });
    expect(code(found, 'reviewer', bad({ reasons: ['visit'], text: ' ' }))).toBe('text.missing');
    const after = does(found, 'reviewer', bad({ reasons: ['visit'] }));
    expect((after.opinion ?? after.decision)?.reasons).toEqual(['visit']);
  });

  it('a good one needs no words and keeps no reasons', () => {
    const good = { reasons: ['conditions'], text: '' };
    expect(does(visited('birth'), 'reviewer', act('opine', good)).opinion).toEqual({
      ...{ ...said('reviewer', '370406102'), agree: true, reasons: [], text: '' },
    });
    expect(does(visited('sign'), 'reviewer', act('decide', good)).decision).toMatchObject({
      ...{ granted: true, reasons: [], by: 'reviewer' },
    });
  });

  it('a grant waits for every deferred paper; a refusal does not', () => {
    const open = does(accepted('sign', DEFERRED), 'reviewer', act('recordStep'));
    expect(refusal(open, 'reviewer', act('decide'))).toEqual({
      code: 'deferral.open',
      facts: { materials: ['效果图'] },
    });
    expect(does(open, 'reviewer', refuseIt).status).toBe('decided');
    expect(does(does(open, 'clerk', drawingIn), 'reviewer', act('decide')).status).toBe('decided');
  });

  it('an agreeing opinion may be written while a paper is still to come, and is not sealed before it is in', () => {
    const opined = along(
      accepted('birth', DEFERRED),
      ['reviewer', act('recordStep')],
      ['reviewer', act('opine')],
    );
    const approved = does(opined, 'leader', act('approve'));
    expect(code(approved, 'sealer', act('seal'))).toBe('deferral.open');
    expect(does(does(approved, 'clerk', drawingIn), 'sealer', act('seal')).status).toBe('sealed');
    const against = along(
      accepted('birth', DEFERRED),
      ['reviewer', act('recordStep')],
      ['reviewer', disagree],
    );
    expect(along(against, ['leader', act('approve')], ['sealer', act('seal')]).status).toBe('sealed');
  });

  it('is not given while a procedure of the law is under way', () => {
    for (const [item, command] of [
      ['birth', act('opine')],
      ['sign', act('decide')],
    ] as const) {
      const stopped = does(visited(item), 'reviewer', act('suspend'));
      expect(code(stopped, 'reviewer', command)).toBe('clock.suspended');
      expect(does(does(stopped, 'reviewer', act('resume')), 'reviewer', command).version).toBeGreaterThan(0);
    }
  });
});

describe('three people', () => {
  const both = { by: 'one' };

  it.each(['sign', 'birth'] as const)('draft, approve and seal a case of %s', (item) => {
    const draft = item === 'sign' ? act('decide') : act('opine');
    const drafted = does(visited(item), 'reviewer', draft, both);
    expect(code(drafted, 'leader', act('approve'), both)).toBe('duty.drafter');
    const released = does(drafted, 'leader', act('approve'), { by: 'two' });
    expect(code(released, 'sealer', act('seal'), both)).toBe('duty.drafter');
    expect(code(released, 'sealer', act('seal'), { by: 'two' })).toBe('duty.approver');
    expect(does(released, 'sealer', act('seal'), { by: 'three' }).sealing).toMatchObject({
      ...{ by: 'three', seal: 'approval', copies: 2 },
    });
  });

  it('at a department too', () => {
    const drafted = does(
      along(visited('coop'), ['clerk', act('dispatchPapers')], ['officer', act('signForPapers')]),
      'officer',
      act('decide'),
      both,
    );
    expect(code(drafted, 'departmentLeader', act('approve'), both)).toBe('duty.drafter');
    const released = does(drafted, 'departmentLeader', act('approve'), { by: 'two' });
    expect(code(released, 'departmentSealer', act('seal'), { by: 'two' })).toBe('duty.approver');
  });

  it('also where no leader approves: the drafter does not seal', () => {
    const drafted = does(accepted('stamped'), 'reviewer', act('decide'), both);
    expect(code(drafted, 'sealer', act('seal'), both)).toBe('duty.drafter');
  });

  it('again after it was sent back: who approved the old draft may write the new one, and not approve it', () => {
    const back = along(onTheWay('sign', 'approved'), ['sealer', act('sendBack')]);
    const again = does(back, 'reviewer', act('decide'), { by: 'leader' });
    expect(code(again, 'leader', act('approve'))).toBe('duty.drafter');
    expect(does(again, 'leader', act('approve'), { by: 'reviewer' }).status).toBe('approved');
  });
});

describe('sending back and recalling', () => {
  it.each([
    ['sign', 'decided', 'leader', 'accepted'],
    ['sign', 'approved', 'sealer', 'accepted'],
    ['birth', 'opined', 'leader', 'accepted'],
    ['birth', 'approved', 'sealer', 'accepted'],
    ['coop', 'decided', 'departmentLeader', 'atDepartment'],
    ['coop', 'approved', 'departmentSealer', 'atDepartment'],
    ['district', 'approved', 'departmentLeader', 'accepted'],
  ] as const)(
    'a case of %s that is %s goes back by the %s, and nothing of the draft stays',
    (way, from, who, to) => {
      const found = onTheWay(way, from);
      const back = does(found, who, act('sendBack'));
      expect(back).toMatchObject({
        status: to,
        sentBack: [{ what: 'sendBack', reason: 'facts', text: '情况说明', by: who }],
        steps: found.steps,
      });
      for (const draft of ['opinion', 'decision', 'approval', 'sealing'])
        expect(back).not.toHaveProperty(draft);
      expect(code(back, who, act('sendBack'))).toBe('case.wrongState');
    },
  );

  it('has a reason of the list, and words', () => {
    const found = onTheWay('sign', 'decided');
    expect(code(found, 'leader', act('sendBack', { reason: 'mood' }))).toBe('reason.unknown');
    expect(code(found, 'leader', act('sendBack', { text: '' }))).toBe('text.missing');
    for (const { code: reason } of SEND_BACK_REASONS)
      expect(does(found, 'leader', act('sendBack', { reason })).status).toBe('accepted');
    expect(code(found, 'reviewer', act('sendBack'))).toBe('power.role');
    expect(code(onTheWay('sign', 'sealed'), 'sealer', act('sendBack'))).toBe('case.passed');
  });

  it('the town takes its opinion back until the department has followed it', () => {
    for (const status of ['opined', 'approved', 'sealed', 'atDepartment'] as const) {
      const found = onTheWay('birth', status);
      const back = does(found, 'reviewer', act('recallOpinion'));
      expect(back).toMatchObject({ status: 'accepted', sentBack: [{ what: 'recallOpinion' }] });
      expect(back).not.toHaveProperty('opinion');
      expect(code(found, 'reviewer', act('recallOpinion', { text: '' }))).toBe('text.missing');
      expect(code(found, 'eastReviewer', act('recallOpinion'))).toBe('power.office');
      expect(code(found, 'officer', act('recallOpinion'))).toBe('power.role');
    }
    expect(code(onTheWay('birth', 'issued'), 'leader', act('recallOpinion'))).toBe('case.passed');
    expect(code(onTheWay('sign', 'decided'), 'leader', act('recallOpinion'))).toBe('power.route');
  });
});
