import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/app/local/types.ts';
import { DraftSaver } from '../../../src/app/window/drafts.ts';
import { emptyContent } from '../../../src/app/window/intake/content.ts';
import { deskOf, handTimer, NOW } from './builders.ts';

const draft = (updatedAt: string): Draft => ({ id: 'a', updatedAt, content: emptyContent('hall') });

describe('keeping a draft', () => {
  it('writes the latest of several changes once, after a moment', async () => {
    const { desk, timer, writes } = deskOf();
    const saver = new DraftSaver(desk.local, timer);
    saver.save(draft('1'));
    saver.save(draft('2'));
    expect(timer.waiting).toBe(1);
    timer.run();
    await saver.flush();
    expect(writes.map((one) => one.updatedAt)).toEqual(['2']);
    expect(saver.savedAt.value).toBe(NOW);
  });

  it('writes at once when the page is hidden', async () => {
    const { desk, timer, writes } = deskOf();
    const saver = new DraftSaver(desk.local, timer);
    saver.save(draft('1'));
    await saver.flush();
    expect(writes).toHaveLength(1);
    expect(timer.waiting).toBe(0);
  });

  it('writes nothing after the draft has become a case', async () => {
    const { desk, timer, writes } = deskOf();
    const saver = new DraftSaver(desk.local, timer);
    saver.save(draft('1'));
    saver.drop();
    await saver.flush();
    expect(writes).toEqual([]);
  });

  it('does not say saved when the store has not kept it, and tries again', async () => {
    const drafts = signal<readonly Draft[]>([]);
    let full = true;
    const local = {
      drafts,
      now: () => NOW,
      saveDraft: async (one: Draft) => {
        if (!full) drafts.value = [one];
      },
    };
    const saver = new DraftSaver(local, handTimer());
    saver.save(draft('1'));
    await saver.flush();
    expect(saver.failed.value).toBe(true);
    expect(saver.savedAt.value).toBeNull();
    full = false;
    await saver.flush();
    expect(saver.failed.value).toBe(false);
    expect(drafts.value).toHaveLength(1);
  });
});
