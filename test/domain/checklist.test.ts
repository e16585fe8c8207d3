import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerInWords,
  checklistOf,
  elsewhere,
  failedChecks,
  openQuestions,
  relevantAnswers,
  standingOf,
  tally,
  unansweredQuestions,
} from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import type { CompleteGuide, Question } from '../../src/domain/guide.ts';
import { permitGuide as guide, material, registrationGuide } from '../support/sampleGuides.ts';

const asked = (answers: Answers) =>
  checklistOf(guide, answers)
    .filter((line) => line.state === 'asked')
    .map((line) => line.material.id);
const depends = (answers: Answers) =>
  checklistOf(guide, answers)
    .filter((line) => line.state === 'depends')
    .map((line) => line.material.id);

const someAnswers: fc.Arbitrary<Answers> = fc
  .record(
    {
      place: fc.constantFrom('wall', 'roof', 'road'),
      size: fc.integer({ min: 1, max: 200 }),
      lit: fc.boolean(),
      power: fc.constantFrom('grid', 'solar'),
      from: fc.constant('2026-12-01'),
    },
    { requiredKeys: [] },
  )
  .map((answers) => answers as Answers);

describe('the checklist', () => {
  it('asks in every situation what has no condition, and says of the rest on what it depends', () => {
    expect(asked({})).toEqual(['form', 'identity', 'drawing']);
    expect(depends({})).toEqual(['safety', 'wiring', 'consent']);
  });

  it('follows from the answers', () => {
    expect(asked({ place: 'wall', size: 10 })).toEqual(['form', 'identity', 'drawing']);
    expect(asked({ place: 'roof', size: 20, lit: true, power: 'grid' })).toEqual([
      'form',
      'identity',
      'drawing',
      'safety',
      'wiring',
      'consent',
    ]);
    expect(asked({ place: 'roof', size: 19, lit: true, power: 'solar' })).not.toContain('wiring');
  });

  it('lets nothing hang on a question that can no longer be asked', () => {
    expect(depends({ place: 'roof' })).toEqual(['wiring', 'consent']);
    expect(depends({ place: 'roof', lit: true })).toEqual(['wiring', 'consent']);
    expect(depends({ place: 'roof', lit: false })).toEqual(['consent']);
    expect(depends({ place: 'wall' })).toEqual(['consent']);
    expect(depends({ place: 'wall', size: '10' })).toEqual(['consent']);
    expect(depends({ place: 'wall', size: 10 })).toEqual([]);
  });

  it('depends on nothing once every question is answered', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        if (unansweredQuestions(guide, answers).length === 0) expect(depends(answers)).toEqual([]);
      }),
    );
  });

  it('gives the reason of a line in the words of question and answer', () => {
    const lines = checklistOf(guide, { place: 'roof', size: 20 });
    const reason = (id: string) => lines.find((line) => line.material.id === id)?.because;
    expect(reason('form')).toEqual([]);
    expect(reason('safety')).toEqual([{ question: '设在哪里？', answer: '楼顶' }]);
    expect(reason('consent')).toEqual([{ question: '多大？', answer: '20平方米' }]);
    expect(reason('wiring')).toEqual([]);
  });

  it('with more answers never takes back a line without a changed answer', () => {
    fc.assert(
      fc.property(someAnswers, someAnswers, (given, more) => {
        const kept = relevantAnswers(guide, given);
        const further = { ...more, ...kept };
        for (const id of asked(kept)) expect(asked(further)).toContain(id);
        for (const id of asked(further)) expect([...asked(kept), ...depends(kept)]).toContain(id);
      }),
    );
  });
});

describe('the questions', () => {
  const ids = (answers: Answers) => openQuestions(guide, answers).map((question) => question.id);

  it('open one after the other', () => {
    expect(ids({})).toEqual(['place', 'size', 'from', 'note']);
    expect(ids({ place: 'roof' })).toEqual(['place', 'size', 'lit', 'from', 'note']);
    expect(ids({ place: 'roof', lit: true })).toEqual(['place', 'size', 'lit', 'power', 'from', 'note']);
  });

  it('lose the answers that an earlier choice no longer asks for, all along the chain', () => {
    const before = { place: 'roof', size: 10, lit: true, power: 'grid' };
    expect(relevantAnswers(guide, before)).toEqual(before);
    expect(relevantAnswers(guide, { ...before, place: 'wall' })).toEqual({ place: 'wall', size: 10 });
    expect(asked({ ...before, place: 'wall' })).not.toContain('wiring');
  });

  it('that hang on an answer left over are not open', () => {
    const leftOver = { place: 'wall', size: 10, lit: true, from: '2026-12-01' };
    expect(ids(leftOver)).toEqual(['place', 'size', 'from', 'note']);
    expect(unansweredQuestions(guide, leftOver)).toEqual([]);
  });

  it('drop answers to questions that do not exist', () => {
    expect(relevantAnswers(guide, { place: 'wall', shoeSize: 43, constructor: true })).toEqual({
      place: 'wall',
    });
  });

  it('keep the same answers when sorted out twice', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const once = relevantAnswers(guide, answers);
        expect(relevantAnswers(guide, once)).toEqual(once);
        expect(checklistOf(guide, once)).toEqual(checklistOf(guide, answers));
        expect(openQuestions(guide, once)).toEqual(openQuestions(guide, answers));
      }),
    );
  });

  it.each([
    [{}, ['place', 'size', 'from']],
    [{ place: 'street' }, ['place', 'size', 'from']],
    [{ place: 'wall', size: 0, from: '2026-12-01' }, ['size']],
    [{ place: 'wall', size: 1001, from: '2026-12-01' }, ['size']],
    [{ place: 'wall', size: '10', from: '2026-12-01' }, ['size']],
    [{ place: 'wall', size: 10, from: '2026-02-30' }, ['from']],
    [{ place: 'wall', size: 10, from: 'soon' }, ['from']],
    [{ place: 'roof', size: 10, from: '2026-12-01' }, ['lit']],
    [{ place: 'wall', size: 10, from: '2026-12-01', note: '一二三四五六七八九十' }, []],
    [{ place: 'wall', size: 10, from: '2026-12-01', note: '一二三四五六七八九十一' }, ['note']],
    [{ place: 'wall', size: 10, from: '2026-12-01', note: '' }, []],
  ] satisfies [Answers, string[]][])('%j leaves open %j', (answers, open) => {
    expect(unansweredQuestions(guide, answers)).toEqual(open);
  });

  it('counts the letters of a text as people do, rare characters too', () => {
    const answers = { place: 'wall', size: 10, from: '2026-12-01', note: '𠮷'.repeat(10) };
    expect(unansweredQuestions(guide, answers)).toEqual([]);
  });

  it('send elsewhere whoever chose another item, unless the choice was left over', () => {
    expect(elsewhere(guide, { place: 'road' })).toEqual({
      goTo: '公路部门',
      why: '公路用地内由公路部门许可',
    });
    expect(elsewhere(guide, { place: 'wall' })).toBeUndefined();
    const hidden: Question = { ...(guide.questions[0] as Question), when: { answer: 'size', is: 1 } };
    const other: CompleteGuide = { ...guide, questions: [hidden, ...guide.questions.slice(1)] };
    expect(elsewhere(other, { place: 'road', size: 2 })).toBeUndefined();
    expect(elsewhere(other, { place: 'road', size: 1 })?.goTo).toBe('公路部门');
  });

  it('repeat an answer as the person would say it', () => {
    const [place, size, , , from] = guide.questions as [Question, Question, Question, Question, Question];
    expect(answerInWords(place, 'roof')).toBe('楼顶');
    expect(answerInWords(place, 'unknown')).toBe('unknown');
    expect(answerInWords(size, 12)).toBe('12平方米');
    expect(answerInWords(from, '2026-12-01')).toBe('2026-12-01');
  });
});

describe('the declared checks', () => {
  const failed = (answers: Answers) => failedChecks(registrationGuide, answers).failed.map((one) => one.id);
  const name = '西集花椒专业合作社';

  it('want five members, four fifths of them farmers, and the right name', () => {
    expect(failed({ name, members: 5, farmers: 4 })).toEqual([]);
    expect(failed({ name, members: 4, farmers: 4 })).toEqual(['fiveMembers']);
    expect(failed({ name, members: 10, farmers: 7 })).toEqual(['fourFifths']);
    expect(failed({ name: '西集花椒公司', members: 3, farmers: 1 })).toEqual([
      'fiveMembers',
      'fourFifths',
      'name',
    ]);
  });

  it('stay open while an answer is not given', () => {
    const found = failedChecks(registrationGuide, { members: 5 });
    expect(found.failed).toEqual([]);
    expect(found.open.map((one) => one.id)).toEqual(['fourFifths', 'name']);
  });

  it('are not asked where they do not apply', () => {
    expect(failedChecks(guide, { place: 'wall', size: 90 }).failed).toEqual([]);
    expect(failedChecks(guide, { place: 'roof', size: 90 }).failed.map((one) => one.id)).toEqual([
      'largestOnRoof',
    ]);
  });
});

describe('how the lines stand', () => {
  it.each([
    [undefined, 'open'],
    [{ kind: 'inspected' }, 'in'],
    [{ kind: 'originalKept', count: 1 }, 'in'],
    [{ kind: 'copies', count: 1 }, 'in'],
    [{ kind: 'shared', source: '公安' }, 'in'],
    [{ kind: 'notNeeded', why: '已有' }, 'in'],
    [{ kind: 'promised' }, 'promised'],
    [{ kind: 'deferred', due: '2026-12-01' }, 'deferred'],
    [{ kind: 'missing' }, 'missing'],
  ] as const)('%j stands as %s', (mark, standing) => {
    expect(standingOf(mark)).toBe(standing);
  });

  it('counts only lines that are asked', () => {
    const groups = tally(checklistOf(guide, { place: 'wall' }), {
      form: { kind: 'originalKept', count: 1 },
      drawing: { kind: 'missing' },
      wiring: { kind: 'missing' },
    });
    const ids = (standing: keyof typeof groups) => groups[standing].map((line) => line.material.id);
    expect([ids('in'), ids('missing'), ids('open')]).toEqual([['form'], ['drawing'], ['identity']]);
    expect(material('x', 'x', {}).form).toEqual({ originals: 0, copies: 0, inspect: false });
  });
});
