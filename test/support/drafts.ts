import type { Draft } from '../../src/app/local/types.ts';

/** An intake that has only just begun. */
export const draftOf = (id: string, updatedAt: string, more: Partial<Draft['content']> = {}): Draft => ({
  id,
  updatedAt,
  content: {
    item: 'permit',
    guide: 'sign',
    guideVersion: 1,
    step: 'item',
    channel: 'hall',
    answers: {},
    parties: [],
    marks: {},
    handlingTown: null,
    ...more,
  },
});
