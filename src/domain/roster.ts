import { fits } from './checklist.ts';
import type { Answer, Answers } from './condition.ts';
import type { CompleteGuide, PartyRule, Question, Roster, RosterColumn } from './guide.ts';
import { checkCreditCode, checkIdentityNumber, normaliseIdentityNumber } from './identity.ts';
import { checkParty, type Party, type PartyProblem } from './parties.ts';
import type { LegalDate } from './time.ts';

/** A line of a pasted list, as it was written: what is wrong stays to be mended. Personal data. */
export interface RosterRow {
  /** Of the case that it becomes, where each row is a case. */
  readonly id: string;
  /** By `cellOf`. */
  readonly cells: Readonly<Record<string, string>>;
}

/** How the cell of a column is named. No question can be called like this. */
export const cellOf = (column: RosterColumn): string =>
  'field' in column ? column.field : `?${column.question}`;

/** The questions that each row answers for itself: nobody is asked them for all. */
export const questionsOfRows = (roster: Roster): ReadonlySet<string> =>
  new Set(roster.columns.flatMap((column) => ('question' in column ? [column.question] : [])));

export interface RosterRead {
  readonly rows: readonly RosterRow[];
  /** Words over columns that nothing is done with. */
  readonly unused: readonly string[];
  /** No line of headings was found: the columns were taken in the order of the roster. */
  readonly guessed: boolean;
}

/** Lines that count the others. */
const TOTAL = /^(合计|总计|小计|共计)/;
const COUNTING = /^\d{1,4}[.、]?$/;

/** Reads the cells of a spreadsheet. What stands above the headings (the title of the list) and empty lines fall away. */
export function readRoster(
  lines: readonly (readonly string[])[],
  roster: Roster,
  newId: () => string,
): RosterRead {
  const tidy = lines.map((line) => line.map((cell) => cell.trim()));
  const head = tidy.findIndex((line) => knownIn(line, roster) >= Math.min(2, roster.columns.length));
  const columns = head < 0 ? inOrder(tidy, roster) : (tidy[head] ?? []).map((word) => columnOf(word, roster));
  const rows = tidy
    .slice(head + 1)
    .filter((line) => line.some((cell) => cell !== '') && !line.some((cell) => TOTAL.test(cell)))
    .map((line) => ({ id: newId(), cells: cellsOf(line, columns) }));
  const unused = head < 0 ? [] : (tidy[head] ?? []).filter((word, at) => word !== '' && !columns[at]);
  return {
    rows: rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')),
    unused: unused.filter((word) => !/^(序号|编号)$/.test(word)),
    guessed: head < 0,
  };
}

const plainHead = (word: string): string => word.normalize('NFKC').replace(/[\s*:]|\(.*?\)/g, '');

const columnOf = (word: string, roster: Roster): RosterColumn | undefined =>
  roster.columns.find((column) => column.heads.some((head) => plainHead(head) === plainHead(word)));

const knownIn = (line: readonly string[], roster: Roster): number =>
  new Set(line.map((word) => columnOf(word, roster)).filter(Boolean)).size;

/** Without headings: the order of the roster, after a column that only counts the lines. */
function inOrder(lines: readonly (readonly string[])[], roster: Roster): (RosterColumn | undefined)[] {
  const counted = lines.every(([first = '']) => first === '' || COUNTING.test(first));
  return counted ? [undefined, ...roster.columns] : [...roster.columns];
}

function cellsOf(line: readonly string[], columns: readonly (RosterColumn | undefined)[]) {
  return Object.fromEntries(
    columns.flatMap((column, at) => (column ? [[cellOf(column), plainCell(line[at] ?? '')]] : [])),
  );
}

/** A spreadsheet marks a number that is to stay text with an apostrophe. */
const plainCell = (cell: string): string => cell.normalize('NFKC').replace(/^'/, '').trim();

export interface RowProblem {
  /** The cell, by `cellOf`. */
  readonly cell: string;
  readonly code: PartyProblem['code'] | 'scientific' | 'double' | 'taken' | 'answer' | 'unclear';
  /** The verdict on a number; of a double, which line (from 1) has it first. */
  readonly detail?: string;
}

type RosterGuide = Pick<CompleteGuide, 'questions' | 'parties'>;

/**
 * What is wrong with each line, by its id; a line that is not there is good.
 * @param taken numbers of whom this sitting has taken in already: their lines are gone, and nobody is taken in twice
 */
export function rosterProblems(
  rows: readonly RosterRow[],
  roster: Roster,
  guide: RosterGuide,
  today: LegalDate,
  taken: readonly string[] = [],
): ReadonlyMap<string, readonly RowProblem[]> {
  const found = new Map<string, readonly RowProblem[]>();
  const seen = new Map<string, number>();
  rows.forEach((row, at) => {
    const problems = problemsOf(row, roster, guide, today);
    const number = normaliseIdentityNumber(row.cells.idNumber ?? '');
    const first = seen.get(number);
    if (taken.includes(number)) problems.push({ cell: 'idNumber', code: 'taken' });
    else if (number !== '' && first !== undefined)
      problems.push({ cell: 'idNumber', code: 'double', detail: String(first + 1) });
    else seen.set(number, at);
    if (problems.length > 0) found.set(row.id, problems);
  });
  return found;
}

const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/i;

function problemsOf(row: RosterRow, roster: Roster, guide: RosterGuide, today: LegalDate): RowProblem[] {
  const rule = ruleOf(roster, guide);
  // A spreadsheet has made a number of it: its last digits are gone for good.
  const lost = SCIENTIFIC.test(row.cells.idNumber ?? '');
  const ofParty: RowProblem[] = checkParty(partyOf(row, roster), 0, rule, today).map(
    ({ field = 'name', code, detail }) => {
      // Of which kind they are, their number has said.
      const cell = field === 'kind' ? 'idNumber' : field;
      if (lost && field === 'idNumber') return { cell, code: 'scientific' };
      return { cell, code, ...(detail ? { detail } : {}) };
    },
  );
  for (const column of roster.columns) {
    const cell = cellOf(column);
    const written = row.cells[cell] ?? '';
    if (written === '' && (column.optional || 'field' in column) && cell !== 'farmer') continue;
    if (cell === 'farmer' && isPerson(row) && farmerIn(written) === undefined)
      ofParty.push({ cell, code: 'unclear' });
    if ('question' in column && answerIn(written, questionOf(column.question, guide)) === undefined)
      ofParty.push({ cell, code: 'answer' });
  }
  return ofParty;
}

const ruleOf = (roster: Roster, guide: RosterGuide): PartyRule | undefined =>
  guide.parties.find((rule) => rule.role === roster.role);

const questionOf = (id: string, guide: RosterGuide): Question | undefined =>
  guide.questions.find((one) => one.id === id);

/** Later than any birth: whether a number is written like a person's does not hang on the day. */
const ANY_DAY: LegalDate = '9999-12-31';

/**
 * A body has a credit code where a person has an identity number. Each thirty-first identity number is a right credit
 * code as well, and so is each thirty-first that is written wrongly: what has a birth date in its place is a person's.
 * With a 9 begin the codes of enterprises (GB 32100-2015), and of identity numbers only those of foreigners who live here.
 */
function isPerson({ cells: { idNumber = '' } }: RosterRow): boolean {
  if (checkCreditCode(idNumber) !== 'ok') return true;
  const isDated = ['ok', 'checkCharacter'].includes(checkIdentityNumber(idNumber, ANY_DAY));
  return isDated && !normaliseIdentityNumber(idNumber).startsWith('9');
}

const YES = /^(是|农民|√|✓|✔|1|y|yes|t|true)$/i;
const NO = /^(|否|不是|非农民|×|x|0|n|no|f|false)$/i;

/** Whether a member is a farmer; undefined = it cannot be told. */
const farmerIn = (written: string): boolean | undefined =>
  YES.test(written) ? true : NO.test(written) ? false : undefined;

/** The row as somebody who takes part, as it was written. */
export function partyOf(row: RosterRow, roster: Roster): Party {
  const { name = '', idNumber = '', telephone = '', address = '', farmer } = row.cells;
  const person = isPerson(row);
  const marked = roster.columns.some((column) => cellOf(column) === 'farmer');
  return {
    role: roster.role,
    kind: person ? 'person' : 'organisation',
    name,
    idKind: person ? 'identityNumber' : 'creditCode',
    idNumber: normaliseIdentityNumber(idNumber),
    telephone,
    ...(address === '' ? {} : { address }),
    ...(marked && person ? { farmer: farmerIn(farmer ?? '') === true } : {}),
  };
}

/** What the row answers for itself; only what is an answer. */
export function answersOf(row: RosterRow, roster: Roster, guide: RosterGuide): Answers {
  return Object.fromEntries(
    [...questionsOfRows(roster)].flatMap((id) => {
      const answer = answerIn(row.cells[`?${id}`] ?? '', questionOf(id, guide));
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

function answerIn(written: string, question: Question | undefined): Answer | undefined {
  if (!question || written === '') return undefined;
  const answer = question.kind === 'number' ? numberIn(written, question.unit) : saidIn(written, question);
  return answer !== undefined && fits(question, answer) ? answer : undefined;
}

function numberIn(written: string, unit: string): number | undefined {
  const digits = written.replace(/[\s,]/g, '').replace(unit, '').replace(/口$/, '');
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}

const saidIn = (written: string, question: Question): Answer | undefined =>
  question.kind === 'choice' ? question.options.find((one) => one.label === written)?.value : written;

/** The answers that the list gives by being counted. */
export function countsOf(parties: readonly Party[], roster: Roster): Answers {
  if (!roster.counts) return {};
  const { all, farmers, organisations } = roster.counts;
  const listed = parties.filter((party) => party.role === roster.role);
  return {
    [all]: listed.length,
    [farmers]: listed.filter((party) => party.farmer === true).length,
    [organisations]: listed.filter((party) => party.kind === 'organisation').length,
  };
}
