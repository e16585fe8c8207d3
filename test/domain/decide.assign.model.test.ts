import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assigneeOf } from '../../src/domain/assignment.ts';
import { decide } from '../../src/domain/decide.ts';
import { aStory, type HandlingStep, playHandling } from '../support/handlingStories.ts';

const forEveryStep = (holds: (step: HandlingStep) => void): void =>
  fc.assert(
    fc.property(aStory, (story) => {
      for (const step of playHandling(story)) holds(step);
    }),
    // So many that what is counted below is there in any draw.
    { numRuns: 400 },
  );

describe('whosever a case is said to be', () => {
  it('nobody is barred by it: without what was said of it every act is judged the same', () => {
    let judged = 0;
    forEveryStep(({ before, command, context, events }) => {
      const { assigned, ...free } = before;
      if (command.type === 'assign' || !assigned) return;
      judged += 1;
      const result = decide(free, command, context);
      expect(result.ok ? result.value : null, command.type).toEqual(events);
    });
    expect(judged).toBeGreaterThan(50);
  });

  it('nothing else of it changes', () => {
    let given = 0;
    forEveryStep(({ before, after, events, command }) => {
      if (!events || command.type !== 'assign') return;
      given += 1;
      const { assigned: _, version: __, ...rest } = after;
      const { assigned: ___, version: ____, ...same } = before;
      expect(rest).toEqual(same);
      expect(assigneeOf(after)?.person ?? null).toBe(command.payload.person);
    });
    expect(given).toBeGreaterThan(10);
  });
});
