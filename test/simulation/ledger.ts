import type { CommandRow } from '../../src/app/local/database.ts';
import { LONGEST_MS } from '../../src/app/local/schedule.ts';
import type { Place } from './place.ts';
import type { DistrictRecord } from './record.ts';

/** A promise that was broken, by which of the three counts of a run it belongs to. */
export interface Complaint {
  readonly kind: 'lost' | 'duplicated' | 'diverged';
  readonly what: string;
}

const lost = (what: string): Complaint => ({ kind: 'lost', what });
const duplicated = (what: string): Complaint => ({ kind: 'duplicated', what });
const diverged = (what: string): Complaint => ({ kind: 'diverged', what });

/** A command of which a screen has said 已保存. */
interface Claim {
  readonly id: string;
  readonly device: number;
}

/** A photographed page of a case that a screen has called 已保存. */
export interface PageClaim {
  readonly hash: string;
  readonly device: number;
  readonly command: string;
  readonly content: Buffer;
}

/**
 * What has been promised to people, and whether it still holds (DESIGN §5, 1–4 and 6). Looked into after every step:
 * what is committed on the disks and in the district's file counts, not what a program says of it.
 */
export class Ledger {
  readonly #open = new Map<string, Claim>();
  /** Commands whose place another one has taken, by a person's act. */
  readonly #ended = new Map<string, string>();
  readonly #pages = new Map<string, PageClaim>();
  readonly #numbers = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #versions = new Map<string, number>();
  readonly #record: DistrictRecord;
  /** Acts of people that were saved. */
  submissions = 0;

  constructor(record: DistrictRecord) {
    this.#record = record;
    // What the prepared district has recorded is not this run's.
    for (const event of record.newEvents()) this.#versions.set(event.stream, event.version);
  }

  /** A screen has said that these are saved. */
  saved(device: number, ids: readonly string[]): void {
    this.submissions += 1;
    for (const id of ids) this.#open.set(id, { id, device });
  }

  /** A page of a command that was saved. */
  photographed(device: number, command: string, hash: string, content: Buffer): void {
    this.#pages.set(hash, { hash, device, command, content });
  }

  /** Another command says the same again, and names the same pages. */
  saidAgain(before: string, command: string): void {
    for (const page of this.#pages.values())
      if (page.command === before) this.#pages.set(page.hash, { ...page, command });
  }

  get pages(): readonly PageClaim[] {
    return [...this.#pages.values()];
  }

  /** A receipt with this number is in somebody's hand. */
  numbered(number: string, caseId: string): Complaint[] {
    const before = this.#numbers.get(number);
    this.#numbers.set(number, caseId);
    return before === undefined || before === caseId ? [] : [duplicated(`number ${number} was given twice`)];
  }

  /** What does not hold at this moment. */
  check(places: readonly Place[]): Complaint[] {
    return [
      ...this.#checkEvents(),
      ...this.#checkClaims(places),
      ...this.#checkRows(places),
      ...this.#checkPages(places),
    ];
  }

  #checkEvents(): Complaint[] {
    const found: Complaint[] = [];
    for (const { stream, version, type, header } of this.#record.newEvents()) {
      const before = this.#versions.get(stream) ?? 0;
      if (version !== before + 1)
        found.push(duplicated(`event ${version} of ${stream} comes after event ${before}`));
      this.#versions.set(stream, version);
      // A flag is written beside what it is about, under the same command.
      const { command } = JSON.parse(header) as { command: string };
      if (type === 'flagged') continue;
      const count = (this.#counts.get(`${command} ${type}`) ?? 0) + 1;
      this.#counts.set(`${command} ${type}`, count);
      if (count > 1) found.push(duplicated(`${command} was recorded ${count} times`));
    }
    return found;
  }

  #checkClaims(places: readonly Place[]): Complaint[] {
    const found: Complaint[] = [];
    const here = places.map((place) => this.#rowsOf(place));
    for (const claim of [...this.#open.values()]) {
      const standing = this.#record.known(claim.id)?.standing;
      if (standing === 'recorded') this.#open.delete(claim.id);
      else if (!here[claim.device]?.has(claim.id) && !this.#isKept(claim.id, standing)) {
        this.#open.delete(claim.id);
        found.push(lost(`${claim.id} is lost: it is neither on device ${claim.device} nor in the district`));
      }
    }
    return found;
  }

  /** Notes what is replaced or put aside: later the row is gone, and what took its place has to be there. */
  #rowsOf(place: Place): Map<string, CommandRow> {
    const rows = new Map(place.store.rows<CommandRow>('commands').map((row) => [row.id, row]));
    for (const row of rows.values()) if (row.by !== null) this.#ended.set(row.id, row.by);
    return rows;
  }

  /** Not on its device any more, for a good reason. */
  #isKept(id: string, standing: string | undefined): boolean {
    // The district keeps what it has refused or set apart whole, and a person there has it before them.
    if (standing === 'quarantined' || standing === 'quarantineSettled' || standing === 'refused') return true;
    const by = this.#ended.get(id);
    return by !== undefined && (this.#record.known(by)?.standing === 'recorded' || this.#ended.has(by));
  }

  /** A page is on its device until the district has it, whole and known to be so. */
  #checkPages(places: readonly Place[]): Complaint[] {
    if (this.#pages.size === 0) return [];
    const arrived = this.#record.arrived();
    const here = places.map((place) => new Set(place.store.keys('fileBytes')));
    const found: Complaint[] = [];
    for (const { hash, device, command } of this.#pages.values()) {
      // Whoever put another act in its place has taken its pages out.
      if (arrived.has(hash) || here[device]?.has(hash) || this.#ended.has(command)) continue;
      this.#pages.delete(hash);
      found.push(lost(`page ${hash} is lost: it is neither on device ${device} nor in the district`));
    }
    return found;
  }

  #checkRows(places: readonly Place[]): Complaint[] {
    const found: Complaint[] = [];
    for (const place of places) {
      for (const row of place.store.rows<CommandRow>('commands')) {
        if (row.state === 'recorded' && this.#record.known(row.id)?.standing !== 'recorded')
          found.push(lost(`${row.id} was called recorded, and the district does not know it`));
        const wait = row.nextAt - place.now();
        if (wait > LONGEST_MS && !place.jumped)
          found.push(
            diverged(`${row.id} on device ${place.index} waits for ${wait} ms: never over five minutes`),
          );
      }
    }
    return found;
  }
}

export { diverged, duplicated, lost };
