import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseStatus } from '../../src/domain/case.ts';
import { checklistOf, standingOf } from '../../src/domain/checklist.ts';
import { openClaim } from '../../src/domain/claim.ts';
import { decide } from '../../src/domain/decide.ts';
import { INTAKE_RULES, statusOn } from '../../src/domain/intakeRules.ts';
import { legalDateOf } from '../../src/domain/time.ts';
import { INTAKE_COMMANDS, TRANSITIONS, type Transition } from '../../src/domain/transitions.ts';
import { fold, guideFor, type SampleItem } from '../support/sampleCase.ts';
import { DEPARTMENT } from '../support/sampleCatalogue.ts';
import { anyStory, play, type Step } from '../support/stories.ts';

/** Random people do random things on random days; whatever they do, the rules of the house hold. */

const FINAL: readonly CaseStatus[] = ['returned', 'declined', 'closed', 'withdrawn'];

const forEveryStep = (holds: (step: Step) => void, numRuns = 600): void =>
  fc.assert(
    fc.property(anyStory, (acts) => {
      for (const step of play(acts)) holds(step);
    }),
    { numRuns },
  );

/** The status that counts, deemed acceptance included. */
function statusBefore({ before, context }: Step): CaseStatus | 'none' {
  const item = before && context.now.item(before.item);
  if (!before || !item) return 'none';
  return statusOn(before, item.intakeRule, legalDateOf(context.at), context.now.calendar);
}

describe('whatever people do', () => {
  it('every recorded step is a row of the table, by somebody whom the row names', () => {
    forEveryStep((step) => {
      if (!step.events) return;
      const from = [statusBefore(step), step.before?.status ?? 'none', 'any'];
      const { office, roles } = step.context;
      const free = (row: Transition) => row.roles.includes('supervisor') && roles.includes('supervisor');
      const rows = TRANSITIONS.filter(
        (one) =>
          one.command === step.command.type &&
          from.some((status) => (one.from as readonly string[]).includes(status)) &&
          one.roles.some((role) => roles.includes(role)) &&
          (one.at === 'anyOffice' || free(one) || office !== DEPARTMENT) &&
          (one.at !== 'receivingHall' || free(one) || office === step.before?.hall) &&
          (one.at !== 'otherHall' || office !== step.before?.hall) &&
          (one.at !== 'claimingHall' ||
            (step.before !== null && openClaim(step.before, office, 'supplement') !== undefined)),
      );
      expect(rows.map((row) => (row.to === 'same' ? step.before?.status : row.to))).toContain(
        step.after?.status,
      );
    });
  });

  it('a refusal has a code and changes nothing', () => {
    forEveryStep((step) => {
      if (step.events) expect(step.events.length).toBeGreaterThan(0);
      else expect(step.after).toBe(step.before);
    });
  });

  it('a case that has ended stays as it ended', () => {
    forEveryStep(({ before, after }) => {
      if (before && FINAL.includes(before.status)) {
        expect(after).toEqual({ ...before, version: after?.version });
      }
    });
  });

  it('the version grows by the number of events', () => {
    forEveryStep(({ before, after, events }) => {
      if (after) expect(after.version).toBe((before?.version ?? 0) + (events?.length ?? 0));
    });
  });

  it('the same act in the same circumstances has the same result, and harms neither case nor command', () => {
    forEveryStep(({ before, command, context, events, after }) => {
      const given = structuredClone({ before, command });
      const again = decide(given.before, given.command, context);
      expect(again.ok ? again.value : null).toEqual(events);
      expect(given).toEqual({ before, command });
      if (again.ok) expect(fold(given.before, again.value)).toEqual(after);
    });
  });

  it('an accepted case has every paper in, promised or deferred; else silence accepted it, and it is flagged', () => {
    forEveryStep(({ after, context, events }) => {
      if (after?.status !== 'accepted') return;
      const { answers, marks, flags } = after;
      const lacking = checklistOf(guideFor(after.item as SampleItem), answers).filter((line) =>
        ['missing', 'open'].includes(standingOf(marks[line.material.id])),
      );
      if (lacking.length > 0) expect(flags.map((flag) => flag.code)).toContain('papers.incomplete');
      if (events?.[0]?.type === 'accepted' && lacking.length > 0)
        expect(after.acceptedOn).not.toBe(legalDateOf(context.at));
    });
  });

  it('what silence has accepted is never undone by the hall', () => {
    forEveryStep((step) => {
      if (step.before?.status !== 'received' || statusBefore(step) !== 'accepted' || !step.events) return;
      // Another hall that takes it for its withdrawal has not withdrawn it.
      if (step.command.type === 'claim') return expect(step.after?.status).toBe('received');
      expect(['accept', 'fulfil', 'withdraw', 'setAside', 'close']).toContain(step.command.type);
      if (step.command.type === 'accept') expect(step.after?.acceptedOn).toBe(step.before.papersOn);
    });
  });

  it('incomplete papers are answered as the rule of intake says', () => {
    forEveryStep(({ before, command, context, events }) => {
      const rule = before && context.now.item(before.item)?.intakeRule;
      if (!events || !rule) return;
      if (command.type === 'requireCorrection' || command.type === 'returnPapers')
        expect(INTAKE_RULES[rule].whenIncomplete).toContain(command.type);
    });
  });

  it('the identity of a case never changes', () => {
    forEveryStep(({ before, after }) => {
      if (!before) return;
      for (const key of [
        'id',
        'number',
        'item',
        'guide',
        'guideVersion',
        'route',
        'hall',
        'receivedOn',
        'code',
      ] as const)
        expect(after?.[key]).toEqual(before[key]);
      expect(after?.answers).toEqual(before.answers);
      expect(after?.parties).toEqual(before.parties);
    });
  });

  it('every state is reached, so that none of this is empty', () => {
    const reached = new Set<string>();
    const recorded = new Set<string>();
    fc.assert(
      fc.property(anyStory, (acts) => {
        for (const { after, command, events } of play(acts)) {
          reached.add(after?.status ?? 'none');
          if (events) recorded.add(command.type);
        }
      }),
      { numRuns: 3000, seed: 20261123 },
    );
    expect([...recorded].sort()).toEqual([...INTAKE_COMMANDS].sort());
    expect(reached).toContain('closed');
    expect(reached.size).toBe(8);
  });
});
