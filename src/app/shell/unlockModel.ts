import { computed, signal } from '@preact/signals';
import type { Facts } from '../../domain/result.ts';
import type { Timer } from '../local/ports.ts';
import type { KeptPerson, Local, Secret } from '../local/types.ts';
import { atDoor, type Words } from './words.ts';

const SECOND_MS = 1_000;
const EMPTY: Words = { what: '还没有填解锁口令。', todo: '填好后再点“解锁”。' };

/** Who unlocks, by which secret, and what became of it; after too many wrong ones the wait is counted down. */
export class UnlockModel {
  /** Id of the person who is about to unlock. */
  readonly chosen = signal<string | null>(null);
  readonly secret = signal('');
  readonly busy = signal(false);
  /** Seconds until the next try. */
  readonly wait = signal(0);
  /** What became of the last try, with the seconds that are left. */
  readonly trouble = computed<Words | null>(() => this.troubleNow());
  /** The same as it was said first. */
  readonly said = computed<Words | null>(() => {
    const refusal = this.refusal.value;
    return refusal && atDoor(refusal.code, refusal.facts);
  });
  private readonly refusal = signal<{ readonly code: string; readonly facts: Facts } | null>(null);
  private readonly empty = signal(false);
  private readonly local: Pick<Local, 'unlock' | 'now'>;
  private readonly timer: Timer;
  private cancel: (() => void) | null = null;

  constructor(local: Pick<Local, 'unlock' | 'now'>, timer: Timer) {
    this.local = local;
    this.timer = timer;
  }

  choose(person: KeptPerson | null): void {
    this.chosen.value = person?.id ?? null;
    this.secret.value = '';
    this.forget();
  }

  async unlock(person: Pick<KeptPerson, 'id' | 'kind'>): Promise<void> {
    if (this.busy.value || this.wait.value > 0) return;
    this.forget();
    this.empty.value = person.kind !== 'passkey' && this.secret.value === '';
    if (this.empty.value) return;
    const secret: Secret =
      person.kind === 'passkey' ? { kind: 'passkey' } : { kind: 'text', text: this.secret.value };
    this.busy.value = true;
    try {
      const result = await this.local.unlock(person.id, secret);
      if (!result.ok) this.refuse(result.refusal.code, result.refusal.facts);
    } catch {
      this.refuse('store.failed', {});
    } finally {
      this.secret.value = '';
      this.busy.value = false;
    }
  }

  /** The screen is left. */
  close(): void {
    this.secret.value = '';
    this.forget();
  }

  private refuse(code: string, facts: Facts): void {
    this.refusal.value = { code, facts };
    const { seconds } = facts;
    if (typeof seconds === 'number') this.countDown(seconds, this.now() + seconds * SECOND_MS);
  }

  /** By the clock too, since timers sleep with the device; but never slower than a second for each second. */
  private countDown(seconds: number, until: number): void {
    this.wait.value = seconds;
    if (seconds === 0) {
      this.refusal.value = null;
      return;
    }
    this.cancel = this.timer.after(SECOND_MS, () => {
      const left = Math.ceil((until - this.now()) / SECOND_MS);
      this.countDown(Math.max(0, Math.min(seconds - 1, left)), until);
    });
  }

  private now(): number {
    return Date.parse(this.local.now());
  }

  private forget(): void {
    this.cancel?.();
    this.cancel = null;
    this.wait.value = 0;
    this.refusal.value = null;
    this.empty.value = false;
  }

  private troubleNow(): Words | null {
    if (this.empty.value) return EMPTY;
    const refusal = this.refusal.value;
    if (!refusal) return null;
    const facts = this.wait.value > 0 ? { ...refusal.facts, seconds: this.wait.value } : refusal.facts;
    return atDoor(refusal.code, facts);
  }
}
