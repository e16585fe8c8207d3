import { effect } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import { Intake } from '../../../../../src/app/window/intake/intake.ts';
import { nextOf } from '../../../../../src/app/window/intake/nextApplicant.ts';
import type { CasePayloads } from '../../../../../src/domain/commands.ts';
import { ok, refuse } from '../../../../../src/domain/result.ts';
import { completeGuide, person, SAMPLES } from '../../../../catalogue/samples.ts';
import { identityNumber, wrongNumber } from '../../../../support/identityNumbers.ts';
import { caseOf, deskOf, viewOf } from '../../builders.ts';

const relief = completeGuide('12');
const line = (at: number, number = identityNumber(at)) => [`农户${at}`, number, '13863200001', '3', '西集村'];
const HEADS = ['户主姓名', '身份证号', '联系电话', '人口', '受灾地点'];

/** A sitting with everything but its rows filled in; ids are counted. */
function sitting() {
  const made = deskOf();
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `row-${ids}`;
  };
  const { rules } = made.local.catalogue.value ?? {};
  const item = rules?.item('12');
  if (!item) throw new Error('no item 12');
  const intake = new Intake({ ...made.desk, newId }, 'sitting-1', undefined);
  intake.choose(item, relief);
  const { people: _, place: __, ...answers } = SAMPLES['12'].answers;
  intake.change({ answers: { ...answers, agent: 'yes' }, parties: [{ ...person('agent'), name: '村会计' }] });
  intake.roster.turn(true);
  intake.markRestFull();
  return { ...made, intake, book: intake.roster };
}

const receipts = (submissions: ReturnType<typeof deskOf>['submissions']) =>
  submissions.map(({ caseId, acts, draftId }) => {
    const [act] = acts;
    const payload = act?.type === 'receive' ? act.payload : ({} as CasePayloads['receive']);
    return { caseId, draftId, sitting: payload.sitting, names: payload.parties?.map((one) => one.name) };
  });

describe('a roster of households', () => {
  it('asks for nothing that its rows say, and for one good row at least', () => {
    const { intake, book } = sitting();
    expect(intake.questions.value.map((one) => one.id)).not.toContain('people');
    expect(intake.partyRules.value.map((one) => one.role)).toEqual(['agent']);
    expect(intake.gaps.value).toEqual([{ step: 'parties', says: '名册里还没有可以提交的行' }]);
    book.paste([HEADS, line(1), line(2, wrongNumber(2))]);
    expect(intake.gaps.value).toEqual([]);
  });

  it('makes a case of each good row with the same agent, and leaves the bad ones in the draft', async () => {
    const { intake, book, submissions } = sitting();
    book.paste([HEADS, line(1), line(2, wrongNumber(2)), line(3)]);
    expect(await intake.submitRoster()).toBe(false);
    expect(receipts(submissions)).toEqual([
      { caseId: 'row-1', draftId: undefined, sitting: 'sitting-1', names: ['农户1', '村会计'] },
      { caseId: 'row-3', draftId: undefined, sitting: 'sitting-1', names: ['农户3', '村会计'] },
    ]);
    expect(book.rows.value.map((row) => row.cells.name)).toEqual(['农户2']);
    expect(intake.content.value.step).toBe('parties');
    book.set('row-2', 'idNumber', identityNumber(1));
    expect(book.problems.value.get('row-2')).toEqual([{ cell: 'idNumber', code: 'taken' }]);
    book.set('row-2', 'idNumber', identityNumber(2));
    expect(await intake.submitRoster(), 'the last one takes the draft along').toBe(true);
    expect(receipts(submissions)[2]).toMatchObject({ caseId: 'row-2', draftId: 'sitting-1' });
  });

  it.each([
    ['are there', true],
    ['are opened later', false],
  ])('a draft left by a power cut does not offer what was saved again, when the cases %s', (_, atOnce) => {
    const { intake, book, desk, cases } = sitting();
    book.paste([HEADS, line(1), line(2, wrongNumber(2)), line(3)]);
    intake.go('outcome');
    const known = [viewOf({ id: 'row-1', sitting: 'sitting-1' }), viewOf({ id: 'row-9' })];
    if (atOnce) cases.value = known;
    const again = new Intake(desk, intake.id, intake.asDraft());
    const end = effect(() => again.leaveSaved());
    cases.value = known;
    end();
    expect(again.roster.good.value.map((row) => row.id)).toEqual(['row-3']);
    expect(again.roster.rows.value.map((row) => row.id)).toEqual(['row-2', 'row-3']);
    expect(again.roster.saved.value).toBe(1);
    expect(again.content.value.roster?.taken).toEqual([identityNumber(1)]);
  });

  it('a row that is refused holds up no other, and stays with its reason; a full disk ends it', async () => {
    const { intake, book, local, submissions } = sitting();
    const answers = ['party.idInvalid', null, 'store.failed'];
    const submit: typeof local.submit = async (one) => {
      submissions.push(one);
      const code = answers[submissions.length - 1];
      return code ? refuse(code) : ok({ case: caseOf(), commands: [] });
    };
    Object.assign(local, { submit });
    book.paste([HEADS, line(1), line(2), line(3), line(4)]);
    expect(await intake.submitRoster()).toBe(false);
    expect(submissions).toHaveLength(3);
    expect(book.rows.value.map((row) => row.cells.name)).toEqual(['农户1', '农户3', '农户4']);
    expect([...book.refused.value.keys()]).toEqual(['row-1', 'row-3']);
  });

  it('what became a case before the power went is not made one again', async () => {
    const { intake, book, cases, submissions } = sitting();
    book.paste([HEADS, line(1), line(2)]);
    cases.value = [
      { case: caseOf({ id: 'row-1' }), progress: 'saved', pending: 1, updatedAt: '', entries: [] } as never,
    ];
    expect(await intake.submitRoster()).toBe(true);
    expect(receipts(submissions).map((one) => one.caseId)).toEqual(['row-2']);
  });

  it('a paste, a mending and a removal are undone one by one', () => {
    const { book } = sitting();
    book.paste([HEADS, line(1), line(2)]);
    book.set('row-1', 'name', '张');
    book.set('row-1', 'name', '张三');
    book.remove('row-2');
    const names = () => book.rows.value.map((row) => row.cells.name);
    expect(names()).toEqual(['张三']);
    book.undo();
    expect(names()).toEqual(['张三', '农户2']);
    book.undo();
    expect(names()).toEqual(['农户1', '农户2']);
    book.undo();
    expect([names(), book.mayUndo.value]).toEqual([[], false]);
  });

  it('what is no list, or too long a one, is told and changes nothing', () => {
    const { book } = sitting();
    book.paste([['', ''], HEADS]);
    expect(book.trouble.value?.what).toContain('没有读出名册');
    book.paste([HEADS, ...Array.from({ length: 101 }, (_, at) => line(at + 1))]);
    expect(book.trouble.value?.what).toContain('最多 100 行');
    expect(book.rows.value).toEqual([]);
  });
});

describe('the next applicant of the same agent', () => {
  it('belongs to the sitting of the first, whom nobody told that more would come', () => {
    const first = caseOf({ id: 'first' });
    expect(nextOf(first, relief).sitting).toBe('first');
    expect(nextOf({ ...first, id: 'second', sitting: 'first' }, relief).sitting).toBe('first');
  });

  it('has a receipt of their own, and not the sticker of the first', () => {
    expect(nextOf(caseOf({ sticker: '370406102-K7-00012-4QXM-D' }), relief).sticker).toBeUndefined();
  });
});
