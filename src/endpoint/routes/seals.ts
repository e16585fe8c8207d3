import type { FastifyInstance } from 'fastify';
import { mayReadRegister } from '../../domain/readingRegister.ts';
import {
  REGISTER_PAGE,
  type RegisterPage,
  RegisterQuery,
  type SealLine,
} from '../../protocol/sealRegister.ts';
import type { Context } from '../context.ts';
import { Problem, readAs } from '../problems.ts';
import type { SealLineRow } from '../store/registerPort.ts';
import { requireSession } from './session.ts';

/** The seal register (用印登记) of an office and a year, for whoever answers for the seal or supervises. */
export function sealRoutes(app: FastifyInstance, context: Context): void {
  const { read } = context.store;
  app.get('/api/seals', async (request, reply): Promise<RegisterPage> => {
    const { posts } = await requireSession(request, reply, context);
    const { office, year, after } = readAs(RegisterQuery, request.query);
    if (!mayReadRegister(posts, office)) throw new Problem('session.forbidden');
    // Before the lines: what is sealed meanwhile may have a line beyond the numbers told, never a number without its line.
    const years = await read.numbersGiven(office);
    const limit = REGISTER_PAGE + 1;
    const found = await read.sealLines({
      office,
      year,
      after: after === undefined ? undefined : placeIn(after),
      limit,
    });
    const rows = found.slice(0, REGISTER_PAGE);
    const last = found.length > rows.length ? rows.at(-1) : undefined;
    return {
      lines: rows.map(lineOf),
      years,
      next: last ? `${last.serial}-${last.turn}` : null,
    };
  });
}

function placeIn(after: string): Pick<SealLineRow, 'serial' | 'turn'> {
  const [serial = 0, turn = 0] = after.split('-').map(Number);
  return { serial, turn };
}

function lineOf(row: SealLineRow): SealLine {
  const { serial, turn, on, title, caseNumber, seal, copies, approver, drafter, sealer, note, back } = row;
  return {
    serial: serial === 0 ? null : serial,
    ...{ turn, on, title, number: caseNumber, seal, copies, approver, drafter, sealer, note },
    ...(back ? { back } : {}),
  };
}
