import fc from 'fast-check';
import type { Case, CaseEvent } from '../../src/domain/case.ts';
import { checklistOf, fullMark, type Mark, type Marks, standingOf } from '../../src/domain/checklist.ts';
import { CLAIM_PURPOSES } from '../../src/domain/claim.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { ROLES } from '../../src/domain/office.ts';
import { type Rules, rulesOf } from '../../src/domain/rules.ts';
import type { DecideContext } from '../../src/domain/scene.ts';
import { addDays } from '../../src/domain/time.ts';
import { INTAKE_COMMANDS } from '../../src/domain/transitions.ts';
import { acceptOn, at, fold, guideFor, MONDAY, receiveAt, type SampleItem } from './sampleCase.ts';
import {
  DEPARTMENT,
  DISTRICT,
  EAST,
  sampleCatalogue,
  sampleRules,
  WEST,
  withGuide,
  withStatus,
} from './sampleCatalogue.ts';
import { permitGuide } from './sampleGuides.ts';

/** Random people do random things to one case on random days. */

/** Catalogues by name, so that a counterexample stays readable. */
const WORLDS = {
  first: sampleRules,
  suspended: rulesOf(withStatus(sampleCatalogue, 'permit', 'suspended', '2026-11-26')),
  newGuide: rulesOf(withGuide(sampleCatalogue, permitGuide)),
} as const satisfies Record<string, Rules>;
const world = fc.constantFrom('first' as const, 'suspended' as const, 'newGuide' as const);

const ITEMS: readonly SampleItem[] = ['permit', 'registration', 'onTheSpot', 'service'];
const HOW = ['full', 'missing', 'deferred', 'promised', 'none'] as const;

const act = fc.record({
  type: fc.constantFrom(...INTAKE_COMMANDS),
  /** Days that pass before the act. */
  wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 })),
  office: fc.oneof(
    { weight: 4, arbitrary: fc.constant(WEST) },
    { weight: 1, arbitrary: fc.constantFrom(EAST, DISTRICT, DEPARTMENT, 'nowhere') },
  ),
  roles: fc.oneof(
    { weight: 4, arbitrary: fc.constant(['clerk'] as const) },
    { weight: 1, arbitrary: fc.constant(['clerk', 'supervisor'] as const) },
    { weight: 1, arbitrary: fc.subarray([...ROLES]) },
  ),
  now: world,
  seen: world,
  replacement: fc.boolean(),
  item: fc.constantFrom(...ITEMS),
  how: fc.array(fc.constantFrom(...HOW), { minLength: 1, maxLength: 4 }),
  ground: fc.constantFrom(
    'notNeeded',
    'papersIncomplete',
    'notInForce',
    'correctionLapsed',
    'deferralLapsed',
    'x',
  ),
  everythingTold: fc.boolean(),
  purpose: fc.constantFrom(...CLAIM_PURPOSES),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function markFor(
  how: (typeof HOW)[number],
  form: Parameters<typeof fullMark>[0],
  today: string,
): Mark | undefined {
  switch (how) {
    case 'full':
      return fullMark(form);
    case 'missing':
      return { kind: 'missing' };
    case 'deferred':
      return { kind: 'deferred', due: addDays(today, 2) };
    case 'promised':
      return { kind: 'promised' };
    case 'none':
      return undefined;
  }
}

/** Marks as random as the act, but mostly such as the guide allows, so that long stories happen. */
function marksFor(item: SampleItem, one: Act, today: string, only: readonly string[] = []): Marks {
  const { payload } = receiveAt(WEST, item);
  const lines = checklistOf(guideFor(item), payload.answers).filter(
    (line) => only.length === 0 || only.includes(line.material.id),
  );
  return Object.fromEntries(
    lines.flatMap(({ material }, index): [string, Mark][] => {
      const how = one.how[index % one.how.length] ?? 'full';
      const allowed =
        (how === 'deferred' && material.deferrable === false) ||
        (how === 'promised' && !material.waiver.promise)
          ? 'full'
          : how;
      const mark = markFor(allowed, material.form, today);
      return mark ? [[material.id, mark]] : [];
    }),
  );
}

function commandFor(found: Case | null, one: Act, today: string): CaseCommand {
  const catalogue = 1;
  const item = (found?.item ?? one.item) as SampleItem;
  const marks = found?.marks ?? {};
  const untold = Object.keys(receiveAt(WEST, item).payload.marks).filter((id) =>
    ['missing', 'open'].includes(standingOf(marks[id])),
  );
  const told = [...(one.everythingTold ? untold : untold.slice(1)), 'other'];
  const lines = told.map((material) => ({ material, name: material, what: '请补', basis: '第一条' }));
  const text = '说明';
  switch (one.type) {
    case 'receive':
      return receiveAt(one.office === 'nowhere' || one.office === DEPARTMENT ? WEST : one.office, item, {
        marks: marksFor(item, one, today),
      });
    case 'requireCorrection':
      return { type: one.type, payload: { catalogue, lines, due: addDays(today, 7) } };
    case 'returnPapers':
      return { type: one.type, payload: { catalogue, lines, text } };
    case 'supplement':
      return { type: one.type, payload: { catalogue, marks: marksFor(item, one, today) } };
    case 'fulfil': {
      const deferred = Object.keys(marks).filter((id) => marks[id]?.kind === 'deferred');
      return { type: one.type, payload: { catalogue, marks: marksFor(item, one, today, deferred) } };
    }
    case 'decline':
      return { type: one.type, payload: { catalogue, ground: one.ground, text, lines } };
    case 'close':
      return { type: one.type, payload: { catalogue, ground: one.ground, text } };
    case 'accept':
      return found
        ? acceptOn(found, today)
        : {
            type: one.type,
            payload: { catalogue, deadlines: { statutory: null, promised: null, calendar: '' } },
          };
    case 'withdraw':
      return { type: one.type, payload: { catalogue, text } };
    case 'claim':
      return {
        type: one.type,
        payload: {
          ...{ catalogue, code: one.everythingTold ? (found?.code ?? '') : 'X' },
          ...(one.purpose === 'supplement' ? {} : { for: one.purpose }),
        },
      };
    case 'setAside':
      return { type: one.type, payload: { catalogue, command: 'c', code: 'x', reason: text } };
  }
}

export interface Step {
  readonly before: Case | null;
  readonly after: Case | null;
  readonly command: CaseCommand;
  readonly context: DecideContext;
  /** `null` = refused. */
  readonly events: readonly CaseEvent[] | null;
}

/** Most stories begin with papers on a counter; the rest of the acts are as they come. */
const story = fc
  .tuple(act, fc.array(act, { maxLength: 12 }))
  .map(([first, rest]): Act[] => [
    { ...first, type: 'receive', office: WEST, roles: ['clerk'], now: 'first', seen: 'first' },
    ...rest,
  ]);
export const anyStory = fc.oneof(
  { weight: 5, arbitrary: story },
  { weight: 1, arbitrary: fc.array(act, { maxLength: 8 }) },
);

/** Lets a story happen, refusals included. */
export function play(acts: readonly Act[]): Step[] {
  const steps: Step[] = [];
  let found: Case | null = null;
  let today = MONDAY;
  for (const one of acts) {
    today = addDays(today, one.wait);
    const { office, roles, replacement } = one;
    const now = WORLDS[one.now];
    const seen = WORLDS[one.seen];
    const replaces = replacement ? { receivedNotBefore: MONDAY } : null;
    const who = { by: 'somebody', name: '某人', basis: { version: found?.version ?? 0 } };
    const context = { at: at(today), office, roles, ...who, now, seen, replaces };
    const command = commandFor(found, one, today);
    const result = decide(found, command, context);
    const events = result.ok ? result.value : null;
    const after: Case | null = events ? fold(found, events) : found;
    steps.push({ before: found, after, command, context, events });
    found = after;
  }
  return steps;
}
