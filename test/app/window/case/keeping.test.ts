import { describe, expect, it } from 'vitest';
import { begunIn, wordsIn } from '../../../../src/app/window/case/begun.ts';
import { CaseModel } from '../../../../src/app/window/case/caseModel.ts';
import { Resuming } from '../../../../src/app/window/case/resume.ts';
import { HandlingModel } from '../../../../src/app/window/handling/handlingModel.ts';
import { refuse } from '../../../../src/domain/result.ts';
import { caseOf, deskOf, HALL, viewOf } from '../builders.ts';

const ACCEPTED = {
  status: 'accepted',
  item: '1',
  guide: '1',
  route: 'direct',
  acceptedOn: '2026-11-24',
} as const;
const photo = new Blob(['东墙'], { type: 'image/jpeg' });
const AS_IT_IS = { turn: 0, crop: null, watermark: null } as const;

type World = ReturnType<typeof deskOf>;

/** A reviewer's desk before an accepted case. */
function deskBefore(answer?: Parameters<typeof deskOf>[0]): World {
  const world = deskOf(answer);
  const posts = [{ office: HALL, roles: ['reviewer', 'clerk'] as const }];
  Object.assign(world.local.signedIn, { value: { id: 'p', username: 'li', name: '李', posts } });
  world.cases.value = [viewOf(ACCEPTED)];
  return world;
}

/** The case is opened: by a click, after unlocking, after a reload. */
function openedOn({ desk }: World, mend?: string) {
  const file = new CaseModel(desk, caseOf().id);
  const handling = new HandlingModel(desk, file);
  const resuming = new Resuming(desk, file, handling);
  const end = resuming.arrive(mend);
  return { file, handling, resuming, end };
}

async function visitBegun(world: World) {
  const screen = openedOn(world);
  screen.handling.begin('recordStep');
  screen.handling.chooseStep('visit');
  screen.handling.set({ text: '离地三米', place: '东墙' });
  await screen.file.pages.choose('step:visit', [photo]);
  await screen.file.pages.use(AS_IT_IS);
  return screen;
}

/** Left by any link, or locked. */
async function left({ file, end }: Awaited<ReturnType<typeof visitBegun>>): Promise<void> {
  end();
  file.close();
  await file.keep();
}

describe('an act that is being written', () => {
  it('stands again when the case is opened again: words, pages, and what was seen', async () => {
    const world = deskBefore();
    const before = await visitBegun(world);
    await left(before);
    expect([...world.kept]).toEqual(['page1']);
    world.cases.value = [viewOf({ ...ACCEPTED, version: 2, marks: { form: { kind: 'missing' } } })];
    const { file, handling } = openedOn(world);
    expect(handling.act.value).toBe('recordStep');
    expect(handling.form.value).toEqual(before.handling.form.value);
    expect(file.form.value.files.map((one) => one.hash)).toEqual(['page1']);
    expect(handling.changed.value).toBe(true);
    expect(file.keeping.resumed.value).not.toBeNull();
    expect(world.desk.formOpen.value).toBe(true);
  });

  it('is written down while it is written, and a page at once', async () => {
    const world = deskBefore();
    const { handling, file } = openedOn(world);
    handling.begin('recordStep');
    handling.set({ text: '离地' });
    expect(world.caseDrafts.value).toEqual([]);
    world.timer.run();
    await file.keep();
    expect(world.caseDrafts.value).toMatchObject([{ caseId: caseOf().id }]);
    await file.pages.choose('step:visit', [photo]);
    await file.pages.use(AS_IT_IS);
    await file.keep();
    expect(world.caseDrafts.value?.[0]?.files).toHaveLength(1);
    expect(world.caseDrafts.value).toHaveLength(1);
  });

  it('leaves nothing behind when it was only opened, or was put back as it was', async () => {
    const world = deskBefore();
    const first = openedOn(world);
    first.handling.begin('recordStep');
    await left(first);
    const second = openedOn(world);
    second.handling.begin('recordStep');
    second.handling.set({ text: '写错' });
    await second.file.keep();
    second.handling.set({ text: '' });
    await left(second);
    expect(world.caseDrafts.value).toEqual([]);
  });

  it('goes with its pages when it is thrown away, and nothing brings it back', async () => {
    const world = deskBefore();
    await left(await visitBegun(world));
    const { handling, file } = openedOn(world);
    handling.set({ text: '再改' });
    handling.leave();
    world.timer.run();
    await file.keep();
    expect(world.caseDrafts.value).toEqual([]);
    expect([...world.kept]).toEqual([]);
    expect(openedOn(world).handling.act.value).toBeNull();
  });

  it('goes when it is submitted, and its pages stay', async () => {
    const world = deskBefore();
    await left(await visitBegun(world));
    const id = world.caseDrafts.value?.[0]?.id;
    const { handling } = openedOn(world);
    expect(await handling.submit()).not.toBeNull();
    expect(world.submissions.at(-1)).toMatchObject({ draftId: id });
    expect(world.caseDrafts.value).toEqual([]);
    expect([...world.kept]).toEqual(['page1']);
  });

  it('stands when it is refused, in the form and on the disk', async () => {
    const world = deskBefore(refuse('case.wrongState'));
    const { handling, file } = await visitBegun(world);
    expect(await handling.submit()).toBeNull();
    handling.set({ text: '再改' });
    await file.keep();
    expect(handling.act.value).toBe('recordStep');
    const [draft] = world.caseDrafts.value ?? [];
    expect(draft && wordsIn(begunIn(draft).work)).toEqual(['再改', '东墙']);
  });

  it('whose time has passed opens no form by itself, shows its words, and can be looked at', async () => {
    const world = deskBefore();
    await left(await visitBegun(world));
    world.cases.value = [viewOf({ ...ACCEPTED, status: 'withdrawn' })];
    const { handling, resuming, file } = openedOn(world);
    expect(handling.act.value).toBeNull();
    const [draft] = world.caseDrafts.value ?? [];
    if (!draft) throw new Error('nothing is kept');
    expect([resuming.isPossible(draft), resuming.stands(draft)]).toEqual([false, false]);
    expect(wordsIn(begunIn(draft).work)).toEqual(['离地三米', '东墙']);
    resuming.resume(draft);
    expect(handling.form.value.text).toBe('离地三米');
    expect(file.form.value.files).toHaveLength(1);
  });

  it('at the window as well: what is told with a correction notice', async () => {
    const world = deskBefore();
    world.cases.value = [viewOf()];
    const first = openedOn(world);
    first.file.begin('withdraw');
    first.file.set({ text: '申请人不办了' });
    await left(first);
    const { file } = openedOn(world);
    expect(file.act.value).toBe('withdraw');
    expect(file.form.value.text).toBe('申请人不办了');
  });
});

describe('opening a case', () => {
  it('waits for drafts that are still being read, and leaves to another window what that one begins', async () => {
    const world = deskBefore();
    await left(await visitBegun(world));
    const drafts = world.caseDrafts.value;
    world.caseDrafts.value = null;
    const unlocking = openedOn(world);
    expect(unlocking.handling.act.value).toBeNull();
    world.caseDrafts.value = drafts;
    expect(unlocking.handling.act.value).toBe('recordStep');

    world.caseDrafts.value = [];
    const beside = openedOn(world);
    world.caseDrafts.value = drafts;
    expect(beside.handling.act.value).toBeNull();
  });

  it('to mend a refused act goes on with what was begun of that', async () => {
    const world = deskBefore();
    const refused = { act: { type: 'recordStep', payload: { step: 'visit', text: '原来的' } }, files: [] };
    Object.assign(world.local, { refusedAct: async (id: string) => (id === 'gone' ? null : refused) });
    const first = openedOn(world, 'refused');
    await Promise.resolve();
    await Promise.resolve();
    expect(first.handling.form.value.text).toBe('原来的');
    first.handling.set({ text: '改好的' });
    await left(first);
    expect(world.caseDrafts.value).toMatchObject([{ replaces: 'refused' }]);
    const again = openedOn(world, 'refused');
    expect(again.handling.form.value.text).toBe('改好的');
    await again.handling.submit();
    expect(world.submissions.at(-1)).toMatchObject({ replaces: 'refused' });
  });
});

describe('a note that is being written', () => {
  it('stands in its box again, beside an act that was begun, until it is sent', async () => {
    const world = deskBefore();
    const first = await visitBegun(world);
    first.file.note.write('请部门看一下');
    await left(first);
    const { file, handling } = openedOn(world);
    expect([file.note.text.value, handling.act.value]).toEqual(['请部门看一下', 'recordStep']);
    await file.note.send();
    expect(file.note.text.value).toBe('');
    expect(world.caseDrafts.value?.map((one) => begunIn(one).work.kind)).toEqual(['handling']);
    expect(openedOn(world).file.note.text.value).toBe('');
  });

  it('stands beside the number of a system that is being written: each is sent by itself', async () => {
    const world = deskBefore();
    const first = openedOn(world);
    first.file.note.write('请部门看一下');
    first.file.number.write('ZY-1');
    await left(first);
    const { file } = openedOn(world);
    expect([file.note.text.value, file.number.text.value]).toEqual(['请部门看一下', 'ZY-1']);
    expect(world.desk.formOpen.value).toBe(true);
    await file.number.send();
    expect(world.submissions.at(-1)?.acts).toEqual([
      { type: 'copied', payload: { system: expect.stringMatching(/./), number: 'ZY-1' } },
    ]);
    // The note is still being written.
    expect(world.desk.formOpen.value).toBe(true);
    expect(world.caseDrafts.value?.map((one) => begunIn(one).work)).toEqual([
      { kind: 'note', text: '请部门看一下' },
    ]);
    file.note.write('');
    expect(world.desk.formOpen.value).toBe(false);
  });

  it('is no longer being written once the case is over: it is said above, to be copied or thrown away', async () => {
    const world = deskBefore();
    const first = openedOn(world);
    first.file.number.write('ZY-1');
    await left(first);
    const ending = { ground: '', text: '不办了', on: '2026-11-25', lines: [] };
    world.cases.value = [viewOf({ ...ACCEPTED, status: 'withdrawn', ending })];
    const { file, resuming } = openedOn(world);
    const [draft] = world.caseDrafts.value ?? [];
    if (!draft) throw new Error('no draft');
    expect([resuming.isPossible(draft), resuming.stands(draft)]).toEqual([false, false]);
    expect(wordsIn(begunIn(draft).work)).toEqual(['ZY-1']);
    expect([file.number.text.value, world.desk.formOpen.value]).toEqual(['', false]);
  });

  it('of a number stays after a refusal, until it is thrown away', async () => {
    const world = deskBefore(refuse('copied.same', { number: 'ZY-1', name: '李', on: '2026-11-24' }));
    const { file } = openedOn(world);
    file.number.write('ZY-1');
    await file.number.send();
    await file.keep();
    expect(file.number.trouble.value).not.toBeNull();
    expect(world.caseDrafts.value).toHaveLength(1);
    file.number.discard();
    expect([file.number.text.value, file.number.trouble.value]).toEqual(['', null]);
    await expect.poll(() => world.caseDrafts.value).toEqual([]);
  });

  it('that was wiped out of the box is gone', async () => {
    const world = deskBefore();
    const first = openedOn(world);
    first.file.note.write('请');
    await first.file.keep();
    first.file.note.write('');
    await left(first);
    expect(world.caseDrafts.value).toEqual([]);
  });
});
