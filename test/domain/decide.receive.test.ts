import { describe, expect, it } from 'vitest';
import type { CasePayloads } from '../../src/domain/commands.ts';
import { rulesOf } from '../../src/domain/rules.ts';
import {
  type Act,
  CASE_ID,
  caseAfter,
  eventsOf,
  flagsOf,
  MONDAY,
  numberAt,
  person,
  receiveAt,
  refusalOf,
  type SampleItem,
} from '../support/sampleCase.ts';
import {
  DEPARTMENT,
  DISTRICT,
  EAST,
  SERVICE_ENDS_IN_EAST,
  sampleCatalogue,
  WEST,
  withGuide,
  withStatus,
} from '../support/sampleCatalogue.ts';
import { permitGuide } from '../support/sampleGuides.ts';

type Changes = Partial<CasePayloads['receive']>;

const refused = (changes: Changes, act: Act = {}, item: SampleItem = 'permit', office = WEST): string =>
  refusalOf(null, receiveAt(office, item, changes), { office, ...act }).code;

describe('receiving', () => {
  it('makes a case of the papers', () => {
    const command = receiveAt(WEST, 'permit');
    const { catalogue: _, ...payload } = command.payload;
    expect(caseAfter(null, command)).toEqual({
      ...payload,
      id: CASE_ID,
      status: 'received',
      hall: WEST,
      receivedOn: MONDAY,
      papersOn: MONDAY,
      corrections: [],
      flags: [],
      version: 1,
    });
  });

  it.each(['permit', 'registration', 'onTheSpot', 'service'] as const)(
    'of a %s is open to a town and to the district hall',
    (item) => {
      expect(caseAfter(null, receiveAt(WEST, item)).route).not.toBe('district');
      const district = caseAfter(null, receiveAt(DISTRICT, item), { office: DISTRICT });
      expect(district).toMatchObject({ route: 'district', hall: DISTRICT });
      // The place of the land names a town, wherever the papers were handed in; else the district hall names none.
      expect(district.handlingTown).toBe(item === 'onTheSpot' ? WEST : null);
      expect(district.number).toMatch(/^370406000-/);
    },
  );

  it('that is mended days later keeps the day that the printed number carries', () => {
    const late = { on: '2026-11-25', replaces: MONDAY };
    expect(caseAfter(null, receiveAt(WEST, 'permit'), late).receivedOn).toBe(MONDAY);
    expect(flagsOf(eventsOf(null, receiveAt(WEST, 'permit'), late))).toEqual([]);
    const future = receiveAt(WEST, 'permit', { number: numberAt(WEST, '2026-12-24') });
    expect(caseAfter(null, future, late).receivedOn).toBe('2026-11-25');
    expect(flagsOf(eventsOf(null, future, late))).toEqual(['time.unsettled']);
    expect(caseAfter(null, receiveAt(WEST, 'permit'), { on: '2026-11-25' }).receivedOn).toBe('2026-11-25');
  });

  it.each([
    ['earlier than the receipt that was refused', '2026-11-24'],
    ['with nothing known of that receipt', null],
  ])('that is mended cannot be dated back: %s', (_, replaces) => {
    const events = eventsOf(null, receiveAt(WEST, 'permit'), { on: '2026-11-25', replaces });
    expect(events[0]).toMatchObject({ type: 'received', data: { on: '2026-11-25' } });
    expect(flagsOf(events)).toEqual(['time.unsettled']);
  });

  it('turns nobody away for missing papers or a failed check', () => {
    const command = receiveAt(WEST, 'permit', {
      answers: { place: 'wall', size: 500, from: '2026-12-01' },
      missing: ['form', 'identity'],
    });
    expect(caseAfter(null, command).status).toBe('received');
    expect(caseAfter(null, receiveAt(WEST, 'permit', { marks: {} })).marks).toEqual({});
  });

  it('turns nobody away while the item is suspended, and needs no flag when the clerk knew', () => {
    const now = rulesOf(withStatus(sampleCatalogue, 'permit', 'suspended', '2026-11-20'));
    const events = eventsOf(null, receiveAt(WEST, 'permit'), { now });
    expect(events.map((event) => event.type)).toEqual(['received']);
  });

  it('on a device that did not know of the suspension is recorded and flagged', () => {
    const now = rulesOf(withStatus(sampleCatalogue, 'permit', 'suspended', '2026-11-20'));
    const seen = rulesOf(sampleCatalogue);
    const events = eventsOf(null, receiveAt(WEST, 'permit'), { now, seen });
    expect(flagsOf(events)).toEqual(['item.notInForce']);
    expect(events[1]).toMatchObject({ data: { facts: { item: 'permit', since: '2026-11-20' } } });
  });

  it('under a guide that has a newer version meanwhile is recorded and flagged', () => {
    const now = rulesOf(withGuide(sampleCatalogue, permitGuide));
    const events = eventsOf(null, receiveAt(WEST, 'permit'), { now, seen: rulesOf(sampleCatalogue) });
    expect(flagsOf(events)).toEqual(['guide.changed']);
    expect(events[1]).toMatchObject({ data: { facts: { used: 1, current: 2 } } });
    expect(caseAfter(null, receiveAt(WEST, 'permit'), { now }).guideVersion).toBe(1);
  });

  it('keeps only answers to questions that apply', () => {
    const answers = { place: 'wall', size: 10, from: '2026-12-01', lit: true, power: 'grid', other: 1 };
    expect(caseAfter(null, receiveAt(WEST, 'permit', { answers })).answers).toEqual({
      place: 'wall',
      size: 10,
      from: '2026-12-01',
    });
  });

  it('does not ask the parties of a choice that was taken back', () => {
    const withRoof = withGuide(sampleCatalogue, permitGuide, {
      parties: [
        ...permitGuide.parties,
        {
          role: 'electrician',
          label: '电工',
          kinds: ['person'],
          min: 1,
          max: 1,
          when: { answer: 'power', is: 'grid' },
        },
      ],
    });
    const answers = { place: 'wall', size: 10, from: '2026-12-01', lit: true, power: 'grid' };
    const command = receiveAt(WEST, 'permit', { answers, guideVersion: 2 });
    expect(caseAfter(null, command, { now: rulesOf(withRoof) }).status).toBe('received');
  });

  it('happens once', () => {
    const found = caseAfter(null, receiveAt(WEST, 'permit'));
    expect(refusalOf(found, receiveAt(WEST, 'permit')).code).toBe('case.wrongState');
  });
});

describe('receiving is refused', () => {
  it('without the post, or in an office that is no hall', () => {
    expect(refused({}, { roles: [] })).toBe('power.role');
    expect(refused({}, { roles: ['reviewer', 'leader', 'officer', 'supervisor', 'admin'] })).toBe(
      'power.role',
    );
    expect(refused({}, { office: 'nowhere' })).toBe('office.unknown');
    const atDepartment = receiveAt(WEST, 'permit');
    for (const roles of [['clerk'], ['clerk', 'supervisor']] as const)
      expect(() => eventsOf(null, atDepartment, { office: DEPARTMENT, roles })).toThrow('refused');
  });

  it('at a town to which the item is not delegated, or no longer', () => {
    expect(refused({}, {}, 'onTheSpot', EAST)).toBe('power.notDelegated');
    expect(caseAfter(null, receiveAt(EAST, 'service'), { office: EAST, on: '2026-11-30' }).hall).toBe(EAST);
    expect(refused({}, { on: SERVICE_ENDS_IN_EAST }, 'service', EAST)).toBe('power.notDelegated');
    expect(refused({}, { on: '2026-07-15' })).toBe('power.notDelegated');
  });

  it('by another route than the hall’s', () => {
    for (const route of ['review', 'window', 'district'] as const)
      expect(refused({ route })).toBe('case.routeWrong');
    expect(refused({ route: 'direct' }, {}, 'permit', DISTRICT)).toBe('case.routeWrong');
  });

  it('with a handling town that the answers do not name', () => {
    for (const handlingTown of [DISTRICT, DEPARTMENT, '370406999', EAST, null])
      expect(refused({ handlingTown })).toBe('case.handlingTownWrong');
    const elsewhere = receiveAt(WEST, 'onTheSpot', { answers: { town: EAST } });
    expect(caseAfter(null, elsewhere).handlingTown).toBe(EAST);
  });

  it('with an item or a guide that is not in the catalogue', () => {
    expect(refused({ item: 'none' })).toBe('item.unknown');
    expect(refused({ guide: 'none' })).toBe('guide.unknown');
    expect(refused({ guideVersion: 2 })).toBe('guide.unknown');
    expect(refused({ guide: 'coop' })).toBe('guide.unknown');
  });

  it('while the guide is in preparation', () => {
    expect(refused({ guide: 'insuranceChange' }, {}, 'service')).toBe('guide.preparing');
  });

  it('with a number that is not one, or not written as it is printed', () => {
    expect(refused({ number: 'x' })).toBe('case.numberInvalid');
    expect(refused({ number: numberAt(WEST).replace('0001', '0002') })).toBe('case.numberInvalid');
    expect(refused({ number: numberAt(WEST).replaceAll('-', '') })).toBe('case.numberInvalid');
    expect(refused({ code: '7Q2M9' })).toBe('case.codeInvalid');
    expect(refused({ code: '7Q2M9O' })).toBe('case.codeInvalid');
  });

  it('with the number of another town, unless it mends a refused command', () => {
    const number = numberAt(EAST);
    expect(refused({ number })).toBe('case.numberOfOtherTown');
    expect(caseAfter(null, receiveAt(WEST, 'permit', { number }), { replaces: MONDAY }).number).toBe(number);
  });

  it('with questions not answered, or with an answer that leads elsewhere', () => {
    const answers = { place: 'roof', size: 10, from: '2026-12-01' };
    const refusal = refusalOf(null, receiveAt(WEST, 'permit', { answers }));
    expect(refusal).toEqual({ code: 'answers.incomplete', facts: { questions: ['lit'] } });
    expect(refused({ answers: { ...answers, place: 'road' } })).toBe('answers.elsewhere');
  });

  it('with parties that are not right, without repeating what they wrote', () => {
    expect(refused({ parties: [] })).toBe('party.tooFew');
    const wrong = receiveAt(WEST, 'permit', { parties: [person('applicant', { idNumber: '110105' })] });
    expect(refusalOf(null, wrong)).toEqual({
      code: 'party.idInvalid',
      facts: { role: 'applicant', detail: 'length' },
    });
  });

  it('with a mark on a line that is not asked, or that may not stand', () => {
    expect(refused({ marks: { safety: { kind: 'originalKept', count: 1 } } })).toBe('mark.unknownLine');
    expect(refused({ marks: { form: { kind: 'deferred', due: MONDAY } } })).toBe('mark.notDeferrable');
    expect(refused({ marks: { drawing: { kind: 'deferred', due: '2026-12-01' } } })).toBe(
      'mark.deferredTooLong',
    );
  });

  it('with a fingerprint that nobody has witnessed', () => {
    const witness = (name: string) => ({ signing: { way: 'fingerprint', witness: name } }) as const;
    expect(refused(witness(''))).toBe('signing.witnessMissing');
    expect(refused(witness(person('applicant').name))).toBe('signing.witnessIsParty');
    const made = caseAfter(null, receiveAt(WEST, 'permit', witness('李会计')));
    expect(made.signing).toEqual({ way: 'fingerprint', witness: '李会计' });
  });
});
