import { answerInWords, relevantAnswers } from './checklist.ts';
import type { Revealed } from './commands.ts';
import type { Answers } from './condition.ts';
import type { ApplicationForm, CompleteGuide, IntakeSource } from './guide.ts';
import type { Party } from './parties.ts';
import { never } from './result.ts';

/** What an intake knows. */
export interface IntakeFacts {
  readonly guide: CompleteGuide;
  readonly answers: Answers;
  readonly parties: readonly Party[];
}

/** A piece of a value; one that screens cover says whose number it is. */
export interface FilledPart {
  readonly text: string;
  /** Of a number with a unit, the number alone. */
  readonly bare?: string;
  readonly number?: { readonly party: number; readonly what: Revealed };
}

export interface FilledField {
  readonly label: string;
  /** One for each person who holds the role; none = room for a hand. */
  readonly parts: readonly FilledPart[];
  readonly lines: number;
}

export type Filling = IntakeFacts | 'sample' | 'blank';

/** The fields of a form as they are printed. What nobody was asked, or nobody has answered, stays empty. */
export function filledForm(form: ApplicationForm, filling: Filling): readonly FilledField[] {
  return form.fields.map(({ label, from, sample, lines = 1 }) => {
    if (filling === 'blank') return { label, parts: [], lines };
    if (filling === 'sample') return { label, parts: [{ text: sample }], lines };
    return { label, parts: from ? intakeValue(from, filling) : [], lines };
  });
}

/** What the intake knows from a source, in words; nothing when it is not answered, or nobody holds the role. */
export function intakeValue(from: IntakeSource, facts: IntakeFacts): readonly FilledPart[] {
  if (from.of === 'party')
    return facts.parties.flatMap((party, at) =>
      party.role === from.role ? partOf(party, at, from.what) : [],
    );
  const question = facts.guide.questions.find((one) => one.id === from.question);
  const given = relevantAnswers(facts.guide, facts.answers)[from.question];
  if (!question || given === undefined || given === '') return [];
  const text = answerInWords(question, given);
  return [question.kind === 'number' ? { text, bare: String(given) } : { text }];
}

type PartyFact = Extract<IntakeSource, { of: 'party' }>['what'];

function partOf(party: Party, at: number, what: PartyFact): readonly FilledPart[] {
  const text = (party[what] ?? '').trim();
  if (text === '') return [];
  switch (what) {
    case 'name':
    case 'address':
      return [{ text }];
    case 'telephone':
      return [{ text, number: { party: at, what: 'telephone' } }];
    case 'idNumber':
      // A credit code is public.
      if (party.idKind === 'creditCode') return [{ text }];
      return [{ text, number: { party: at, what: 'identityNumber' } }];
    default:
      return never(what);
  }
}
