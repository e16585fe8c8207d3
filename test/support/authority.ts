/**
 * A small district endpoint in memory, built on the same rules, for tests of a device: it records once, waits for
 * what comes before, and keeps a feed. The simulation runs against the real one.
 */
import { type Case, evolve } from '../../src/domain/case.ts';
import type { AccessCommand, CaseCommand, SlipIssued, SlipPayload } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { decideAccess } from '../../src/domain/decideAccess.ts';
import { decideSlip } from '../../src/domain/decideSlip.ts';
import type { Post } from '../../src/domain/office.ts';
import type { Refusal, Result } from '../../src/domain/result.ts';
import { type Catalogue, rulesOf } from '../../src/domain/rules.ts';
import type { DecideContext } from '../../src/domain/scene.ts';
import { type LegalDate, legalDateOf } from '../../src/domain/time.ts';
import { type CatalogueAnswer, catalogueSince } from '../../src/protocol/catalogue.ts';
import type { Batch, BatchAnswer, CommandHeader, Envelope, Outcome } from '../../src/protocol/command.ts';
import type { FeedPage, FeedRow } from '../../src/protocol/feed.ts';
import { freshKey, opened } from './opened.ts';

interface Known {
  readonly header: string;
  readonly outcome: Outcome;
  mendedBy: string | null;
}

interface Stream {
  version: number;
  state: Case | null;
  slip: SlipIssued | null;
}

export interface Member {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly posts: Post[];
}

export class Authority {
  readonly known = new Map<string, Known>();
  readonly streams = new Map<string, Stream>();
  /** How often each command was recorded: never more than once. */
  readonly recordings = new Map<string, number>();
  readonly batches: Batch[] = [];
  /** Refuses in place of the rules, by type of command. */
  readonly refuseType = new Map<string, Refusal>();
  epoch = 'first';
  /** Keys that it can open with, the present one last. */
  readonly keys = [freshKey()];
  readonly catalogues: Catalogue[];
  #feed = new Map<string, FeedRow>();
  #position = 0;

  constructor(
    catalogue: Catalogue,
    public members: readonly Member[],
    readonly now: () => string,
    readonly pageSize = 500,
  ) {
    this.catalogues = [catalogue];
  }

  get catalogue(): Catalogue {
    return this.catalogues.at(-1) as Catalogue;
  }

  catalogueAnswer(since: number | null): CatalogueAnswer {
    return catalogueSince(this.catalogues.find((one) => one.version === since) ?? null, this.catalogue);
  }

  commands(body: string): BatchAnswer {
    const batch = JSON.parse(body) as Batch;
    this.batches.push(batch);
    return { outcomes: batch.commands.map((one) => this.#judge(one)), now: this.now() };
  }

  feed(scope: string, after: number): FeedPage {
    const rows = [...this.#feed.values()]
      .filter((row) => row.position > after && this.#sees(scope, row))
      .sort((a, b) => a.position - b.position);
    const page = rows.slice(0, this.pageSize);
    return {
      epoch: this.epoch,
      rows: page,
      next: page.at(-1)?.position ?? after,
      more: rows.length > page.length,
    };
  }

  /** Takes a case out of every feed, as when it goes to another office. */
  takeAway(id: string): void {
    this.#position += 1;
    this.#feed.set(id, { position: this.#position, id, gone: true, version: 0, head: null, state: null });
  }

  /** Forgets a case and everything after it, and begins another epoch: a restore from a backup. */
  restoreBefore(stream: string): void {
    const row = this.#feed.get(stream);
    for (const [id, known] of [...this.known])
      if ((JSON.parse(known.header) as CommandHeader).stream.id === stream) {
        this.known.delete(id);
        this.recordings.delete(id);
      }
    this.#feed.delete(stream);
    this.streams.delete(stream);
    this.#position = (row?.position ?? 1) - 1;
    this.epoch = `${this.epoch}'`;
  }

  #sees(scope: string, row: FeedRow): boolean {
    return scope === 'all' || row.gone || row.state?.hall === scope || row.state?.handlingTown === scope;
  }

  /** What devices seal to from now on; what was sealed before still opens, unless the old key is lost. */
  rotate(loseOld = false): void {
    if (loseOld) this.keys.length = 0;
    this.keys.push(freshKey());
  }

  #judge(envelope: Envelope): Outcome {
    const { id } = envelope;
    const key = this.keys.find((one) => one.id === envelope.key);
    if (!key) return { id, outcome: 'retry', code: 'seal.keyUnknown' };
    const open = opened(envelope, key);
    const known = this.known.get(id);
    if (known) return this.#again(id, known, open.header);
    const header = JSON.parse(open.header) as CommandHeader;
    const waits = this.#whyWaiting(header);
    if (waits) return { id, outcome: 'retry', code: waits };
    const outcome = this.#record(header, JSON.parse(open.payload) as unknown);
    this.known.set(id, { header: open.header, outcome, mendedBy: null });
    return outcome;
  }

  #again(id: string, known: Known, header: string): Outcome {
    if (known.header !== header) return { id, outcome: 'refused', code: 'command.idReused', facts: {} };
    const { outcome: first, ...rest } = known.outcome;
    return { ...rest, outcome: 'duplicate', first: first as 'recorded' };
  }

  #whyWaiting(header: CommandHeader): string | undefined {
    const { after } = header.basis;
    const before = after === undefined ? undefined : this.known.get(after);
    if (after === undefined || before?.outcome.outcome === 'recorded' || before?.mendedBy) return undefined;
    return before ? 'after.refused' : 'after.unknown';
  }

  #record(header: CommandHeader, payload: unknown): Outcome {
    const replaced = header.replaces === undefined ? undefined : this.known.get(header.replaces);
    if (header.replaces !== undefined && replaced?.outcome.outcome !== 'refused')
      return refusedBy(header.id, { code: 'replaces.notRefused', facts: {} });
    const before = this.streams.get(header.stream.id) ?? { version: 0, state: null, slip: null };
    const planted = this.refuseType.get(header.type);
    const after: Result<Stream> = planted
      ? { ok: false, refusal: planted }
      : this.#apply(header, payload, before);
    if (!after.ok) return refusedBy(header.id, after.refusal);
    this.streams.set(header.stream.id, after.value);
    this.recordings.set(header.id, (this.recordings.get(header.id) ?? 0) + 1);
    for (let mended = replaced && header.replaces; mended; ) {
      const known: Known | undefined = this.known.get(mended);
      if (known) known.mendedBy = header.id;
      mended = known && (JSON.parse(known.header) as CommandHeader).replaces;
    }
    if (after.value.state) this.#publish(header.stream.id, after.value);
    return { id: header.id, outcome: 'recorded', version: after.value.version };
  }

  #apply(header: CommandHeader, payload: unknown, before: Stream): Result<Stream> {
    const context = this.#contextOf(header);
    if (header.stream.kind === 'access') {
      const command = { type: header.type, payload } as AccessCommand;
      const allowed = decideAccess(command, context);
      return allowed.ok ? { ok: true, value: { ...before, version: 1 } } : allowed;
    }
    if (header.stream.kind === 'slip') {
      const slip = decideSlip(before.slip, payload as SlipPayload, context);
      return slip.ok ? { ok: true, value: { ...before, version: 1, slip: slip.value } } : slip;
    }
    const decided = decide(before.state, { type: header.type, payload } as CaseCommand, context);
    if (!decided.ok) return decided;
    let state = before.state;
    for (const event of decided.value) state = evolve(state, event, header.stream.id);
    return { ok: true, value: { ...before, version: before.version + decided.value.length, state } };
  }

  #contextOf(header: CommandHeader): DecideContext {
    const posts = this.members.find((one) => one.id === header.by)?.posts ?? [];
    const roles = posts.filter((post) => post.office === header.office).flatMap((post) => post.roles);
    const now = rulesOf(this.catalogue);
    const replaces = header.replaces === undefined ? null : { receivedNotBefore: this.#firstDay(header) };
    const { at, office, by, basis } = header;
    const name = this.members.find((one) => one.id === by)?.name ?? by;
    return { at, office, roles, by, name, basis, now, seen: now, replaces };
  }

  /** The legal date of the first of the refused commands in whose place one stands. */
  #firstDay({ replaces }: CommandHeader): LegalDate | null {
    let day: LegalDate | null = null;
    for (let next = replaces; next !== undefined; ) {
      const old = this.known.get(next);
      const header = old && (JSON.parse(old.header) as CommandHeader);
      if (header) day = legalDateOf(header.at);
      next = header?.replaces;
    }
    return day;
  }

  #publish(id: string, { version, state }: Stream): void {
    this.#position += 1;
    this.#feed.set(id, { position: this.#position, id, gone: false, version, head: null, state });
  }
}

const refusedBy = (id: string, { code, facts }: Refusal): Outcome => ({
  id,
  outcome: 'refused',
  code,
  facts: facts as NonNullable<Outcome['facts']>,
});
