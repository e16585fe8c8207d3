import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../src/domain/office.ts';
import type { Standing } from '../../../src/domain/standing.ts';
import { CASE_COMMANDS, type CaseCommandType } from '../../../src/domain/transitions.ts';
import type { Outcome } from '../../../src/protocol/command.ts';
import {
  type Cell,
  KINDS,
  type Kind,
  placesOf,
  standingIn,
  statesOf,
  whoMay,
  whyNot,
} from '../../support/authorityMatrix.ts';
import {
  type Bench,
  caseIn,
  commandBy,
  handOf,
  openBench,
  saidIn,
  sendAll,
} from '../../support/matrixEndpoint.ts';

/** Set to write the two files anew: then read them, line by line, against DESIGN 4. */
const WRITE = process.env.WRITE_AUTHORITY !== undefined;
const written = (name: string, text: string): string => {
  const path = join(import.meta.dirname, name);
  if (WRITE) writeFileSync(path, text);
  return readFileSync(path, 'utf8');
};

describe('the matrix of authority', () => {
  it('is the one that was read: who may', () => {
    const text = whoMay();
    expect(text).toBe(written('commands.authority.txt', text));
  });

  it('is the one that was read: how everybody else stands', () => {
    const text = whyNot();
    expect(text).toBe(written('commands.authority.refusals.txt', text));
  });
});

/** What the endpoint answers to whoever may not. */
const CODES: Readonly<Record<Exclude<Standing, 'ok'>, RegExp>> = {
  role: /^power\.role$/,
  // Where there is no case yet there is no office that has it.
  office: /^(power\.office|case\.unknown)$/,
  route: /^power\.route$/,
  item: /^power\.item$/,
  state: /^case\.(wrongState|passed|unknown)$/,
  unknown: /^never$/,
};

/** Whoever may is held up here by something that is no matter of authority, as these cases stand. */
const HELD_UP: Readonly<Partial<Record<CaseCommandType, RegExp>>> = {
  // The time that was told has not passed.
  close: /^close\./,
  returnPapers: /^intake\.notByThisRule$/,
  // A supervisor steps in for a second notice only.
  requireCorrection: /^power\.office$/,
  // What is done at once has no visit among its steps.
  recordStep: /^step\.unknown$/,
  // Whose paper it is to move is judged with the act.
  dispatchPapers: /^paper\./,
  signForPapers: /^paper\./,
  reportMissing: /^paper\./,
  // Whether the office sees the case is judged with the act.
  note: /^note\./,
  // Whoever is named has a post that carries the case on.
  assign: /^assign\.notTurn$/,
  // Nothing waits for a person on these cases.
  settle: /^settle\.unknown$/,
  // What was told is claimed before it is answered.
  answerHandOff: /^handOff\.notClaimed$/,
};

/** At the endpoint what is set aside must have been refused before: `replacement.test.ts`. */
const ASKED = CASE_COMMANDS.filter((command) => command !== 'setAside');

/** What makes these two kinds their own; the rest of their acts is that of their route. */
const OWN: readonly CaseCommandType[] = [
  ...([
    'receive',
    'accept',
    'close',
    'recordStep',
    'opine',
    'decide',
    'approve',
    'sendBack',
    'seal',
  ] as const),
  ...(['deliver', 'extend', 'answer', 'escalate'] as const),
];
const ASKED_OF: readonly (readonly [string, readonly CaseCommandType[]])[] = [
  ...['direct', 'review', 'window', 'district'].map((name) => [name, ASKED] as const),
  ...['direct, at once', 'review, consultation'].map((name) => [name, OWN] as const),
];
/** Posts of the district hall alone, without power over any case: asked there only, to save time. */
const ELSEWHERE_NOBODY: readonly Role[] = ['editor', 'admin'];
/** States into which a case is grown here; in those that end it before acceptance nothing is left to do. */
const GROWN: readonly Cell['status'][] = [
  ...(['received', 'correcting', 'accepted', 'opined', 'decided', 'approved', 'sealed'] as const),
  ...(['atDepartment', 'issued', 'escalated', 'answered', 'delivered'] as const),
];
const EASY: readonly Cell['status'][] = ['received', 'accepted', 'atDepartment'];

const said = (outcome: Outcome | undefined): string =>
  outcome?.outcome === 'refused' ? (outcome.code ?? 'no code') : (outcome?.outcome ?? 'nothing');

/** Of everybody who may not, in every state of every kind: each eleventh, so that the whole is asked in a minute. */
const EACH = 11;

/**
 * Held up wherever it is asked here, for what `HELD_UP` says: they are recorded where cases are grown, in the tests of their
 * rules, and in journeys.
 */
const NEVER_HERE: readonly CaseCommandType[] = [
  ...(['close', 'returnPapers', 'signForPapers', 'reportMissing', 'answerHandOff'] as const),
];

describe('at the endpoint', () => {
  let bench: Bench;
  const recorded = new Set<CaseCommandType>();
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench.endpoint.stop());

  const cellsOf = (command: CaseCommandType, kind: Kind, status: Cell['status']): readonly Cell[] =>
    placesOf(kind).flatMap((relation) =>
      ROLES.filter((role) => relation === 'district hall' || !ELSEWHERE_NOBODY.includes(role)).map(
        (role) => ({
          ...{ command, kind, status, role, relation },
        }),
      ),
    );

  /** All who may not, one after another, on one case; it has not moved then. Each who may, on a case of that one's own. */
  async function ask(
    kind: Kind,
    command: CaseCommandType,
    status: Cell['status'],
    cells: readonly Cell[],
    ready: boolean,
  ): Promise<string[]> {
    const wrong: string[] = [];
    const note = (cell: Cell, outcome: Outcome | undefined, fits: boolean) => {
      const { role, relation } = cell;
      if (!fits)
        wrong.push(`${command}, ${kind.name}, ${status}: ${role} of the ${relation}: ${said(outcome)}`);
    };
    const shut = cells.filter((cell) => standingIn(cell) !== 'ok');
    const still = await caseIn(bench, kind, status, command, ready);
    const envelopes = await Promise.all(
      shut.map(({ relation, role }) => {
        const hand = handOf(bench, kind, relation, role);
        return commandBy(hand, still, saidIn(bench, command, kind, hand, still.found));
      }),
    );
    const carrier = handOf(bench, kind, 'receiving hall', 'clerk');
    const outcomes = await sendAll(bench, carrier, envelopes);
    for (const [index, cell] of shut.entries()) {
      const standing = standingIn(cell);
      note(cell, outcomes[index], standing !== 'ok' && CODES[standing].test(said(outcomes[index])));
    }
    for (const cell of ready ? cells.filter((one) => standingIn(one) === 'ok') : []) {
      const own = await caseIn(bench, kind, status, command, ready);
      const hand = handOf(bench, kind, cell.relation, cell.role);
      const [outcome] = await sendAll(bench, hand, [
        await commandBy(hand, own, saidIn(bench, command, kind, hand, own.found)),
      ]);
      if (said(outcome) === 'recorded') recorded.add(command);
      note(cell, outcome, said(outcome) === 'recorded' || HELD_UP[command]?.test(said(outcome)) === true);
    }
    return wrong;
  }

  /** The state in which an act is open to somebody, and one in which it is open to nobody, where there is one. */
  function statesFor(command: CaseCommandType, kind: Kind) {
    const isOpen = (status: Cell['status']) =>
      cellsOf(command, kind, status).some((cell) => standingIn(cell) === 'ok');
    const can = statesOf(kind).filter((status) => status !== 'none' || command === 'receive');
    const right = can.find(isOpen) ?? 'accepted';
    const wrong = can.findLast((status) => EASY.includes(status) && status !== right && !isOpen(status));
    return { right, wrong };
  }

  it.each(ASKED_OF)(
    'everybody gets the answer of the matrix: %s',
    async (name, commands) => {
      const kind = KINDS.find((one) => one.name === name);
      if (!kind) throw new Error(name);
      const differs: string[] = [];
      for (const command of commands) {
        const { right, wrong } = statesFor(command, kind);
        const open = cellsOf(command, kind, right).filter((cell) => standingIn(cell) === 'ok');
        differs.push(...(await ask(kind, command, right, cellsOf(command, kind, right), true)));
        const early = open.map((cell) => ({ ...cell, status: wrong ?? right }));
        if (wrong && early.length > 0) differs.push(...(await ask(kind, command, wrong, early, false)));
      }
      expect(differs).toEqual([]);
    },
    120_000,
  );

  it('every act is recorded by somebody who may', () => {
    expect(ASKED.filter((one) => !recorded.has(one) && !NEVER_HERE.includes(one))).toEqual([]);
  });

  it.each(KINDS.map((kind) => [kind.name, kind] as const))(
    'nobody gets past the matrix, in whatever state: %s',
    async (_, kind) => {
      const wrong: string[] = [];
      let asked = 0;
      for (const [index, status] of GROWN.filter((one) => statesOf(kind).includes(one)).entries()) {
        const cells = ASKED.flatMap((command) => cellsOf(command, kind, status))
          .filter((cell) => standingIn(cell) !== 'ok')
          .filter((_cell, at) => (at + index) % EACH === 0);
        const still = await caseIn(bench, kind, status, 'accept', false);
        const envelopes = await Promise.all(
          cells.map(({ command, relation, role }) => {
            const hand = handOf(bench, kind, relation, role);
            return commandBy(hand, still, saidIn(bench, command, kind, hand, still.found));
          }),
        );
        const outcomes = await sendAll(bench, handOf(bench, kind, 'receiving hall', 'clerk'), envelopes);
        for (const [at, cell] of cells.entries()) {
          const standing = standingIn(cell);
          asked += 1;
          if (standing === 'ok' || CODES[standing].test(said(outcomes[at]))) continue;
          wrong.push(
            `${cell.command}, ${status}: ${cell.role} of the ${cell.relation}: ${said(outcomes[at])}`,
          );
        }
      }
      expect(wrong).toEqual([]);
      expect(asked).toBeGreaterThan(200);
    },
    120_000,
  );
});
