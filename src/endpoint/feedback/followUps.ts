import { workingDaysBetween, yearIsKnown } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case.ts';
import { followedBy, isLow, levelWord, maskNumbers, turnedAwayWord } from '../../domain/feedback.ts';
import type { Post } from '../../domain/office.ts';
import type { FollowUp, FollowUpAnswer } from '../../protocol/feedback.ts';
import { appendAccess } from '../access/accessChain.ts';
import type { By } from '../access/staff.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import { eventHeaderOf } from '../recording/chain.ts';
import type { FollowUpFound } from '../store/feedbackPort.ts';

/** Entries of each kind in one answer: more than a supervisor reads in a sitting. */
const LISTED = 200;

interface Reader {
  readonly person: string;
  readonly posts: readonly Post[];
}

/**
 * What a supervisor has to answer, by when it is due, and then what was answered. Whoever has acted in a case does not
 * see how it was evaluated.
 */
export async function listFollowUps({ person, posts }: Reader, context: Context): Promise<FollowUp[]> {
  const { read } = context.store;
  const offices = followedBy(posts);
  const found = [
    ...(await read.followUps('open', offices, LISTED)),
    ...(await read.followUps('answered', offices, LISTED)),
  ];
  const entries: FollowUp[] = [];
  for (const one of found)
    if (!(await actedIn(one, person, context))) entries.push(await entryOf(one, context));
  return entries;
}

/**
 * Answers one with a note, once; who answered which stands in the access chain.
 * @throws Problem followUp.unknown, followUp.ownCase, followUp.answered
 */
export async function answerFollowUp(
  id: string,
  { note }: FollowUpAnswer,
  by: By,
  { posts }: Pick<Reader, 'posts'>,
  context: Context,
): Promise<FollowUp> {
  const answered = await context.store.write(async (tx) => {
    const found = await tx.followUp(id);
    const offices = followedBy(posts);
    if (!found || (offices !== 'all' && !offices.includes(found.office)))
      throw new Problem('followUp.unknown');
    if (await actedIn(found, by.person, context)) throw new Problem('followUp.ownCase');
    if (found.answer) throw new Problem('followUp.answered');
    const answer = { followUp: id, by: by.person, note, at: by.at };
    await tx.answerFollowUp(answer);
    const event = { by: by.person, office: by.office, data: { followUp: id, kind: found.kind } };
    await appendAccess(tx, { type: 'followUpAnswered', ...event }, by.at, context);
    return { ...found, answer };
  });
  return entryOf(answered, context);
}

/** The evaluator is not shown to who was evaluated. */
async function actedIn(
  { kind, subject }: FollowUpFound,
  person: string,
  { store }: Context,
): Promise<boolean> {
  if (kind !== 'evaluation') return false;
  const events = await store.read.events(subject);
  return events.some((event) => eventHeaderOf(event.header)?.by === person);
}

async function entryOf(found: FollowUpFound, context: Context): Promise<FollowUp> {
  const { id, kind, office, openedAt, due, answer } = found;
  const { calendar } = context.published.rules();
  const name = answer && ((await context.store.read.person(answer.by))?.name ?? answer.by);
  return {
    ...{ id, kind, office, openedAt, due },
    ...(kind === 'evaluation' ? await evaluated(found, context) : await complained(found, context)),
    provisional: !yearIsKnown(due, calendar),
    daysLeft: workingDaysBetween(context.today(), due, calendar),
    state: answer ? 'answered' : 'open',
    ...(answer && name
      ? { answer: { by: name, at: answer.at, ...(answer.note === null ? {} : { note: answer.note }) } }
      : {}),
  };
}

type Said = Pick<FollowUp, 'what' | 'channel'> & Partial<FollowUp>;

/** The low level that was said last before the answer, with its words; and to what it was changed. */
async function evaluated({ subject, answer }: FollowUpFound, { store, published }: Context): Promise<Said> {
  const rows = await store.read.evaluationsOf(subject);
  const answeredTo = rows.filter((row) => isLow(row.level) && (answer === null || row.at <= answer.at));
  const [low, last] = [answeredTo.at(-1), rows.at(-1)];
  if (!low || !last) throw new Error('a follow-up of an evaluation that is not there');
  const state = (await store.read.caseIn(subject, ['all']))?.state;
  const found = state === undefined ? undefined : (JSON.parse(state) as Case);
  const item = found && published.rules().item(found.item)?.name;
  return {
    what: levelWord(low.level),
    ...(last === low ? {} : { changedTo: levelWord(last.level) }),
    ...(item === undefined ? {} : { item }),
    ...(found ? { number: found.number } : {}),
    ...saidIn(low),
  };
}

async function complained({ subject }: FollowUpFound, { store }: Context): Promise<Said> {
  const row = await store.read.complaint(subject);
  if (!row) throw new Error('a follow-up of a complaint that is not there');
  return {
    ...{ what: turnedAwayWord(row.ground), on: row.happenedOn },
    ...(row.caseNumber === null ? {} : { number: row.caseNumber }),
    ...saidIn(row),
  };
}

function saidIn(row: {
  readonly channel: FollowUp['channel'];
  readonly words: string | null;
  readonly telephone: string | null;
}): Pick<FollowUp, 'channel'> & Partial<FollowUp> {
  return {
    channel: row.channel,
    ...(row.words === null ? {} : { words: maskNumbers(row.words) }),
    ...(row.telephone === null ? {} : { telephone: row.telephone }),
  };
}
