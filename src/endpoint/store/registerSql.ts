import type { SentBack } from '../../domain/handling.ts';
import type { SealNeed } from '../../domain/item.ts';
import type { RegisterChanges, RegisterReads, SealLineRow } from './registerPort.ts';
import type { Tables } from './tables.ts';
import type { Db } from './template.ts';

/** The counter that gives an office its numbers in a year. */
export const seriesOf = (office: string, year: string): string => `document ${office} ${year}`;

export function registerOn({ sql }: Db): RegisterReads {
  return {
    sealLines: async ({ office, year, after, limit }) => {
      let found = sql.selectFrom('seal_line').where('office', '=', office).where('year', '=', year);
      if (after) {
        const { serial, turn } = after;
        // Both halves stand on the key: a later page costs what the first one does.
        found = found
          .where('serial', '>=', serial)
          .where((eb) => eb.or([eb('serial', '>', serial), eb('turn', '>', turn)]));
      }
      const rows = await found.orderBy('serial').orderBy('turn').limit(limit).selectAll().execute();
      return rows.map(lineOf);
    },
    numbersGiven: async (office) => {
      const series = seriesOf(office, '');
      // A year has four digits: all of them sort before the character that follows the last digit.
      const counters = sql.selectFrom('counter').where('name', '>', series).where('name', '<', `${series}:`);
      const rows = await counters.orderBy('name', 'desc').select(['name', 'value']).execute();
      return rows.map(({ name, value }) => ({ year: name.slice(series.length), given: Number(value) }));
    },
  };
}

export function registerChangesOn({ sql }: Db): RegisterChanges {
  return {
    addSealLines: async (rows) => {
      if (rows.length > 0) await sql.insertInto('seal_line').values(rows.map(valuesOf)).execute();
    },
    markGivenBack: async (stream, { what, on }) => {
      const lines = sql.selectFrom('seal_line').where('stream', '=', stream);
      const last = await lines.orderBy('version', 'desc').limit(1).select('version').executeTakeFirst();
      if (!last) return;
      const marked = sql.updateTable('seal_line').set({ given_back: what, given_back_on: on });
      await marked.where('stream', '=', stream).where('version', '=', last.version).execute();
    },
  };
}

export function valuesOf(line: SealLineRow): Tables['seal_line'] {
  const { on, caseNumber, back, ...rest } = line;
  return {
    ...rest,
    sealed_on: on,
    case_number: caseNumber,
    given_back: back?.what ?? null,
    given_back_on: back?.on ?? null,
  };
}

function lineOf(row: Tables['seal_line']): SealLineRow {
  const { sealed_on: on, case_number: caseNumber, given_back: what, given_back_on: backOn, ...rest } = row;
  return {
    ...rest,
    serial: Number(row.serial),
    turn: Number(row.turn),
    version: Number(row.version),
    copies: Number(row.copies),
    seal: row.seal as SealNeed,
    ...{ on, caseNumber },
    back: what === null || backOn === null ? null : { what: what as SentBack['what'], on: backOn },
  };
}
