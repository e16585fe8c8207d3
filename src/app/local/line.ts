import { type ReadonlySignal, signal } from '@preact/signals-core';
import { type Result, refuse } from '../../domain/result.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import type { Database } from './database.ts';
import { getMeta, putMeta } from './meta.ts';
import type { Ports, Reply } from './ports.ts';
import type { StoreWatch } from './storeWatch.ts';

/** A contact is written down again after this long, or when the offset has moved by more than a second. */
const NOTE_CONTACT_MS = 30_000;
const NOTE_OFFSET_MS = 1_000;

/** What is known of the line to the endpoint, and of its clock. */
export interface Line {
  /** `null` until an attempt was made; the browser's word counts until then. */
  readonly reachable: ReadonlySignal<boolean | null>;
  readonly lastContact: ReadonlySignal<Instant | null>;
  readonly clockOffsetMs: ReadonlySignal<number>;
  /** The device's clock, corrected by the known offset. */
  now(): Instant;
  /**
   * Makes a request and learns from it whether there is a line, and how far the clocks are apart.
   * @param serverNow the endpoint's clock in an answer
   */
  ask<T>(call: () => Promise<Reply<T>>, serverNow?: (value: T) => Instant): Promise<Reply<T>>;
  /** The browser says that the network is gone. */
  lost(): void;
  load(): Promise<void>;
}

export function createLine(ports: Pick<Ports, 'clock'>, db: Database, store: StoreWatch): Line {
  const reachable = signal<boolean | null>(null);
  const lastContact = signal<Instant | null>(null);
  const clockOffsetMs = signal(0);
  let losses = 0;
  const now = (): Instant => new Date(ports.clock.now() + clockOffsetMs.value).toISOString();

  const contact = async (offsetMs: number | null, lostSince: boolean): Promise<void> => {
    const moved = offsetMs !== null && Math.abs(offsetMs - clockOffsetMs.value) > NOTE_OFFSET_MS;
    if (offsetMs !== null) clockOffsetMs.value = offsetMs;
    const known = lastContact.value;
    const at = now();
    if (!lostSince) reachable.value = true;
    lastContact.value = at;
    if (!moved && known !== null && at < addMs(known, NOTE_CONTACT_MS) && at >= known) return;
    await store.run(() => putMeta(db, 'clock', { offsetMs: clockOffsetMs.value, lastContact: at }));
  };

  return {
    reachable,
    lastContact,
    clockOffsetMs,
    now,
    lost: () => {
      losses += 1;
      reachable.value = false;
    },
    async load() {
      const known = await getMeta(db, 'clock');
      if (!known) return;
      clockOffsetMs.value = known.offsetMs;
      lastContact.value = known.lastContact;
    },
    async ask(call, serverNow) {
      const sentAt = ports.clock.now();
      const lossesThen = losses;
      const reply = await call();
      if (reply.kind === 'unreachable') {
        reachable.value = false;
        return reply;
      }
      const theirs = reply.kind === 'answer' && serverNow ? Date.parse(serverNow(reply.value)) : null;
      // The endpoint read its clock somewhere between our sending and our receiving: the middle errs least.
      const ours = (sentAt + ports.clock.now()) / 2;
      // An answer that was already on its way says nothing of a line that is gone since.
      await contact(theirs === null ? null : Math.round(theirs - ours), losses !== lossesThen);
      return reply;
    },
  };
}

/** An unanswered or refused request, as a refusal that a screen can put into words. */
export function refusalOf<T>(
  reply: Exclude<Reply<T>, { kind: 'answer' }>,
): Extract<Result<never>, { ok: false }> {
  if (reply.kind === 'problem') return refuse(reply.problem.code, reply.problem.facts ?? {});
  return refuse(reply.kind === 'unreachable' ? `line.${reply.why}` : 'line.notOurs');
}
