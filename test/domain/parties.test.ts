import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/domain/condition.ts';
import {
  applicantsIn,
  checkParties,
  checkTelephone,
  type Party,
  partyRules,
} from '../../src/domain/parties.ts';
import { CREDIT_CODE, MONDAY, person } from '../support/sampleCase.ts';
import { onTheSpotGuide, permitGuide } from '../support/sampleGuides.ts';

const WALL: Answers = { place: 'wall' };
const ROOF: Answers = { place: 'roof' };
const problems = (parties: readonly Party[], answers = WALL, guide = permitGuide) =>
  checkParties(guide, answers, parties, MONDAY);
const codes = (parties: readonly Party[], answers = WALL, guide = permitGuide) =>
  problems(parties, answers, guide).map((one) => one.code);

describe('the parties of a case', () => {
  it('apply together, or the first of them where nobody is called an applicant', () => {
    const [husband, wife, agent] = [
      person('applicant'),
      person('applicant', { name: '李伟' }),
      person('agent'),
    ];
    expect(applicantsIn([agent, husband, wife])).toEqual([husband, wife]);
    const [head, member] = [person('legalRepresentative'), person('member')];
    expect(applicantsIn([head, member])).toEqual([head]);
    expect(applicantsIn([])).toEqual([]);
  });

  it('are right with an applicant, and with an agent beside', () => {
    expect(problems([person('applicant')])).toEqual([]);
    expect(problems([person('applicant'), person('agent', { telephone: '' })])).toEqual([]);
  });

  it('may be an organisation with its credit code', () => {
    const organisation = person('applicant', {
      kind: 'organisation',
      idKind: 'creditCode',
      idNumber: CREDIT_CODE,
    });
    expect(problems([organisation])).toEqual([]);
  });

  it('hang on the answers', () => {
    expect(partyRules(permitGuide, WALL).map((rule) => rule.role)).toEqual(['applicant', 'agent']);
    expect(partyRules(permitGuide, ROOF).map((rule) => rule.role)).toEqual(['applicant', 'owner', 'agent']);
    expect(codes([person('applicant')], ROOF)).toEqual(['party.tooFew']);
    expect(codes([person('applicant'), person('owner')], ROOF)).toEqual([]);
    expect(codes([person('applicant'), person('owner')], WALL)).toEqual(['party.roleUnknown']);
  });

  it('are as many as the guide says', () => {
    expect(codes([])).toEqual(['party.tooFew']);
    expect(codes([person('applicant'), person('applicant')])).toEqual(['party.tooMany']);
    expect(codes([person('buyer'), person('buyer'), person('seller')], {}, onTheSpotGuide)).toEqual([]);
  });

  it('are persons where the guide wants persons', () => {
    expect(problems([person('applicant'), person('agent', { kind: 'organisation' })])).toEqual([
      { code: 'party.kindWrong', role: 'agent', index: 1, field: 'kind' },
    ]);
  });

  it('have everything that is wrong with them told at once, each by its field', () => {
    const wrong = person('applicant', { name: ' ', idNumber: '11010519491231002', telephone: '110' });
    expect(problems([wrong])).toEqual([
      { code: 'party.nameMissing', role: 'applicant', index: 0, field: 'name' },
      { code: 'party.idInvalid', role: 'applicant', index: 0, field: 'idNumber', detail: 'length' },
      { code: 'party.telephoneInvalid', role: 'applicant', index: 0, field: 'telephone', detail: 'length' },
    ]);
  });

  it('never have a number of theirs repeated in a problem', () => {
    const number = '110105194912310021';
    expect(JSON.stringify(problems([person('applicant', { idNumber: number })]))).not.toContain(number);
  });

  it('may show another document, whose number is only kept', () => {
    expect(codes([person('applicant', { idKind: 'other', idNumber: 'E12345678' })])).toEqual([]);
    expect(codes([person('applicant', { idKind: 'other', idNumber: ' ' })])).toEqual(['party.idInvalid']);
  });

  it('leave a telephone, except for an agent', () => {
    expect(codes([person('applicant', { telephone: '' })])).toEqual(['party.telephoneInvalid']);
    expect(codes([person('applicant'), person('agent', { telephone: '12' })])).toEqual([
      'party.telephoneInvalid',
    ]);
  });
});

describe('a telephone', () => {
  it.each(['13806370000', '0632-8811111', '0632 8811111', '010-12345678'])('%s is right', (text) => {
    expect(checkTelephone(text)).toBe('ok');
  });

  it.each(['8811111', '12345678901', 'abc', ''])('“%s” is not', (text) => {
    expect(checkTelephone(text)).not.toBe('ok');
  });
});
