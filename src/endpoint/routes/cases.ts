import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { CASE_STATUSES, type Case } from '../../domain/case.ts';
import type { Role } from '../../domain/office.ts';
import { scopesOf } from '../../domain/reading.ts';
import { rolesFor } from '../../domain/standing.ts';
import { CASE_COMMANDS } from '../../domain/transitions.ts';
import { type CommandHeader, Id, OfficeId } from '../../protocol/command.ts';
import type { EventHeader } from '../../protocol/record.ts';
import { actedFor } from '../access/powers.ts';
import type { Context } from '../context.ts';
import { awaitingOf } from '../files/awaiting.ts';
import { Problem, readAs } from '../problems.ts';
import { numberKeyOf } from '../recording/workingSet.ts';
import type { CaseFound } from '../store/store.ts';
import { requireSession } from './session.ts';

const CASE_PAGE = 50;

const Query = v.object({
  /** Beginning of a case number. Never a name: personal data has no place in an address. */
  number: v.optional(v.pipe(v.string(), v.maxLength(60))),
  item: v.optional(v.pipe(v.string(), v.maxLength(40))),
  status: v.optional(v.picklist(CASE_STATUSES)),
  hall: v.optional(OfficeId),
  before: v.optional(Id),
});

/** Search for staff, within what their posts let them see. Newest first. */
export function caseRoutes(app: FastifyInstance, context: Context): void {
  const { read } = context.store;
  app.get('/api/cases', async (request, reply) => {
    const { posts } = await requireSession(request, reply, context);
    const { number, ...query } = readAs(Query, request.query);
    const numberKey = number === undefined || number === '' ? undefined : numberKeyOf(number);
    const scopes = scopesOf(posts);
    if (scopes.length === 0) throw new Problem('session.forbidden');
    const found = await read.cases({ ...query, number: numberKey, scopes, limit: CASE_PAGE + 1 });
    const rows = found.slice(0, CASE_PAGE);
    reply.header('content-type', 'application/json; charset=utf-8');
    const next = found.length > rows.length ? (rows.at(-1)?.id ?? null) : null;
    return `{"rows":[${rows.map(rowText).join(',')}],"next":${JSON.stringify(next)}}`;
  });

  app.get<{ Params: { id: string } }>('/api/cases/:id', async (request, reply) => {
    const { posts } = await requireSession(request, reply, context);
    const id = v.safeParse(Id, request.params.id);
    const found = id.success ? await read.caseIn(id.output, scopesOf(posts)) : undefined;
    if (!found) throw new Problem('case.unknown');
    const history = await historyOf(found, context);
    const awaiting = (await awaitingOf([found], read)).get(found.id) ?? [];
    const faulty = await read.faulty(found.id);
    reply.header('content-type', 'application/json; charset=utf-8');
    const beside = JSON.stringify({ history, awaiting, faulty });
    return `{"state":${found.state},${beside.slice(1)}`;
  });
}

function rowText({ id, version, head, state }: CaseFound): string {
  return `${JSON.stringify({ id, version, head }).slice(0, -1)},"state":${state}}`;
}

/** Who did what, for whom, when: from headers and posts alone, which hold nothing of the applicant. */
async function historyOf({ id: stream, state }: CaseFound, { store: { read }, published }: Context) {
  const headers = (await read.events(stream)).map((event) => JSON.parse(event.header) as EventHeader);
  const commands = await read.recordedCommands([...new Set(headers.map(({ command }) => command))]);
  const types = new Map(commands.map(({ id, header }) => [id, (JSON.parse(header) as CommandHeader).type]));
  const posts = await read.posts([...new Set(headers.map(({ by }) => by))]);
  // Null once its content was deleted (`npm run retain`).
  const found = JSON.parse(state) as Case | null;
  const known = found && published.rules().item(found.item);
  const needed = (command: string | undefined): Role[] => {
    const type = CASE_COMMANDS.find((one) => one === command);
    return type && known ? rolesFor(type, known, found.route) : [];
  };
  const told = headers.map((header) => {
    const { version, type, by, office, at, legalAt, recordedAt, command } = header;
    const away = actedFor(posts, { by, office, at: legalAt }, needed(types.get(command)));
    return { version, type, by, office, at, recordedAt, ...(away ? { for: away } : {}) };
  });
  const names = new Map<string, string>();
  for (const id of new Set(told.flatMap((one) => [one.by, ...(one.for ? [one.for] : [])])))
    names.set(id, (await read.person(id))?.name ?? id);
  return told.map((one) => ({
    ...one,
    by: names.get(one.by) ?? one.by,
    ...(one.for ? { for: names.get(one.for) ?? one.for } : {}),
  }));
}
