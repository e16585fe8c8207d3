import { describe, expect, it } from 'vitest';
import { LITIGATION, RECONSIDERATION } from '../../src/catalogue/bases.ts';
import { seedCalendar } from '../../src/catalogue/calendar.ts';
import {
  checkMark,
  elsewhere,
  failedChecks,
  openQuestions,
  unansweredQuestions,
} from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import { limitRuleOf } from '../../src/domain/limits.ts';
import { checkParties } from '../../src/domain/parties.ts';
import { completeGuide, failing, idsOf, organisation, SAMPLES, TODAY } from './samples.ts';

describe('guide 8, advice on land and collective property', () => {
  const guide = completeGuide('8');
  const { answers } = SAMPLES[8];
  const ownTransfer: Answers = {
    ...answers,
    'own-case': 'yes',
    'whose-land': 'own',
    years: 5,
    'years-left': 5,
    farming: 'yes',
  };

  it('who only asks about the policy brings nothing: the window writes the record', () => {
    expect(idsOf(guide, answers)).toEqual(['record']);
  });

  it.each([
    ['renewal', ['record', 'id-card', 'land-contract']],
    ['contract', ['record', 'id-card', 'land-contract']],
    ['transfer', ['record', 'id-card', 'land-contract', 'transfer-contract']],
    ['capital', ['record', 'id-card', 'transfer-contract']],
    ['women', ['record', 'id-card', 'land-contract']],
    ['membership', ['record', 'id-card']],
    ['income', ['record', 'id-card']],
    ['dispute', ['record', 'id-card', 'land-contract']],
  ])('one’s own case of %s is shown by %o', (topic, ids) => {
    expect(idsOf(guide, { ...ownTransfer, topic })).toEqual(ids);
  });

  it('keeps none of these papers and turns nobody away for want of one', () => {
    for (const material of guide.materials.filter((one) => one.id !== 'record')) {
      expect(material.form, material.id).toEqual({ originals: 0, copies: 0, inspect: true });
      const without = { kind: 'notNeeded', why: '没有带' } as const;
      expect(checkMark(material, without, TODAY, seedCalendar)).toBeUndefined();
    }
    expect(guide.checks.every((one) => one.severity === 'warn')).toBe(true);
  });

  it('decides nothing: no opinion, no decision, nothing issued, and no remedy against a decision', () => {
    const kinds = guide.steps.map((one) => one.kind);
    for (const kind of ['opinion', 'decide', 'issue']) expect(kinds).not.toContain(kind);
    const laws = guide.rights.map((one) => one.basis?.law);
    expect(laws).not.toContain(RECONSIDERATION.law);
    expect(laws).not.toContain(LITIGATION.law);
    expect(guide.rights.map((one) => one.text).join('')).toContain('仲裁');
  });

  it.each([
    [{ years: 5, 'years-left': 5 }, []],
    [{ years: 6, 'years-left': 5 }, ['term-left']],
    [{ farming: 'no' }, ['farming-only']],
    [{ 'whose-land': 'from-another', 'holder-agrees': 'no' }, ['holder-agrees']],
    [{ 'whose-land': 'from-another', 'holder-agrees': 'yes' }, []],
    [{ 'in-court': 'yes' }, ['not-in-court']],
  ])('a transfer with %o is answered with %o', (change, ids) => {
    const given = { ...ownTransfer, ...change };
    expect(unansweredQuestions(guide, given)).toEqual([]);
    expect(failing(guide, given)).toEqual(ids);
  });

  it('asks about years only of who transfers land of their own', () => {
    const asked = (given: Answers) => openQuestions(guide, given).map((one) => one.id);
    expect(asked(ownTransfer)).toContain('years');
    expect(asked({ ...ownTransfer, 'own-case': 'no' })).not.toContain('years');
    expect(failedChecks(guide, { ...ownTransfer, 'own-case': 'no', years: 9 })).toEqual({
      failed: [],
      open: [],
    });
  });

  it.each([
    [{ topic: 'forest' }, '林业'],
    [{ topic: 'homestead' }, '宅基地'],
    [{ wants: 'ruling' }, '仲裁'],
  ])('%o is sent on', (change, place) => {
    expect(elsewhere(guide, { ...answers, ...change })?.goTo).toContain(place);
  });

  it('answers at once, or in writing within five working days', () => {
    expect(limitRuleOf(guide, answers)).toMatchObject({ statutory: null, promised: { unit: 'onTheSpot' } });
    expect(limitRuleOf(guide, { ...answers, reply: 'written' })).toMatchObject({
      statutory: null,
      promised: { days: 5, unit: 'workingDays' },
    });
  });

  it('a village or a company may ask too', () => {
    expect(checkParties(guide, answers, [organisation('applicant')], TODAY)).toEqual([]);
  });
});
