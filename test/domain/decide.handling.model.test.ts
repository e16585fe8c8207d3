import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deciderOf } from '../../src/domain/afterwards.ts';
import type { Case, CaseEvent } from '../../src/domain/case.ts';
import { openClaim } from '../../src/domain/claim.ts';
import { clockOf } from '../../src/domain/clock.ts';
import { approvalNeeded, holderOf, officesOf, outcomeOf, sealNeeded } from '../../src/domain/handling.ts';
import { legalDateOf } from '../../src/domain/time.ts';
import { HANDLING_COMMANDS, TRANSITIONS, type Transition } from '../../src/domain/transitions.ts';
import { GUIDES, type HandledItem, handledItem, handlingRules } from '../support/handlingCatalogue.ts';
import {
  aStory,
  type HandlingStep,
  type HandlingStory,
  isAfterwards,
  playHandling,
} from '../support/handlingStories.ts';
import { fold } from '../support/sampleCase.ts';

/** Whatever a few people with many posts do to a case, the rules of handling hold after every act. */

const forEveryStory = (
  holds: (steps: readonly HandlingStep[], story: HandlingStory) => void,
  numRuns = 150,
): void =>
  fc.assert(
    fc.property(aStory, (story) => {
      holds(playHandling(story), story);
    }),
    { numRuns },
  );
const forEveryStep = (holds: (step: HandlingStep, story: HandlingStory) => void): void =>
  forEveryStory((steps, story) => {
    for (const step of steps) holds(step, story);
  });

const ENDS = ['returned', 'declined', 'closed', 'withdrawn', 'delivered', 'revoked'];
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The rows by which a recorded act was open to whoever did it, at that office. */
const rowsOf = ({ command, context, status, before }: HandlingStep) =>
  TRANSITIONS.filter(
    (row) =>
      row.command === command.type &&
      row.routes.includes(before.route) &&
      [status, before.status, 'any'].some((one) => row.from.some((from) => from === one)) &&
      row.roles.some((role) => context.roles.includes(role)) &&
      (isAt(row.at, context.office, before, status) ||
        (row.roles.includes('supervisor') && context.roles.includes('supervisor'))),
  );

function isAt(at: Transition['at'], office: string, before: Case, status: HandlingStep['status']): boolean {
  const item = handledItem(before.item);
  const one = {
    ...{
      anyOffice: office,
      receivingHall: before.hall,
      town: before.handlingTown,
      department: item.department,
    },
    anyHall: office.includes('-') ? '' : office,
    otherHall: office.includes('-') || office === before.hall ? '' : office,
    claimingHall: openClaim(before, office, 'supplement')?.office,
    holder: holderOf(before, item, status),
    decider: deciderOf(before, item),
    supervising: item.supervision?.office,
  };
  return one[at] === office;
}

describe('whatever people do to a case', () => {
  it('it is in the state that a row of the table says, or stays as it is', () => {
    forEveryStep((step) => {
      const { before, after, events } = step;
      if (!events) {
        expect(after).toBe(before);
        return;
      }
      const rows = rowsOf(step);
      expect(rows.length, step.command.type).toBeGreaterThan(0);
      // Whoever handles what silence has accepted records that it was.
      const accepted = events.some((event) => event.type === 'accepted');
      const stays = accepted ? 'accepted' : before.status;
      const to = rows.map((row) => (row.to === 'same' ? stays : row.to));
      expect(to).toContain(after.status);
      expect(events.length).toBeGreaterThan(0);
      expect(after.version).toBe(before.version + events.length);
    });
  });

  it('a case that has ended stays as it ended; its paper moves, notes and numbers are written, and what comes after its end is added', () => {
    forEveryStep(({ before, after }) => {
      if (!ENDS.includes(before.status)) return;
      const { custody: _, version: __, status, touched: ___, sealings: ____, ...rest } = before;
      const { promiseChecks = [], revocation, parties: _____, rectifications = [], ...more } = rest;
      const { handOffs: ______, flags, steps = [], notes = [], systemNumbers = [], ...stays } = more;
      expect(after).toMatchObject(stays);
      expect(after.steps?.slice(0, steps.length) ?? []).toEqual(steps);
      expect(after.notes?.slice(0, notes.length) ?? []).toEqual(notes);
      expect(after.systemNumbers?.slice(0, systemNumbers.length) ?? []).toEqual(systemNumbers);
      expect(after.flags.slice(0, flags.length)).toMatchObject(flags);
      if (status !== 'delivered') expect(after.steps ?? []).toEqual(steps);
      expect((after.promiseChecks ?? []).slice(0, promiseChecks.length)).toEqual(promiseChecks);
      expect((after.rectifications ?? []).slice(0, rectifications.length)).toEqual(rectifications);
      if (revocation) expect(after.revocation).toMatchObject(revocation);
      expect(status === 'delivered' ? [status, 'revoked'] : [status]).toContain(after.status);
    });
  });

  it('no office that saw a case loses sight of it', () => {
    forEveryStep(({ before, after }) => {
      const item = handledItem(before.item);
      expect(officesOf(after, item)).toEqual(expect.arrayContaining([...officesOf(before, item)]));
    });
  });

  it('drafter, approver and sealer are three people', () => {
    forEveryStep(({ after }) => {
      const people = [(after.decision ?? after.opinion)?.by, after.approval?.by, after.sealing?.by];
      const named = people.filter((one) => one !== undefined);
      expect(new Set(named).size).toBe(named.length);
    });
  });

  it('a department never touches answers, papers, the town’s steps, opinion, approval or seal of a review case', () => {
    forEveryStep(({ before, after, context }) => {
      if (before.route !== 'review' || !context.office.includes('-')) return;
      for (const own of ['answers', 'parties', 'marks', 'files', 'opinion', 'decision', 'approval'] as const)
        expect(after[own]).toEqual(before[own]);
      const added = after.steps?.slice(before.steps?.length ?? 0) ?? [];
      expect(after.steps ?? []).toEqual([...(before.steps ?? []), ...added]);
      for (const { step, office } of added)
        expect([['list', 'payment'].includes(step), office]).toEqual([true, context.office]);
      for (const own of ['sealing', 'suspensions', 'extension', 'acceptedOn', 'corrections'] as const)
        expect(after[own]).toEqual(before[own]);
      expect(['issued', 'refused', 'returnedByDepartment', 'answered', 'revoked', before.status]).toContain(
        after.status,
      );
      // What it revokes, the town has found.
      expect(after.promiseChecks).toEqual(before.promiseChecks);
    });
  });

  it('what the department says on a review case is what the town’s opinion said', () => {
    forEveryStep(({ after }) => {
      if (!after.issue) return;
      expect(after.opinion?.agree).toBe(after.issue.granted);
      expect(after.sealing).toBeDefined();
      expect(
        ['delivered', 'revoked'].includes(after.status) ||
          after.status === (after.issue.granted ? 'issued' : 'refused'),
      ).toBe(true);
    });
  });

  it('what is delivered went through every act that item and route ask for', () => {
    forEveryStep(({ after }) => {
      if (after.status !== 'delivered') return;
      const item = handledItem(after.item);
      const review = after.route === 'review';
      const promised = item.pace === 'promised';
      expect(after.acceptedOn).toBeDefined();
      expect(after.opinion !== undefined).toBe(review);
      expect(after.decision !== undefined).toBe(!review);
      expect(after.approval !== undefined).toBe(promised && approvalNeeded(item, after.route));
      expect(after.sealing !== undefined).toBe(sealNeeded(item, after.route) !== 'none');
      expect(after.issue !== undefined).toBe(review);
      expect(after.delivery).toBeDefined();
    });
  });

  it('a good end had every paper in, every required step, and no open objection when it was judged', () => {
    forEveryStep(({ before, after, events }) => {
      const [event] = events ?? [];
      const good = (event?.type === 'decided' && event.data.granted) || event?.type === 'issued';
      if (!good || outcomeOf(after) !== 'granted') return;
      expect(Object.values(before.marks).map((mark) => mark.kind)).not.toContain('deferred');
      const needed = GUIDES[after.item as HandledItem].steps.filter(({ before: act, id }) =>
        id === 'notice' ? after.answers.open === true : act !== undefined,
      );
      const done = (before.steps ?? []).filter((one) => one.outcome === 'done').map((one) => one.step);
      for (const { id } of needed) expect(done).toContain(id);
      if (event?.type === 'issued') return;
      const last = (step: string) =>
        before.steps
          ?.filter((one) => one.step === step && ['objection', 'settled'].includes(one.outcome))
          .at(-1);
      for (const { step } of before.steps ?? []) expect(last(step)?.outcome).not.toBe('objection');
    });
  });

  it('paper is in one place, and moves by those who have it or await it', () => {
    forEveryStep(({ before, after, context }) => {
      if (after.custody === before.custody) return;
      const { at, way } = before.custody ?? { at: before.hall };
      expect([at, way?.to]).toContain(context.office);
      if (after.custody?.at !== at) expect(way?.to).toBe(after.custody?.at);
    });
  });

  it('who judged named the file as it was', () => {
    forEveryStep(({ context, events, command }) => {
      if (
        !events ||
        !['opine', 'decide', 'approve', 'seal', 'issue', 'refuseOnOpinion'].includes(command.type)
      )
        return;
      expect(context.basis.file).not.toBe('e'.repeat(64));
    });
  });

  it('its events, folded anew, give the same case, also from what crossed the wire', () => {
    forEveryStory((steps) => {
      const [first] = steps;
      if (!first) return;
      const events = steps.flatMap((step): readonly CaseEvent[] => step.events ?? []);
      const end = steps.at(-1)?.after;
      expect(fold(first.before, events)).toEqual(end);
      expect(fold(copy(first.before), copy(events))).toEqual(copy(end));
      expect(copy(end)).toEqual(end);
    });
  });

  it('what has crossed the wire counts the same time', () => {
    forEveryStory((steps) => {
      const last = steps.at(-1);
      if (!last) return;
      const { after, context } = last;
      const guide = GUIDES[after.item as HandledItem];
      const today = legalDateOf(context.at);
      const count = (found: Case) => clockOf(found, guide, handlingRules.calendar, today);
      expect(count(copy(after))).toEqual(count(after));
      if (after.status === 'delivered') expect(count(after).promised).not.toBeNull();
    });
  });
});

describe('so that none of this is empty', () => {
  const reached = new Map<string, number>();
  const recorded = new Map<string, number>();
  const refused = new Map<string, number>();
  const ends = new Set<string>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

  it('every act of handling is done and refused, and every state is reached', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        for (const { after, command, events } of playHandling(story)) {
          count(reached, after.status);
          count(events ? recorded : refused, command.type);
          if (after.status === 'delivered') ends.add(`${after.item} ${after.route}`);
        }
      }),
      { numRuns: 1500, seed: 20261123 },
    );
    // What comes after the end has stories of its own.
    for (const one of HANDLING_COMMANDS.filter((name) => !isAfterwards(name))) {
      expect(recorded.get(one) ?? 0, `${one} recorded`).toBeGreaterThan(0);
      expect(refused.get(one) ?? 0, `${one} refused`).toBeGreaterThan(0);
    }
    for (const one of [
      ...([
        'accepted',
        'opined',
        'decided',
        'approved',
        'sealed',
        'atDepartment',
        'issued',
        'refused',
      ] as const),
      ...(['returnedByDepartment', 'delivered', 'answered', 'escalated', 'closed', 'withdrawn'] as const),
    ])
      expect(reached.get(one) ?? 0, one).toBeGreaterThan(0);
    expect([...ends].sort()).toEqual(
      [
        ...[
          'approved direct',
          'approved district',
          'birth district',
          'birth review',
          'card direct',
          'card district',
        ],
        ...['coop district', 'coop window', 'plain direct', 'plain district', 'sign direct', 'sign district'],
        ...['stamped direct', 'stamped district'],
      ].sort(),
    );
  });
});
