import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../src/domain/case.ts';
import { isFinished, outcomeOf, sealNeeded } from '../../src/domain/handling.ts';
import { openHandOff } from '../../src/domain/handOff.ts';
import { handledItem } from '../support/handlingCatalogue.ts';
import {
  AFTERWARDS,
  anAfterStory,
  aStory,
  type HandlingStep,
  playAfter,
  playHandling,
} from '../support/handlingStories.ts';
import { fold } from '../support/sampleCase.ts';

/** Whatever a few people with many posts do to a case that was granted on a promise and handed over. */

const forEveryStep = (holds: (step: HandlingStep) => void): void =>
  fc.assert(
    fc.property(anAfterStory, (story) => {
      for (const step of playAfter(story)) holds(step);
    }),
    { numRuns: 300 },
  );

describe('whatever people do to a case after its end', () => {
  it('putting right what was written down wrong touches nothing that was judged, and nobody’s number', () => {
    forEveryStep(({ before, after, events, command, context }) => {
      if (!events || command.type !== 'rectify') return;
      expect(context.office).toBe(before.hall);
      const { parties, touched: _, version: __, rectifications = [], ...same } = after;
      const accepted = events.some((one) => one.type === 'accepted');
      if (!accepted) expect(before).toMatchObject(same);
      expect(rectifications.at(-1)).toMatchObject({ was: before.parties[0]?.name, now: parties[0]?.name });
      expect(parties.map(({ name: ___, ...rest }) => rest)).toEqual(
        before.parties.map(({ name: ___, ...rest }) => rest),
      );
    });
  });

  it('a grant is revoked by a third of three people, after a finding that it had time to mend', () => {
    forEveryStep(({ before, after, events }) => {
      const { revocation } = after;
      if (!revocation) return;
      expect(outcomeOf(after)).toBe('granted');
      const people = [revocation.drafter.by, revocation.by, revocation.sealing?.by].filter(Boolean);
      expect(new Set(people).size).toBe(people.length);
      expect(after.promiseChecks?.at(-1)).toMatchObject({ met: false, by: revocation.drafter.by });
      if (revocation.delivery && after.route !== 'review')
        expect(revocation.sealing !== undefined).toBe(
          sealNeeded(handledItem(after.item), after.route) !== 'none',
        );
      if (events?.[0]?.type !== 'revoked' || revocation.reason === 'deceit') return;
      const told = before.promiseChecks?.filter((one) => one.mendBy !== undefined).at(-1);
      expect(told?.mendBy && told.mendBy < revocation.on).toBe(true);
    });
  });

  it('what was decided, approved, sealed and handed over stays as it was', () => {
    forEveryStep(({ before, after }) => {
      for (const one of ['opinion', 'decision', 'approval', 'sealing', 'issue', 'delivery', 'marks'] as const)
        expect(after[one]).toEqual(before[one]);
      expect(['delivered', 'revoked']).toContain(after.status);
    });
  });

  it('its events, folded anew, give the same case', () => {
    fc.assert(
      fc.property(anAfterStory, (story) => {
        const steps = playAfter(story);
        const [first] = steps;
        if (!first) return;
        const events = steps.flatMap((step): readonly CaseEvent[] => step.events ?? []);
        expect(fold(first.before, JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(
          steps.at(-1)?.after,
        );
      }),
    );
  });
});

describe('whatever people do to a licence', () => {
  it('whoever supervises it is told of its end, of nothing before that, and only the last of it is open', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        for (const { after } of playHandling(story)) {
          const item = handledItem(after.item);
          const { handOffs = [] } = after;
          const last = handOffs.at(-1);
          expect(handOffs.slice(0, -1).filter((one) => !one.answered && one.over === undefined)).toEqual([]);
          if (item.kind !== 'permit') expect(handOffs).toEqual([]);
          else if (after.status === 'revoked') expect(last?.what).toBe('revoked');
          else if (after.status === 'delivered' || isFinished(after.status, item, after.route)) {
            expect(last?.what).toBe(outcomeOf(after));
            expect(last?.over).toBeUndefined();
          } else expect(openHandOff(after)).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('so that none of this is empty', () => {
  it('every act after the end is done and refused, and every way is revoked to its end', () => {
    const recorded = new Set<string>();
    const refused = new Set<string>();
    const ends = new Set<string>();
    fc.assert(
      fc.property(anAfterStory, (story) => {
        for (const { command, events, after } of playAfter(story)) {
          (events ? recorded : refused).add(command.type);
          if (after.revocation?.delivery) ends.add(after.route);
        }
      }),
      { numRuns: 1000, seed: 20261123 },
    );
    for (const one of [...AFTERWARDS, 'seal', 'deliver'] as const) {
      expect([...recorded], `${one} recorded`).toContain(one);
      expect([...refused], `${one} refused`).toContain(one);
    }
    expect([...ends].sort()).toEqual(['direct', 'district', 'review', 'window']);
  });
});
