import { sql } from 'kysely';
import type { Channel, Level, TurnedAway } from '../../domain/feedback.ts';
import type {
  ComplaintRow,
  EvaluationRow,
  FeedbackChanges,
  FeedbackReads,
  FollowUpFound,
} from './feedbackPort.ts';
import type { Tables } from './tables.ts';
import type { Db } from './template.ts';

export function feedbackOn(db: Db): FeedbackReads {
  const complaints = () => db.sql.selectFrom('complaint').selectAll();
  return {
    evaluationsOf: async (caseId) => {
      const rows = db.sql
        .selectFrom('evaluation')
        .where('case_id', '=', caseId)
        .orderBy('sequence')
        .selectAll();
      return (await rows.execute()).map(evaluationOf);
    },
    complaint: async (id) => (await complaints().where('id', '=', id).execute()).map(complaintOf)[0],
    complaintByNumber: async (key) =>
      (await complaints().where('number_key', '=', key).execute()).map(complaintOf)[0],
    followUp: async (id) => (await followUps(db).where('id', '=', id).execute()).map(followUpOf)[0],
    followUpOf: async (subject) => {
      const found = followUps(db)
        .where('subject', '=', subject)
        .orderBy('opened_at', 'desc')
        .orderBy('id', 'desc');
      return (await found.limit(1).execute()).map(followUpOf)[0];
    },
    followUps: async (state, offices, limit) => {
      let found = followUps(db).where('answer.at', state === 'open' ? 'is' : 'is not', null);
      // Nothing is in an empty list, and not every database takes one.
      if (offices !== 'all') found = found.where('office', 'in', offices.length > 0 ? [...offices] : ['']);
      found =
        state === 'open' ? found.orderBy('due').orderBy('opened_at') : found.orderBy('answer.at', 'desc');
      return (await found.orderBy('id').limit(limit).execute()).map(followUpOf);
    },
  };
}

const followUps = (db: Db) =>
  db.sql
    .selectFrom('follow_up')
    .leftJoin('follow_up_answer as answer', 'answer.follow_up', 'follow_up.id')
    .select(['id', 'kind', 'subject', 'office', 'opened_at', 'due'])
    .select(['answer.by as answered_by', 'answer.note as note', 'answer.at as answered_at']);

export function feedbackChangesOn(db: Db): FeedbackChanges {
  return {
    addEvaluation: async ({ caseId, ...row }) => {
      await db.sql
        .insertInto('evaluation')
        .values({ case_id: caseId, ...row })
        .execute();
    },
    addComplaint: async ({ numberKey, happenedOn, caseNumber, ...row }) => {
      const values = { ...row, number_key: numberKey, happened_on: happenedOn, case_number: caseNumber };
      await db.sql.insertInto('complaint').values(values).execute();
    },
    openFollowUp: async ({ openedAt, ...row }) => {
      await db.sql
        .insertInto('follow_up')
        .values({ ...row, opened_at: openedAt })
        .execute();
    },
    answerFollowUp: async ({ followUp, ...row }) => {
      await db.sql
        .insertInto('follow_up_answer')
        .values({ follow_up: followUp, ...row })
        .execute();
    },
    countOn: async (day, subject) => {
      await db.sql.deleteFrom('day_count').where('day', '<', day).execute();
      const put = db.sql.insertInto('day_count').values({ day, subject, count: 1 });
      const counted = put.onConflict((conflict) =>
        conflict.columns(['day', 'subject']).doUpdateSet({ count: sql`day_count.count + 1` }),
      );
      return Number((await counted.returning('count').executeTakeFirstOrThrow()).count);
    },
    forgetSaid: (before) => forgetSaid(db, before),
  };
}

/** What is emptied keeps its level, its ground and its times: they are counted, and name nobody. */
async function forgetSaid(db: Db, before: string): Promise<number> {
  const waits = sql`select subject from follow_up where not exists
    (select 1 from follow_up_answer where follow_up_answer.follow_up = follow_up.id)`;
  let emptied = 0;
  for (const [name, id] of [
    ['evaluation', 'case_id'],
    ['complaint', 'id'],
  ] as const) {
    const own = name === 'complaint' ? sql`, case_number = null` : sql``;
    const ownKept = name === 'complaint' ? sql` or case_number is not null` : sql``;
    const done = await sql`update ${sql.table(name)} set words = null, telephone = null${own}
      where at < ${before} and (words is not null or telephone is not null${ownKept})
      and ${sql.ref(id)} not in (${waits})`.execute(db.sql);
    emptied += Number(done.numAffectedRows ?? 0);
  }
  await sql`update follow_up_answer set note = null where note is not null and follow_up in
    (select id from follow_up where opened_at < ${before} and subject not in (${waits}))`.execute(db.sql);
  return emptied;
}

function evaluationOf({ case_id, sequence, ...row }: Tables['evaluation']): EvaluationRow {
  const { level, channel, words, telephone, at } = row;
  return {
    ...{ caseId: case_id, sequence: Number(sequence), words, telephone, at },
    ...{ level: level as Level, channel: channel as Channel },
  };
}

function complaintOf({ number_key, happened_on, case_number, ...row }: Tables['complaint']): ComplaintRow {
  return {
    ...row,
    ...{ numberKey: number_key, happenedOn: happened_on, caseNumber: case_number },
    ...{ ground: row.ground as TurnedAway, channel: row.channel as Channel },
  };
}

interface FoundRow extends Readonly<Tables['follow_up']> {
  readonly answered_by: string | null;
  readonly note: string | null;
  readonly answered_at: string | null;
}

function followUpOf({ opened_at, answered_by, note, answered_at, ...row }: FoundRow): FollowUpFound {
  const answered = answered_by !== null && answered_at !== null;
  return {
    ...row,
    openedAt: opened_at,
    answer: answered ? { followUp: row.id, by: answered_by, note, at: answered_at } : null,
  };
}
