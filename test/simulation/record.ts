import { DatabaseSync } from '@photostructure/sqlite';
import type { Case } from '../../src/domain/case.ts';

/** What the district knows of a command. */
export interface Known {
  readonly id: string;
  readonly standing: 'recorded' | 'refused' | 'quarantined' | 'quarantineSettled' | 'turnedAway';
  readonly code: string | null;
}

interface EventRow {
  readonly place: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly header: string;
}

export interface NamingRow {
  readonly stream: string;
  readonly hash: string;
  readonly size: number;
  readonly type: string;
  readonly key: string;
  readonly fault: string | null;
  readonly checkedAt: string | null;
}

/** The endpoint's file, read by a third party: what is committed, whatever the endpoint says of it. */
export class DistrictRecord {
  readonly #file: InstanceType<typeof DatabaseSync>;
  readonly #known: ReturnType<InstanceType<typeof DatabaseSync>['prepare']>;
  readonly #events: ReturnType<InstanceType<typeof DatabaseSync>['prepare']>;
  #read = 0;

  constructor(path: string) {
    this.#file = new DatabaseSync(path, { readOnly: true });
    this.#known = this.#file.prepare(
      `select id, outcome as standing, code from command where id = ?1
       union all select id, case when settled_at is null then 'quarantined' else 'quarantineSettled' end, code
         from quarantine where id = ?1
       union all select id, 'turnedAway', code from turned_away where id = ?1`,
    );
    this.#events = this.#file.prepare(
      'select rowid as place, stream, version, type, header from event where rowid > ? order by rowid',
    );
  }

  /** What has been judged stands before what waits for a person. */
  known(id: string): Known | undefined {
    return this.#known.get(id) as Known | undefined;
  }

  /** Events that have been written since the last reading. */
  newEvents(): EventRow[] {
    const rows = this.#events.all(this.#read) as unknown as EventRow[];
    this.#read = Number(rows.at(-1)?.place ?? this.#read);
    return rows;
  }

  /** Every case that a scope may see, as it stands. */
  cases(scope: string): Map<string, Case> {
    const rows = this.#file
      .prepare(
        `select stream.id, stream.state from feed join stream on stream.id = feed.stream
         where feed.scope = ? and feed.gone = 0 and stream.state is not null`,
      )
      .all(scope) as unknown as { id: string; state: string }[];
    return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as Case]));
  }

  everyCase(): Map<string, Case> {
    const rows = this.#file
      .prepare("select id, state from stream where kind = 'case' and state is not null")
      .all() as unknown as { id: string; state: string }[];
    return new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as Case]));
  }

  /** Ids that wait for a supervisor. */
  quarantined(): string[] {
    const rows = this.#file
      .prepare('select id from quarantine where settled_at is null and ruling is null order by id')
      .all() as unknown as { id: string }[];
    return rows.map((row) => row.id);
  }

  /** Files whose bytes the district knows to have. */
  arrived(): Set<string> {
    const rows = this.#file.prepare('select hash from file').all() as unknown as { hash: string }[];
    return new Set(rows.map(({ hash }) => hash));
  }

  /** How what is recorded names files, and what was found of each. */
  namings(): NamingRow[] {
    return this.#file
      .prepare(
        `select stream, hash, size, type, key, fault, checked_at as checkedAt from file_of where recorded = 1`,
      )
      .all() as unknown as NamingRow[];
  }

  disabled(): string[] {
    const rows = this.#file.prepare('select id from person where disabled_at is not null').all();
    return (rows as unknown as { id: string }[]).map((row) => row.id);
  }

  isRevoked(device: string): boolean {
    return (
      this.#file.prepare('select 1 from device where id = ? and revoked_at is not null').get(device) !==
      undefined
    );
  }

  close(): void {
    this.#file.close();
  }
}
