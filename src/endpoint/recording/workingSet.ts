import type { Case } from '../../domain/case.ts';
import { normaliseCaseNumber } from '../../domain/caseNumber.ts';
import type { SlipIssued } from '../../domain/commands.ts';
import type { OfficeId } from '../../domain/office.ts';
import type { Named } from '../../domain/scene.ts';
import type { Instant } from '../../domain/time.ts';
import { rolesAt } from '../access/powers.ts';
import type { CommandContent, Opened } from '../opening/opened.ts';
import type { DeviceRow, PostRow } from '../store/peoplePort.ts';
import type { KnownCommand, Recorded, SameSubject, SlipAbout, StickerUse } from '../store/recordingPort.ts';
import type { Tx } from '../store/store.ts';
import { stickerKeyIn } from './stickers.ts';
import type { Submission } from './submission.ts';

/** A stream as the commands before in the same group have left it. */
export interface StreamState {
  /** Null when nothing stands in it yet. */
  readonly kind: string | null;
  readonly version: number;
  readonly head: string | null;
  readonly state: Case | SlipIssued | null;
}

const NOTHING_YET: StreamState = { kind: null, version: 0, head: null, state: null };

/** The form in which numbers are compared: as people type them, without hyphens. */
export const numberKeyOf = (number: string): string =>
  (/^[0-9A-Z-]+$/.test(number) ? number : normaliseCaseNumber(number)).replaceAll('-', '');

/** The number that a command brings with it, if it is one that brings one. */
export function numberIn(content: CommandContent): string | undefined {
  if (content.kind === 'slip') return numberKeyOf(content.payload.number);
  if (content.kind === 'access') return undefined;
  const { number } = content.payload as { number?: string };
  return content.type === 'receive' && number !== undefined ? numberKeyOf(number) : undefined;
}

/** The number of the case that a deposit is for. */
export function caseKeyIn(content: CommandContent): string | undefined {
  const { caseNumber } = content.kind === 'slip' ? content.payload : {};
  return caseNumber === undefined ? undefined : numberKeyOf(caseNumber);
}

/** Whom a command names besides the person who signs it. */
function personIn(content: CommandContent): string | undefined {
  if (content.kind !== 'case' || content.type !== 'assign') return undefined;
  return (content.payload as { person?: string | null }).person ?? undefined;
}

/** The hash of what a receipt is about. */
type SubjectOf = (content: CommandContent) => string | undefined;

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
  /** Cases under way by what they are about. */
  readonly #subjects = new Map<string, SameSubject[]>();
  readonly #slipsAbout: SlipAbout[] = [];
  readonly #stickers: StickerUse[] = [];
  readonly #streams = new Map<string, StreamState>();
  readonly #signers = new Map<string, { readonly name: string; readonly disabled: boolean }>();
  readonly #devices = new Map<string, DeviceRow>();
  /** Feeds in which something moved. */
  readonly touched = new Set<string>();
  #posts: PostRow[] = [];

  /** @param record how what is recorded reaches the store: at once, or with all the rest of the group */
  constructor(
    readonly tx: Tx,
    readonly record: (recorded: Recorded) => Promise<void>,
  ) {}

  /** Reads what the commands of a group refer to. Ids first: of what stands for good nothing more is needed. */
  async load(group: readonly Submission[], subjectOf: SubjectOf): Promise<void> {
    const arrived = group.flatMap((one) => one.commands);
    await this.learn(arrived.map((one) => one.id).filter((id) => id !== ''));
    const fresh = arrived.filter((one): one is Opened => one.is === 'command' && !this.#stands(one.id));
    await this.#loadFor(fresh, group, subjectOf);
  }

  #stands(id: string): boolean {
    const known = this.known.get(id);
    return known !== undefined && !mayYetBeRecorded(known.outcome);
  }

  /** Reads what is known under these ids. */
  async learn(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.known.has(id));
    if (missing.length === 0) return;
    for (const one of await this.tx.known(missing)) this.known.set(one.id, one);
  }

  async #loadFor(
    fresh: readonly Opened[],
    group: readonly Submission[],
    subjectOf: SubjectOf,
  ): Promise<void> {
    if (fresh.length === 0) return;
    const headers = fresh.map((one) => one.header);
    await this.learn(headers.flatMap((header) => [header.basis.after ?? [], header.replaces ?? []].flat()));
    await this.#learnStreams(headers.map((header) => header.stream.id));
    const named = fresh.flatMap(({ content }) => personIn(content) ?? []);
    const people = [...headers.map((header) => header.by), ...named];
    await this.learnSigners(people);
    const devices = [...headers.map((header) => header.device), ...group.map((one) => one.device)];
    for (const row of await this.tx.devices(devices)) this.#devices.set(row.id, row);
    this.#posts = await this.tx.posts(people);
    const subjects = fresh.flatMap((one) => subjectOf(one.content) ?? []);
    const same = await this.tx.sameSubject(subjects);
    for (const { key, ...one } of same) this.addSubject(key, one);
    const stickers = fresh.flatMap((one) => stickerKeyIn(one.content) ?? []);
    this.#stickers.push(...(await this.tx.stickers(stickers)));
    const numbers = fresh.flatMap(({ content }) =>
      [numberIn(content) ?? [], caseKeyIn(content) ?? []].flat(),
    );
    for (const row of await this.tx.numbers(numbers)) this.numbers.set(row.numberKey, row.stream);
    const others = fresh.flatMap(({ content }) => this.numbers.get(caseKeyIn(content) ?? '') ?? []);
    // A case that has the same subject is told of the second one.
    const told = [...others, ...same.map(({ stream }) => stream)];
    await this.#learnStreams([...new Set(told)].filter((id) => !this.#streams.has(id)));
  }

  async #learnStreams(ids: readonly string[]): Promise<void> {
    for (const { id, state, ...row } of await this.tx.streams(ids))
      this.#streams.set(id, {
        ...row,
        state: state === null ? null : (JSON.parse(state) as Case | SlipIssued),
      });
  }

  /** Reads under what names these people sign. */
  async learnSigners(people: readonly string[]): Promise<void> {
    for (const one of await this.tx.signers(people)) this.#signers.set(one.id, one);
  }

  /** Deposits for the case with this number: those recorded before, then those of this group. */
  async slipsAbout(key: string): Promise<readonly SlipAbout[]> {
    const before = await this.tx.slipsAbout([key]);
    const here = this.#slipsAbout.filter((one) => one.key === key);
    const known = new Set(here.map((one) => one.header));
    return [...before.filter((one) => !known.has(one.header)), ...here];
  }

  addSlipAbout(one: SlipAbout): void {
    this.#slipsAbout.push(one);
  }

  addStickerUse(one: StickerUse): void {
    this.#stickers.push(one);
  }

  /** The cases that a sticker is the receipt of, in the order in which they were recorded. */
  stickerUses(key: string | undefined): readonly StickerUse[] {
    return this.#stickers.filter((one) => one.key === key);
  }

  addSubject(key: string, one: SameSubject): void {
    this.#subjects.set(key, [...(this.#subjects.get(key) ?? []), one]);
  }

  /** The cases under way at other halls that are about the same. */
  sameElsewhere(key: string, hall: string): readonly SameSubject[] {
    return (this.#subjects.get(key) ?? []).filter((one) => one.hall !== hall);
  }

  stream(id: string): StreamState {
    return this.#streams.get(id) ?? NOTHING_YET;
  }

  moveStream(id: string, state: StreamState): void {
    this.#streams.set(id, state);
  }

  isDisabled(person: string): boolean {
    return this.#signers.get(person)?.disabled ?? false;
  }

  /** Who is named in an act, with the posts held at an office then; undefined for whoever is not let in any more. */
  colleague(person: string, office: OfficeId, at: Instant): Named | undefined {
    const signer = this.#signers.get(person);
    if (!signer || signer.disabled) return undefined;
    return { name: signer.name, roles: rolesAt(this.#posts, person, office, at) };
  }

  /** The name that stands under what the person does. */
  nameOf(person: string): string {
    return this.#signers.get(person)?.name ?? person;
  }

  device(id: string): DeviceRow | undefined {
    return this.#devices.get(id);
  }

  posts(): readonly PostRow[] {
    return this.#posts;
  }
}
