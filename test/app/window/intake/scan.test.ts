import { describe, expect, it } from 'vitest';
import { Intake } from '../../../../src/app/window/intake/intake.ts';
import { isScan, readScan, takenWords, takeOver } from '../../../../src/app/window/intake/scan.ts';
import { seedCatalogue } from '../../../../src/catalogue/index.ts';
import type { Answers } from '../../../../src/domain/condition.ts';
import { entriesOf } from '../../../../src/domain/itemSearch.ts';
import { answersAddress } from '../../../../src/protocol/answersCode.ts';
import { SAMPLES } from '../../../catalogue/samples.ts';
import { deskOf, guideOf } from '../builders.ts';

const choices = entriesOf(seedCatalogue);
const { answers } = SAMPLES['7b'];
const codeOf = (given: Answers, guide = guideOf('7b')): string =>
  answersAddress('https://example.cn', guide, given);
const scanned = (text: string) => {
  const read = readScan(text, choices);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const refusalOf = (text: string): string => {
  const read = readScan(text, choices);
  return read.ok ? 'read' : read.refusal.code;
};

describe('a scanned checklist', () => {
  it('opens its guide with the answers, and says which questions remain', () => {
    const { desk } = deskOf();
    const intake = new Intake(desk, 'x', undefined);
    const { 'months-open': _, ...some } = answers;
    takeOver(intake, scanned(codeOf(some).toUpperCase()));
    expect(intake.content.value).toMatchObject({ guide: '7b', step: 'situation', answers: some });
    const words = takenWords(guideOf('7b'), intake.taken.value!, intake.content.value.answers);
    expect(words.taken.map(({ id }) => id)).toEqual(
      guideOf('7b')
        .questions.map(({ id }) => id)
        .filter((id) => some[id] !== undefined),
    );
    expect(words.open.map(({ id }) => id)).toEqual(['months-open']);
    expect(words).toMatchObject({ dropped: { count: 0 }, older: null });
    // On a phone the first question that is still open is the one in view.
    expect(intake.questions.value[intake.asked.value]?.id).toBe('months-open');
  });

  it('keeps what was filled in for the same guide, and no longer counts an answer that was changed', () => {
    const { desk } = deskOf();
    const intake = new Intake(desk, 'x', undefined);
    takeOver(intake, scanned(codeOf({ entity: 'individual' })));
    intake.answer('months-open', 20);
    takeOver(intake, scanned(codeOf({ group: 'graduate' })));
    expect(intake.content.value.answers).toMatchObject({
      entity: 'individual',
      'months-open': 20,
      group: 'graduate',
    });
    intake.answer('group', 'hardship');
    const words = takenWords(guideOf('7b'), intake.taken.value!, intake.content.value.answers);
    expect(words.taken).toEqual([]);
  });

  it('tells an older guide and the answers that could not be taken over', () => {
    const [first] = guideOf('7b').questions;
    const older = {
      ...guideOf('7b'),
      version: 7,
      questions: [{ ...first!, id: 'gone' }, ...guideOf('7b').questions],
    };
    const value = first?.kind === 'choice' ? (first.options[0]?.value ?? '') : '';
    const { guide, read } = scanned(codeOf({ gone: value, [first!.id]: value }, older));
    expect(takenWords(guide, { guide: '7b', read }, read.answers)).toMatchObject({
      taken: [{ id: first!.id }],
      dropped: { count: 1, questions: [] },
      older: 7,
    });
  });

  it('is refused with a reason when it is none of ours, cut short, or of a guide in preparation', () => {
    expect(refusalOf('https://example.cn/progress#n=1&c=2')).toBe('answers.notOurs');
    expect(refusalOf('https://example.cn/guide/99#a=mfrgg')).toBe('answers.guideUnknown');
    expect(refusalOf(codeOf(answers).slice(0, -9))).toBe('answers.damaged');
    const preparing = seedCatalogue.guides.find((one) => one.state === 'preparing');
    if (preparing)
      expect(refusalOf(codeOf({}, { ...guideOf('7b'), id: preparing.id }))).toBe('answers.guideUnknown');
  });

  it('is told apart from what people search for', () => {
    expect(isScan(codeOf({}))).toBe(true);
    for (const query of ['补贴', 'ycxbt', '7b', '3700002014028', '']) expect(isScan(query)).toBe(false);
  });
});
