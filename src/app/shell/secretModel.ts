import { signal } from '@preact/signals';
import type { Refusal } from '../../domain/result.ts';
import type { Local, Secret } from '../local/types.ts';
import { atDoor, type Words } from './words.ts';

/** At a lock the password is the way out; here nothing is locked yet. */
const PASSKEY_FAILED: Words = { what: '通行密钥没有验证成功。', todo: '请再试一次，或者在下面设口令。' };

/** A new secret, typed twice, or a passkey. */
export class SecretModel {
  readonly first = signal('');
  readonly second = signal('');
  readonly busy = signal(false);
  readonly trouble = signal<Words | null>(null);
  private readonly local: Pick<Local, 'setSecret'>;

  constructor(local: Pick<Local, 'setSecret'>) {
    this.local = local;
  }

  async setTyped(): Promise<void> {
    if (this.first.value !== this.second.value) {
      this.trouble.value = { what: '两次输的口令不一样。', todo: '请核对后再输一次。' };
      return;
    }
    await this.set({ kind: 'text', text: this.first.value });
  }

  async set(secret: Secret): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.trouble.value = null;
    try {
      const result = await this.local.setSecret(secret);
      if (!result.ok) this.trouble.value = wordsOf(result.refusal);
      else this.first.value = this.second.value = '';
    } catch {
      this.trouble.value = atDoor('store.failed');
    } finally {
      this.busy.value = false;
    }
  }
}

function wordsOf({ code, facts }: Refusal): Words {
  return code === 'lock.passkeyFailed' ? PASSKEY_FAILED : atDoor(code, facts);
}
