import { describe, expect, it } from 'vitest';
import { type Case, evolve } from '../../src/domain/case.ts';
import type { CasePayloads } from '../../src/domain/commands.ts';
import {
  accepted,
  act,
  along,
  code,
  disagree,
  does,
  onTheWay,
  refusal,
  refuseIt,
} from '../support/handlingActs.ts';
import { MONDAY } from '../support/sampleCase.ts';
import { DISTRICT } from '../support/sampleCatalogue.ts';

const record = (more: Partial<CasePayloads['recordStep']> = {}) => act('recordStep', more);
const sign = accepted('sign');
const OPEN = { answers: { open: true } } as const;
const page = (hash: string, paper = 'drawing') =>
  ({ hash: hash.repeat(43), size: 10, type: 'image/jpeg', for: paper }) as const;

describe('recording a step', () => {
  it('keeps who was where and when, with the pages that came with it', () => {
    const after = does(sign, 'reviewer', record({ files: [page('a')] }));
    expect(after.steps).toEqual([
      {
        ...{ by: 'reviewer', name: 'reviewer', office: '370406102', on: MONDAY },
        ...{ step: 'visit', at: MONDAY, time: '08:00', officers: ['孙一', '孙二'], place: '西集村' },
        ...{ text: '情况说明', outcome: 'done' },
      },
    ]);
    expect(after.files).toEqual([page('a')]);
    expect(after.status).toBe('accepted');
  });

  it('is for a step of the guide that the case was received with', () => {
    expect(refusal(sign, 'reviewer', record({ step: 'seance' }))).toEqual({
      code: 'step.unknown',
      facts: { step: 'seance' },
    });
    expect(code({ ...sign, guideVersion: 9 }, 'reviewer', record())).toBe('guide.unknown');
  });

  it('happened between acceptance and today', () => {
    const later = { on: '2026-11-25' } as const;
    expect(refusal(sign, 'reviewer', record({ at: '2026-11-26' }), later)).toEqual({
      code: 'step.dateWrong',
      facts: { first: MONDAY, last: '2026-11-25' },
    });
    expect(code(sign, 'reviewer', record({ at: '2026-11-20' }), later)).toBe('step.dateWrong');
    for (const at of [MONDAY, '2026-11-24', '2026-11-25'])
      expect(does(sign, 'reviewer', record({ at }), later).steps).toHaveLength(1);
  });

  it('of today says no time of day that has not come', () => {
    const now = does(sign, 'reviewer', record({ time: '00:00' }));
    expect(now.steps?.[0]).toMatchObject({ at: MONDAY, time: '00:00' });
    expect(refusal(sign, 'reviewer', record({ time: '23:59' }))).toEqual({
      code: 'step.timeWrong',
      facts: { time: '23:59' },
    });
    const yesterday = record({ at: MONDAY, time: '23:59' });
    expect(does(sign, 'reviewer', yesterday, { on: '2026-11-24' }).steps?.[0]?.time).toBe('23:59');
  });

  it('of a visit names two people, whatever it found', () => {
    for (const officers of [[], ['孙一'], ['孙一', '孙一'], ['孙一', ' '], [' 孙一', '孙一 ']])
      expect(code(sign, 'reviewer', record({ officers }))).toBe('step.officers');
    expect(code(sign, 'reviewer', record({ officers: ['孙一'], outcome: 'doubt' }))).toBe('step.officers');
    expect(does(sign, 'reviewer', record({ step: 'fee', officers: [] })).steps).toHaveLength(1);
  });

  it('of a visit says where and at what time, whatever it found; of other steps neither is asked', () => {
    const { time: _, ...timeless } = record().payload as CasePayloads['recordStep'];
    const without = (more: Partial<CasePayloads['recordStep']>) =>
      ({ type: 'recordStep', payload: { ...timeless, ...more } }) as const;
    expect(refusal(sign, 'reviewer', without({}))).toEqual({ code: 'step.placeAndTime', facts: {} });
    for (const place of ['', ' '])
      expect(code(sign, 'reviewer', record({ place, outcome: 'doubt' }))).toBe('step.placeAndTime');
    expect(does(sign, 'reviewer', without({ step: 'fee', place: '' })).steps).toHaveLength(1);
  });

  it('of a visit that was recorded before place and time were asked for counts as it did', () => {
    const { time: _, ...timeless } = record().payload as CasePayloads['recordStep'];
    const { catalogue: __, ...said } = timeless;
    const signed = { by: 'reviewer', name: 'reviewer', office: '370406102', on: MONDAY };
    const before = { type: 'stepRecorded', data: { ...signed, ...said, place: '' } } as const;
    const recorded = evolve(sign, before, sign.id);
    expect(recorded?.steps?.[0]?.place).toBe('');
    expect(does(recorded, 'reviewer', act('decide')).status).toBe('decided');
  });

  it('of a public notice says until when', () => {
    const notice = { step: 'notice', officers: [] };
    expect(code(sign, 'reviewer', record(notice))).toBe('step.noticeDates');
    expect(code(sign, 'reviewer', record({ ...notice, until: '2026-11-22' }))).toBe('step.noticeDates');
    expect(does(sign, 'reviewer', record({ ...notice, until: MONDAY })).steps?.[0]?.until).toBe(MONDAY);
  });

  it('says in words what was wrong', () => {
    for (const outcome of ['doubt', 'objection', 'settled'] as const) {
      expect(code(sign, 'reviewer', record({ outcome, text: ' ' }))).toBe('text.missing');
      expect(does(sign, 'reviewer', record({ outcome })).steps?.[0]?.outcome).toBe(outcome);
    }
    expect(does(sign, 'reviewer', record({ text: '' })).steps).toHaveLength(1);
  });

  it('takes pages of papers that the list asks for and photographs of the step, each once', () => {
    expect(code(sign, 'reviewer', record({ files: [page('a', 'consent')] }))).toBe('files.unknownLine');
    expect(code(sign, 'reviewer', record({ files: [page('a'), page('a')] }))).toBe('files.twice');
    const seen = does(sign, 'reviewer', record({ files: [page('b', 'step-visit')] }));
    expect(seen.files?.map((one) => one.for)).toEqual(['step-visit']);
    expect(code(sign, 'reviewer', record({ files: [page('b', 'step-nowhere')] }))).toBe('files.unknownLine');
    const first = does(sign, 'reviewer', record({ files: [page('a')] }));
    expect(code(first, 'reviewer', record({ files: [page('a')] }))).toBe('files.twice');
  });

  it('is whose turn it is: the town’s before it is sent, the department’s after', () => {
    const coop = accepted('coop');
    expect(code(coop, 'officer', record())).toBe('case.wrongState');
    expect(does(coop, 'clerk', record()).steps).toHaveLength(1);
    const there = does(coop, 'clerk', act('forward'));
    expect(code(there, 'sealer', record())).toBe('power.role');
    expect(does(there, 'officer', record()).steps).toHaveLength(1);
    expect(does(accepted('sign', { office: DISTRICT }), 'officer', record()).steps).toHaveLength(1);
  });

  it('is the town’s also while the department has the case of a window item, and asks it to go and look', () => {
    const there = does(accepted('coop'), 'clerk', act('forward'));
    expect(does(there, 'reviewer', record()).steps?.[0]?.office).toBe('370406102');
    expect(code(there, 'eastClerk', record())).toBe('power.office');
  });

  it('of what is done at once, or answered, is the district hall’s where the citizen went there', () => {
    const asked = accepted('advice', { office: DISTRICT });
    const step = record({ step: 'asked', officers: [] });
    expect(does(asked, 'districtClerk', step).steps).toHaveLength(1);
    expect(does(does(asked, 'districtClerk', act('escalate')), 'districtClerk', step).steps).toHaveLength(1);
    expect(code(accepted('card', { office: DISTRICT }), 'districtClerk', step)).toBe('step.unknown');
    expect(code(accepted('sign', { office: DISTRICT }), 'districtClerk', record())).toBe('power.item');
  });
});

describe('a department’s own step on a case that the town judges', () => {
  const notice = record({ step: 'list', officers: [], until: '2026-11-27' });
  const payment = record({ step: 'payment', officers: [] });

  it('is recorded by the department once it has the case, and after it has issued', () => {
    const there = onTheWay('birth', 'atDepartment');
    expect(does(there, 'officer', notice).steps?.at(-1)).toMatchObject({
      step: 'list',
      office: '370406-xzsp',
    });
    for (const status of ['issued', 'delivered'] as const)
      expect(does(onTheWay('birth', status), 'officer', payment).status).toBe(status);
    expect(code(onTheWay('birth', 'sealed'), 'officer', notice)).toMatch(/^case\./);
    expect(code(there, 'otherOfficer', notice)).toBe('power.office');
  });

  it('is not the town’s to record, nor the town’s step the department’s', () => {
    expect(refusal(accepted('birth'), 'reviewer', notice)).toEqual({
      code: 'step.notOurs',
      facts: { step: '公示名单' },
    });
    expect(code(onTheWay('birth', 'atDepartment'), 'officer', record())).toBe('step.notOurs');
  });

  it('holds the issue up while somebody objects, until that is settled, and changes nothing of the opinion', () => {
    const there = along(
      onTheWay('birth', 'atDepartment'),
      ['clerk', act('dispatchPapers')],
      ['officer', act('signForPapers')],
    );
    const objected = does(there, 'officer', record({ step: 'list', officers: [], outcome: 'objection' }));
    expect(objected.opinion).toEqual(there.opinion);
    expect(code(objected, 'officer', act('issue'))).toBe('objection.open');
    const settled = does(objected, 'officer', record({ step: 'list', officers: [], outcome: 'settled' }));
    expect(does(settled, 'officer', act('issue')).status).toBe('issued');
  });
});

/** The judgement that waits, by item: on which case, by whom. */
const WAITING = [
  ['sign', act('decide'), refuseIt],
  ['birth', act('opine'), disagree],
] as const;

describe.each(WAITING)('the judgement of %s', (item, good, bad) => {
  const judged = (found: Case, command = good, on = MONDAY) => code(found, 'reviewer', command, { on });

  it('waits for the required visit, for better or worse', () => {
    const found = accepted(item);
    for (const command of [good, bad])
      expect(refusal(found, 'reviewer', command)).toEqual({
        code: 'step.required',
        facts: { steps: ['现场核查'] },
      });
    expect(judged(does(found, 'reviewer', record({ outcome: 'doubt' })))).toBe('step.required');
    expect(does(does(found, 'reviewer', record()), 'reviewer', good).version).toBeGreaterThan(0);
  });

  it('waits for the public notice where the matter is public, until its last day is over', () => {
    const found = does(accepted(item, OPEN), 'reviewer', record());
    expect(refusal(found, 'reviewer', good).facts).toEqual({ steps: ['公示'] });
    const hung = does(found, 'reviewer', record({ step: 'notice', officers: [], until: '2026-11-27' }));
    for (const on of [MONDAY, '2026-11-26', '2026-11-27'])
      expect(judged(hung, good, on)).toBe('step.required');
    expect(does(hung, 'reviewer', good, { on: '2026-11-28' }).version).toBe(hung.version + 1);
  });

  it('does not wait for a step that is only recorded', () => {
    const found = does(accepted(item), 'reviewer', record());
    expect(does(found, 'reviewer', good).steps).toHaveLength(1);
  });

  it('is no good end while an objection is open; it may be a bad one', () => {
    const objected = along(
      accepted(item),
      ['reviewer', record()],
      ['reviewer', record({ step: 'notice', officers: [], outcome: 'objection', text: '邻居反对' })],
    );
    expect(judged(objected)).toBe('objection.open');
    expect(does(objected, 'reviewer', bad).version).toBe(objected.version + 1);
  });

  it('is open again when the objection is settled, and closed by the next one', () => {
    const objection = record({ step: 'notice', officers: [], outcome: 'objection' });
    const settled = record({ step: 'notice', officers: [], outcome: 'settled' });
    const once = along(
      accepted(item),
      ['reviewer', record()],
      ['reviewer', objection],
      ['reviewer', settled],
    );
    expect(does(once, 'reviewer', good).version).toBe(once.version + 1);
    expect(judged(does(once, 'reviewer', objection))).toBe('objection.open');
    const elsewhere = along(
      accepted(item),
      ['reviewer', record()],
      ['reviewer', objection],
      ['reviewer', record({ outcome: 'settled' })],
    );
    expect(judged(elsewhere)).toBe('objection.open');
  });

  it('is not freed by settling before anybody objected', () => {
    const found = along(
      accepted(item),
      ['reviewer', record()],
      ['reviewer', record({ step: 'notice', officers: [], outcome: 'settled' })],
      ['reviewer', record({ step: 'notice', officers: [], outcome: 'objection' })],
    );
    expect(judged(found)).toBe('objection.open');
  });
});

describe('the department’s decision', () => {
  it('waits for the visit too', () => {
    const there = along(
      onTheWay('coop', 'atDepartment'),
      ['clerk', act('dispatchPapers')],
      ['officer', act('signForPapers')],
    );
    expect(code(there, 'officer', act('decide'))).toBe('step.required');
    expect(does(does(there, 'officer', record()), 'officer', act('decide')).status).toBe('decided');
  });

  it('of what a town would only have given its opinion on waits for what the opinion waits for', () => {
    const there = along(
      accepted('birth', { office: DISTRICT }),
      ['districtClerk', act('dispatchPapers')],
      ['officer', act('signForPapers')],
    );
    expect(code(there, 'officer', act('decide'))).toBe('step.required');
    expect(does(does(there, 'officer', record()), 'officer', act('decide')).status).toBe('decided');
  });
});
