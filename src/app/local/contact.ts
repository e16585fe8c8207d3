import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { addMs, type Instant } from '../../domain/time.ts';
import type { ContactAnswer, Contact as ContactBody } from '../../protocol/resources.ts';
import { signedBody, waitsForLine } from './batch.ts';
import type { Core } from './core.ts';
import { madeSoFar } from './counters.ts';
import type { CommandState } from './database.ts';
import type { GivenUp } from './givenUp.ts';
import { newId } from './ids.ts';
import type { Lock } from './lock/lock.ts';
import { getMeta, putMeta } from './meta.ts';
import { resealUnknown, sendUnderSameKey } from './reseal.ts';
import type { Membership } from './session.ts';
import { wipeReadable } from './wipe.ts';

const LOCK = 'jinban-contact';
const DAY_MS = 86_400_000;
const MOST_COPIES = 20;
/** What the district does not have yet, or does not accept as it is. */
const HERE_ALONE: readonly CommandState[] = ['waiting', 'held', 'refused'];

/** What a contact may set going elsewhere. */
export interface ContactEffects {
  /** Sends what is queued; resolves when the attempt is over. */
  drain(): Promise<void>;
  /** Everything readable is gone: the screens forget it too, in every window. */
  wiped(): Promise<void>;
  /** The district does not know this device. */
  forgotten(): Promise<void>;
  /** The order is obeyed and nothing is left to send: this is no device of the district any more. */
  dismissed(): Promise<void>;
}

/**
 * Tells the district how this device is, and does what it asks for: another slot after a rolled-back disk, a policy, a
 * newer key to seal to, or giving up what is readable here. Needs nobody at the screen.
 */
export class Contact {
  readonly #core: Core;
  readonly #membership: Membership;
  readonly #lock: Lock;
  readonly #effects: ContactEffects;
  readonly #persisted = signal<boolean | null>(null);
  readonly #seen = signal<Instant | null>(null);
  #asked = false;
  /** How many commands the district thinks that only this device has. */
  #told = 0;
  /** Something was sent since the last contact began. */
  #sentSince = false;

  /** Whether the browser has promised to keep what is here; null before it was asked. */
  readonly persisted: ReadonlySignal<boolean | null> = this.#persisted;
  /** By when there must be contact, from half of the allowed time on. */
  readonly wipeAt: ReadonlySignal<Instant | null>;

  constructor(core: Core, membership: Membership, lock: Lock, effects: ContactEffects) {
    this.#core = core;
    this.#membership = membership;
    this.#lock = lock;
    this.#effects = effects;
    this.wipeAt = computed(() => {
      const limit = this.#limit();
      const seen = this.#seen.value;
      if (!limit || !seen) return null;
      const half = addMs(limit.from, limit.ms / 2);
      return seen >= half ? addMs(limit.from, limit.ms) : null;
    });
  }

  /** The span within which there must be contact. */
  #limit(): { readonly from: Instant; readonly ms: number } | null {
    const days = this.#membership.device.value?.policy.wipeAfterDays ?? null;
    const from = this.#core.line.lastContact.value;
    return days === null || from === null ? null : { from, ms: days * DAY_MS };
  }

  /** Looks at the clock: too long without contact, and everything readable goes. */
  async watch(): Promise<void> {
    const { db, line, store } = this.#core;
    const before = await getMeta(db, 'seen');
    const now = line.now();
    const seen = before !== undefined && before > now ? before : now;
    if (seen !== before) await store.guard(() => putMeta(db, 'seen', seen));
    this.#seen.value = seen;
    const limit = this.#limit();
    if (limit && seen > addMs(limit.from, limit.ms)) await this.#wipe('silence');
  }

  /** One window at a time: what two say at once may arrive the other way round, and the older word would stand. */
  make(): Promise<void> {
    return this.#core.ports.locks.hold(LOCK, () => this.#make());
  }

  async #make(): Promise<void> {
    if (!(await this.#lookAgain())) return;
    const answer = await this.#ask();
    if (!answer) return;
    await this.#membership.heardOf(answer);
    await sendUnderSameKey(this.#core);
    await this.#noticeClock();
    if (answer.order !== 'none') await this.#obey(answer.order);
  }

  /**
   * Another window may have sent what waited here when it was last looked at, or have given the device up.
   * @returns whether this is a device of the district
   */
  async #lookAgain(): Promise<boolean> {
    const { db, outbox, store } = this.#core;
    const looked = await store.guard(async () => {
      await outbox.load();
      return (await getMeta(db, 'device')) !== undefined;
    });
    return looked.ok && looked.value && this.#membership.device.value !== null;
  }

  async #noticeClock(): Promise<void> {
    // The last contact is now: what was seen before it is no longer of interest.
    const { db, line, store } = this.#core;
    const now = line.now();
    await store.guard(() => putMeta(db, 'seen', now));
    this.#seen.value = now;
  }

  async #ask(): Promise<ContactAnswer | null> {
    const { db, line, ports, store } = this.#core;
    const device = this.#membership.device.value;
    if (!device) return null;
    const ids = await store.guard(() => this.#contactIds());
    if (!ids.ok) return null;
    const copies = (await this.#lock.owed()).slice(0, MOST_COPIES);
    const wiped = (await getMeta(db, 'wiped')) === true;
    const storage = await this.#core.storage.look();
    this.#persisted.value = storage.persisted || (await this.#askToPersist());
    await ports.surroundings.keepRoom();
    const sent = this.#sentSince;
    this.#sentSince = false;
    const body: ContactBody = {
      device: device.id,
      made: await madeSoFar(db),
      contact: ids.value.id,
      answered: ids.value.answered,
      version: ports.version,
      waiting: this.#waiting(),
      storage: { ...storage, persisted: this.#persisted.value },
      ...(copies.length > 0 ? { keep: copies.map((one) => ({ ...one })) } : {}),
      ...(wiped ? { wiped: true as const } : {}),
    };
    const signed = await signedBody(this.#core.deviceKeys, device.id, body, line.now());
    const reply = await line.ask(
      () => ports.transport.contact(signed.body, signed.authorisation),
      (value) => value.now,
    );
    if (reply.kind === 'problem' && reply.problem.code === 'device.unknown') await this.#effects.forgotten();
    if (reply.kind !== 'answer') {
      this.#sentSince ||= sent;
      return null;
    }
    this.#told = body.waiting;
    const next = newId(ports);
    const kept = await store.guard(async () => {
      await db.transaction('rw', db.meta, async () => {
        await putMeta(db, 'contact', { id: next, answered: ids.value.id });
        await putMeta(db, 'kept', reply.value.kept);
        if (wiped) await putMeta(db, 'wiped', false);
      });
      const { kept: known } = reply.value;
      await this.#lock.delivered(copies.filter((one) => known.includes(one.person)));
    });
    return kept.ok ? reply.value : null;
  }

  /** Some browsers ask the person: once for each start is enough. */
  async #askToPersist(): Promise<boolean> {
    if (this.#asked) return this.#persisted.value ?? false;
    this.#asked = true;
    return await this.#core.ports.surroundings.persist();
  }

  /** An id stays the same until it is answered: so a lost answer is no rolled-back disk. */
  async #contactIds(): Promise<{ readonly id: string; readonly answered: string | null }> {
    const { db, ports } = this.#core;
    const fresh = newId(ports);
    return await db.transaction('rw', db.meta, async () => {
      const known = await getMeta(db, 'contact');
      if (known) return known;
      const first = { id: fresh, answered: null };
      await putMeta(db, 'contact', first);
      return first;
    });
  }

  /** What is queued goes first, sealed as it is; then everything readable, and at last the device itself. */
  async #obey(order: 'revoked' | 'wipe'): Promise<void> {
    // The last moment at which what the endpoint could not open can be sealed again.
    await resealUnknown(this.#core);
    await this.#effects.drain();
    // The next contact brings the order again.
    if (!(await this.#wipe(order))) return;
    if ((await this.#tellHowItStands()) && this.#mayEnd()) await this.#effects.dismissed();
  }

  /**
   * Nobody can say anything for a device that is none any more: so the district's last word of it has to be true.
   * @returns whether the district has heard it
   */
  async #tellHowItStands(): Promise<boolean> {
    let answer: ContactAnswer | null;
    do {
      answer = await this.#ask();
      // Another window may have sent what was left while it was being told.
    } while (answer && this.#told !== this.#waiting());
    return answer !== null;
  }

  #waiting(): number {
    return this.#core.outbox.rows.value.filter((row) => HERE_ALONE.includes(row.state)).length;
  }

  /** A batch has been recorded. */
  sent(): void {
    this.#sentSince = true;
  }

  /**
   * After sending: the queue that the district has heard of is empty now. And after whatever was sent since: a disk that
   * is put back to before it names a contact that is not the last any more, which is how it is noticed; if it named the
   * last, it would look like one whose answer was lost.
   */
  isDue(): boolean {
    return (this.#told > 0 || this.#sentSince) && this.#waiting() === 0;
  }

  /**
   * Whether an order is obeyed as far as it can be: what can never be sent as it is (nobody here can mend it or seal it
   * again) must not hold the device for ever. Where something is left the next contact brings the order again.
   */
  #mayEnd(): boolean {
    return !waitsForLine(this.#core.outbox.rows.value) && !this.#core.files.waits();
  }

  /** @returns whether everything readable is gone */
  async #wipe(why: GivenUp['why']): Promise<boolean> {
    const { db, store, line, givenUp } = this.#core;
    const done = await store.run(async () => {
      await this.#lock.wipe();
      await wipeReadable(db);
      // Told by the district, which then wants to hear that it is done.
      if (why !== 'silence') await putMeta(db, 'wiped', true);
      await givenUp.write({ why, at: line.now() });
    });
    if (done.ok) await this.#effects.wiped();
    return done.ok;
  }
}
