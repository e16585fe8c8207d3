import { describe, expect, it } from 'vitest';
import type { Access } from '../../../../src/app/local/types.ts';
import { Notices } from '../../../../src/app/window/notices/noticesModel.ts';
import { deskOf, NOW, TODAY, viewOf } from '../builders.ts';

const NOTE = { by: 'q', name: '钱', office: '370406102', on: TODAY, at: NOW, text: '请看' } as const;
const noted = (id: string) => viewOf({ id, notes: [NOTE] });

function telling() {
  const world = deskOf();
  const marked: { keys: readonly string[]; present: ReadonlySet<string> | undefined }[] = [];
  const markSeen = async (keys: readonly string[], present?: ReadonlySet<string>) => {
    marked.push({ keys, present });
  };
  Object.assign(world.local, { markSeen });
  const access = world.local.access as unknown as { value: Access };
  const notices = new Notices(world.desk);
  const told = () => notices.all.value.filter((one) => one.kind === 'noted').map((one) => one.view.case.id);
  return { ...world, access, notices, told, marked };
}

describe('what there is to tell', () => {
  it('is looked for once after changes that follow each other, when they are drawn', () => {
    const { cases, timer, told, notices } = telling();
    timer.run();
    cases.value = [noted('a')];
    cases.value = [noted('a'), noted('b')];
    expect(timer.waiting).toBe(1);
    timer.run();
    expect(told()).toEqual([]);
    timer.run();
    expect(told().sort()).toEqual(['a', 'b']);
    expect([notices.ready.value, timer.waiting]).toEqual([true, 0]);
  });

  it('is forgotten when the screen is locked, also between a change and its being looked at', () => {
    const { cases, timer, told, notices, access } = telling();
    cases.value = [noted('a')];
    timer.run();
    timer.run();
    expect(told()).toEqual(['a']);
    cases.value = [noted('a'), noted('b')];
    timer.run();
    access.value = { state: 'locked', people: [] } as unknown as Access;
    expect([told(), notices.ready.value, timer.waiting]).toEqual([[], false, 0]);
  });

  it('gives up what was read of cases only when all of them have been looked at', async () => {
    const { cases, timer, notices, marked } = telling();
    cases.value = [noted('a')];
    timer.run();
    timer.run();
    const [first] = notices.all.value;
    cases.value = [noted('a'), noted('b')];
    await notices.read([first?.key ?? '?']);
    expect(marked.at(-1)).toEqual({ keys: [first?.key], present: undefined });
    timer.run();
    timer.run();
    await notices.read([]);
    expect(marked.at(-1)?.present).toEqual(new Set(notices.all.value.map((one) => one.key)));
  });
});
