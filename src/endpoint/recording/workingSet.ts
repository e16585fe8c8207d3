import type { Case } from '../../domain/case.ts';
import { normaliseCaseNumber } from '../../domain/caseNumber.ts';
import type { SlipIssued } from '../../domain/commands.ts';
import type { Refusal } from '../../domain/result.ts';
import type { DeviceRow, PostRow } from '../store/peoplePort.ts';
import type { KnownCommand, SignerRow } from '../store/recordingPort.ts';
import type { Tx } from '../store/store.ts';
import { type Arrived, arrive, type CommandContent, type Opened, open } from './envelope.ts';
import type { Verifier } from './keys.ts';

/** A stream as the commands before in the same group have left it. */
export interface StreamState {
  readonly version: number;
  readonly head: string | null;
  readonly state: Case | SlipIssued | null;
}

const NOTHING_YET: StreamState = { version: 0, head: null, state: null };

export type OpenResult = { opened: Opened } | { refusal: Refusal; stream: string | null };

/** The form in which numbers are compared: as people type them, without hyphens. */
export const numberKeyOf = (number: string): string =>
  (/^[0-9A-Z-]+$/.test(number) ? number : normaliseCaseNumber(number)).replaceAll('-', '');

/** The number that a command brings with it, if it is one that brings one. */
export function numberIn(content: CommandContent): string | undefined {
  if (content.kind === 'slip') return numberKeyOf(content.payload.number);
  const { number } = content.payload as { number?: string };
  return content.type === 'receive' && number !== undefined ? numberKeyOf(number) : undefined;
}

/** What was turned away may be mended under its id; what stands in quarantine may be let in by an administrator. */
const mayYetBeRecorded = (outcome: KnownCommand['outcome']): boolean =>
  outcome === 'turnedAway' || outcome === 'quarantined';

/**
 * What the commands of one group need to know, read with a handful of queries, and kept up to date in memory while
 * they are judged one after the other. A command that fails to be stored changes nothing here.
 */
export class WorkingSet {
  readonly known = new Map<string, KnownCommand>();
  readonly numbers = new Map<string, string>();
  readonly #streams = new Map<string, StreamState>();
  readonly #signers = new Map<string, SignerRow>();
  readonly #devices = new Map<string, DeviceRow>();
  readonly #opened = new Map<Arrived, OpenResult>();
  /** Feeds in which something moved. */
  readonly touched = new Set<string>();
  #posts: PostRow[] = [];

  readonly #forged = new Map<Opened, Refusal>();

  constructor(
    readonly tx: Tx,
    readonly verifier: Verifier,
  ) {}

  /** Takes the elements of a group in and reads what they refer to. Ids first: what is known is not opened again. */
  async load(elements: readonly (readonly unknown[])[]): Promise<Arrived[][]> {
    const arrived = elements.map((batch) => batch.map(arrive));
    const flat = arrived.flat();
    await this.learn(flat.map((one) => one.id).filter((id) => id !== ''));
    const fresh: Opened[] = [];
    for (const one of flat) {
      const known = this.known.get(one.id);
      if (known && !mayYetBeRecorded(known.outcome)) continue;
      const result = open(one);
      this.#opened.set(one, result);
      if ('opened' in result) fresh.push(result.opened);
    }
    await this.#loadFor(fresh);
    return arrived;
  }

  /** Reads what is known under these ids. */
  async learn(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.known.has(id));
    if (missing.length === 0) return;
    for (const one of await this.tx.known(missing)) this.known.set(one.id, one);
  }

  async #loadFor(fresh: readonly Opened[]): Promise<void> {
    if (fresh.length === 0) return;
    const headers = fresh.map((one) => one.header);
    await this.learn(headers.flatMap((header) => [header.basis.after ?? [], header.replaces ?? []].flat()));
    for (const row of await this.tx.streams(headers.map((header) => header.stream.id)))
      this.#streams.set(row.id, {
        version: row.version,
        head: row.head,
        state: row.state === null ? null : (JSON.parse(row.state) as Case | SlipIssued),
      });
    for (const row of await this.tx.signers(headers.map((header) => header.personKey)))
      this.#signers.set(row.keyId, row);
    for (const row of await this.tx.devices(headers.map((header) => header.device)))
      this.#devices.set(row.id, row);
    this.#posts = await this.tx.posts(headers.map((header) => header.by));
    const numbers = fresh.map((one) => numberIn(one.content)).filter((one) => one !== undefined);
    for (const row of await this.tx.numbers(numbers)) this.numbers.set(row.numberKey, row.stream);
    await Promise.all(fresh.map((one) => this.#checkSignature(one)));
  }

  async #checkSignature(opened: Opened): Promise<void> {
    const refusal = await this.#whyForged(opened);
    if (refusal) this.#forged.set(opened, refusal);
  }

  async #whyForged({ envelope, header }: Opened): Promise<Refusal | undefined> {
    const signer = this.signer(header.personKey);
    if (!signer) return { code: 'signature.keyUnknown', facts: {} };
    if (signer.person !== header.by) return { code: 'signature.notTheirs', facts: {} };
    const { header: text, signature } = envelope.open;
    if (!(await this.verifier.verify(signer.publicKey, text, signature)))
      return { code: 'signature.invalid', facts: {} };
    return this.device(header.device) ? undefined : { code: 'device.unknown', facts: {} };
  }

  /** Why it cannot be the act of the person that it names. */
  forged(opened: Opened): Refusal | undefined {
    return this.#forged.get(opened);
  }

  /** The content of an element that was not known when the group began. */
  opened(arrived: Arrived): OpenResult {
    const result = this.#opened.get(arrived);
    if (!result) throw new Error('an element that was known is not opened again');
    return result;
  }

  stream(id: string): StreamState {
    return this.#streams.get(id) ?? NOTHING_YET;
  }

  moveStream(id: string, state: StreamState): void {
    this.#streams.set(id, state);
  }

  signer(keyId: string): SignerRow | undefined {
    return this.#signers.get(keyId);
  }

  device(id: string): DeviceRow | undefined {
    return this.#devices.get(id);
  }

  posts(): readonly PostRow[] {
    return this.#posts;
  }
}
