import { describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/decide.ts';
import { FORM_REASONS } from '../../src/domain/reasons.ts';
import {
  accepted,
  act,
  along,
  code,
  disagree,
  does,
  doing,
  onTheWay,
  WAYS,
} from '../support/handlingActs.ts';
import { MONDAY } from '../support/sampleCase.ts';
import { DEPARTMENT, DISTRICT, EAST, WEST } from '../support/sampleCatalogue.ts';

const PAPER = [
  ['clerk', act('dispatchPapers')],
  ['officer', act('signForPapers')],
] as const;

describe('the way of each route', () => {
  it.each(Object.keys(WAYS) as (keyof typeof WAYS)[])(
    'of %s ends in delivery, and says who did what',
    (way) => {
      const found = onTheWay(way, 'delivered');
      expect(found).toMatchObject({ status: 'delivered', delivery: { way: 'inPerson', receiver: '张三' } });
      const people = [(found.decision ?? found.opinion)?.by, found.approval?.by, found.sealing?.by];
      expect(new Set(people).size).toBe(3);
      expect(people).not.toContain(undefined);
    },
  );

  it('is the handling town’s where another one received', () => {
    const found = accepted('sign', { office: EAST, answers: { town: WEST } });
    expect(found).toMatchObject({ hall: EAST, handlingTown: WEST });
    expect(code(found, 'eastReviewer', act('recordStep'))).toBe('power.office');
    const drafted = along(found, ['reviewer', act('recordStep')], ['reviewer', act('decide')]);
    expect(code(drafted, 'eastLeader', act('approve'))).toBe('power.office');
    const sealed = along(drafted, ['leader', act('approve')], ['sealer', act('seal')]);
    expect(does(sealed, 'eastClerk', act('deliver')).status).toBe('delivered');
  });

  it('has no leader and no seal where the item asks for none', () => {
    const decided = (item: 'plain' | 'stamped' | 'approved') =>
      does(accepted(item), 'reviewer', act('decide'));
    expect(does(decided('plain'), 'clerk', act('deliver')).status).toBe('delivered');
    expect(code(decided('plain'), 'leader', act('approve'))).toBe('power.item');
    expect(code(decided('stamped'), 'clerk', act('deliver'))).toBe('case.passed');
    expect(does(decided('stamped'), 'sealer', act('seal')).sealing).toMatchObject({
      seal: 'business',
      copies: 2,
    });
    expect(code(decided('approved'), 'sealer', act('seal'))).toBe('power.item');
    const released = does(decided('approved'), 'leader', act('approve'));
    expect(does(released, 'clerk', act('deliver')).status).toBe('delivered');
  });

  it('of what is done at once is one person’s, in a town and in the district', () => {
    for (const [office, clerk] of [
      [WEST, 'clerk'],
      [DISTRICT, 'districtClerk'],
    ] as const) {
      const found = accepted('card', { office });
      for (const who of ['reviewer', 'officer'] as const)
        expect(code(found, who, act('decide'))).toMatch(/^power/);
      const decided = does(found, clerk, act('decide'));
      expect(decided.decision).toMatchObject({ granted: true, by: clerk });
      for (const [who, command] of [
        ['leader', act('approve')],
        ['sealer', act('seal')],
        ['leader', act('sendBack')],
      ] as const)
        expect(code(decided, who, command)).toMatch(/^power\.(item|office)$/);
      expect(does(decided, clerk, act('deliver')).status).toBe('delivered');
    }
    expect(code(accepted('card'), 'eastClerk', act('decide'))).toBe('power.office');
  });
});

describe('between town and department', () => {
  const sent = onTheWay('birth', 'atDepartment');
  const negative = along(
    does(accepted('birth'), 'reviewer', act('recordStep')),
    ['reviewer', disagree],
    ['leader', act('approve')],
    ['sealer', act('seal')],
    ['clerk', act('forward')],
  );

  it('forwarding says where it lies and since when', () => {
    expect(sent.stations).toEqual([{ office: DEPARTMENT, on: MONDAY }]);
    expect(onTheWay('birth', 'issued').stations).toEqual([
      { office: DEPARTMENT, on: MONDAY },
      { office: WEST, on: MONDAY },
    ]);
    expect(code(onTheWay('birth', 'approved'), 'clerk', act('forward'))).toBe('case.passed');
    expect(code(accepted('birth'), 'clerk', act('forward'))).toBe('case.wrongState');
    expect(code(accepted('sign'), 'clerk', act('forward'))).toBe('power.route');
  });

  it('the department follows an agreeing opinion, and cannot turn it round', () => {
    const there = along(sent, ...PAPER);
    expect(does(there, 'officer', act('issue', { number: ' 鲁-7 ' }))).toMatchObject({
      status: 'issued',
      issue: { granted: true, number: '鲁-7', by: 'officer', office: DEPARTMENT },
    });
    expect(code(there, 'officer', act('refuseOnOpinion'))).toBe('opinion.agrees');
  });

  it('the department follows a disagreeing opinion, and cannot turn it round', () => {
    expect(code(along(negative, ...PAPER), 'officer', act('issue'))).toBe('opinion.disagrees');
    const refused = does(negative, 'officer', act('refuseOnOpinion'));
    expect(refused).toMatchObject({ status: 'refused', issue: { granted: false, number: '' } });
    expect(does(refused, 'clerk', act('deliver')).status).toBe('delivered');
  });

  it('no other act of a department’s people is open on a review case, in any of its states', () => {
    for (const status of ['accepted', 'opined', 'approved', 'sealed', 'atDepartment', 'issued'] as const) {
      const found = onTheWay('birth', status);
      for (const who of ['officer', 'departmentLeader', 'departmentSealer', 'otherOfficer'] as const)
        for (const type of [
          ...(['recordStep', 'opine', 'decide', 'approve', 'sendBack', 'seal', 'forward'] as const),
          ...(['recallOpinion', 'suspend', 'resume', 'extend', 'answer', 'escalate', 'deliver'] as const),
        ])
          expect(decide(found, act(type), doing(found, who)).ok, `${who} ${type} ${status}`).toBe(false);
    }
  });

  it('sent back for its form it keeps the opinion, is sealed again and goes back', () => {
    for (const { code: reason } of FORM_REASONS) {
      const back = does(sent, 'officer', act('returnForForm', { reason }));
      expect(back).toMatchObject({ status: 'returnedByDepartment', opinion: sent.opinion });
      expect(back.stations?.at(-1)).toEqual({ office: WEST, on: MONDAY });
      const repaired = along(back, ['sealer', act('seal')], ['reviewer', act('forward')]);
      expect(repaired.status).toBe('atDepartment');
      expect(does(along(repaired, ...PAPER), 'officer', act('issue')).status).toBe('issued');
    }
  });

  it('is sent back for its form only, with words; the repair is sealed by a third person still', () => {
    expect(code(sent, 'officer', act('returnForForm', { reason: 'conditions' }))).toBe('reason.unknown');
    expect(code(sent, 'officer', act('returnForForm', { text: '' }))).toBe('text.missing');
    expect(code(sent, 'otherOfficer', act('returnForForm'))).toBe('power.office');
    expect(code(onTheWay('coop', 'atDepartment'), 'officer', act('returnForForm'))).toBe('power.route');
    const back = does(sent, 'officer', act('returnForForm'));
    expect(code(back, 'sealer', act('seal'), { by: 'reviewer' })).toBe('duty.drafter');
    expect(code(back, 'sealer', act('seal'), { by: 'leader' })).toBe('duty.approver');
    expect(does(back, 'reviewer', act('recallOpinion')).status).toBe('accepted');
  });
});

describe('delivery', () => {
  const ready = onTheWay('sign', 'sealed');

  it.each([
    ['without a receiver', { receiver: ' ' }, 'deliver.receiverMissing'],
    ['by post without the number of the letter', { way: 'post', post: ' ' }, 'deliver.postMissing'],
    ['left behind without a witness', { way: 'leftBehind' }, 'deliver.witnessMissing'],
    ['electronically without consent', { way: 'electronic' }, 'deliver.noConsent'],
    ['electronically against the person’s will', { way: 'electronic', consent: false }, 'deliver.noConsent'],
  ] as const)('%s is none', (_name, more, expected) => {
    expect(code(ready, 'clerk', act('deliver', more))).toBe(expected);
  });

  it.each([
    [{}, { way: 'inPerson', receiver: '张三' }],
    [
      { way: 'post', post: ' 9901 ', witness: '无' },
      { way: 'post', receiver: '张三', post: '9901' },
    ],
    [
      { way: 'leftBehind', witness: '村主任' },
      { way: 'leftBehind', receiver: '张三', witness: '村主任' },
    ],
    [
      { way: 'electronic', consent: true },
      { way: 'electronic', receiver: '张三' },
    ],
  ] as const)('is recorded as it was done: %j', (more, delivery) => {
    const given = { by: 'clerk', name: 'clerk', office: WEST, on: MONDAY };
    expect(does(ready, 'clerk', act('deliver', more)).delivery).toEqual({ ...given, ...delivery });
  });

  it('may bring the receiver’s signature, each page once', () => {
    const page = { hash: 'a'.repeat(43), size: 10, type: 'image/png', for: 'signature-decision' } as const;
    expect(does(ready, 'clerk', act('deliver', { files: [page] })).files).toEqual([page]);
    expect(code(ready, 'clerk', act('deliver', { files: [page, page] }))).toBe('files.twice');
    expect(code(ready, 'clerk', act('deliver', { files: [{ ...page, for: 'x' }] }))).toBe(
      'files.unknownLine',
    );
  });

  it('is signed on the screen by nobody who is not there, and not for another paper', () => {
    const page = { hash: 'a'.repeat(43), size: 10, type: 'image/png', for: 'signature-decision' } as const;
    for (const more of [
      { way: 'post', post: '9901' },
      { way: 'leftBehind', witness: '村主任' },
      { way: 'electronic', consent: true },
    ] as const)
      expect(code(ready, 'clerk', act('deliver', { ...more, files: [page] }))).toBe('files.unknownLine');
    const other = { ...page, for: 'signature-revocation' };
    expect(code(ready, 'clerk', act('deliver', { files: [other] }))).toBe('files.unknownLine');
    expect(code(onTheWay('sign', 'decided'), 'reviewer', act('recordStep', { files: [page] }))).toBe(
      'files.unknownLine',
    );
  });

  it('is any hall’s, once, and nobody’s before the last act that item and route ask for', () => {
    for (const who of ['eastClerk', 'districtClerk'] as const)
      expect(does(ready, who, act('deliver')).status).toBe('delivered');
    expect(code(ready, 'officer', act('deliver'))).toBe('power.role');
    expect(code(does(ready, 'clerk', act('deliver')), 'clerk', act('deliver'))).toMatch(/^(case|power)/);
    expect(code(onTheWay('sign', 'accepted'), 'clerk', act('deliver'))).toBe('case.wrongState');
    for (const status of ['decided', 'approved'] as const)
      expect(code(onTheWay('sign', status), 'clerk', act('deliver'))).toBe('case.passed');
    expect(code(onTheWay('birth', 'sealed'), 'clerk', act('deliver'))).toBe('case.passed');
  });
});

describe('a consultation', () => {
  it('is answered by the hall, and closed when the person has heard it', () => {
    for (const [who, office] of [
      ['clerk', WEST],
      ['districtClerk', DISTRICT],
    ] as const) {
      const asked = accepted('advice', { office });
      expect(code(asked, who, act('answer', { text: ' ' }))).toBe('text.missing');
      expect(code(asked, 'officer', act('answer'))).toBe('case.wrongState');
      const answered = does(asked, who, act('answer'));
      expect(answered).toMatchObject({ status: 'answered', answer: { text: '情况说明', by: who } });
      expect(does(answered, who, act('close')).status).toBe('closed');
      expect(code(answered, who, act('close', { ground: 'deferralLapsed' }))).toBe('close.groundUnknown');
    }
  });

  it('is the department’s where the town cannot say', () => {
    const asked = accepted('advice');
    expect(code(asked, 'reviewer', act('escalate', { text: '' }))).toBe('text.missing');
    const passed = does(asked, 'reviewer', act('escalate'));
    expect(passed).toMatchObject({ status: 'escalated', escalation: { by: 'reviewer' } });
    expect(does(passed, 'eastClerk', act('withdraw')).status).toBe('withdrawn');
    expect(code(passed, 'clerk', act('answer'))).toBe('case.passed');
    expect(code(passed, 'otherOfficer', act('answer'))).toBe('power.office');
    expect(does(passed, 'officer', act('answer'))).toMatchObject({
      ...{ status: 'answered', answer: { by: 'officer', office: DEPARTMENT } },
    });
  });

  it('knows neither opinion nor decision, and nothing else can be consulted about', () => {
    const asked = accepted('advice');
    expect(code(asked, 'reviewer', act('opine'))).toBe('power.item');
    expect(code(accepted('birth'), 'clerk', act('answer'))).toBe('power.item');
    expect(code(accepted('sign'), 'clerk', act('escalate'))).toBe('power.route');
  });
});
