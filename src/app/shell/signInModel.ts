import { signal } from '@preact/signals';
import type { Result } from '../../domain/result.ts';
import { inWords } from '../../protocol/errors.ts';
import type { SignedIn } from '../local/types.ts';

export interface Words {
  readonly what: string;
  readonly todo: string;
}

/** Without a line nobody can be told from anybody else for the first time. */
export const NEEDS_LINE: Words = {
  what: '连不上区里，没能登录。',
  todo: '首次登录要连网。请连上网络（或者用手机热点）后再点“登录”。',
};

/** User name and password, and what became of them. */
export class SignInModel {
  readonly username = signal('');
  readonly password = signal('');
  readonly busy = signal(false);
  readonly trouble = signal<Words | null>(null);
  private readonly signIn: (username: string, password: string) => Promise<Result<SignedIn>>;

  constructor(signIn: SignInModel['signIn'], username = '') {
    this.signIn = signIn;
    this.username.value = username;
  }

  /** True when signed in. The password is forgotten either way once it was right. */
  async submit(): Promise<boolean> {
    if (this.busy.value) return false;
    const username = this.username.value.trim().toLowerCase();
    if (username === '' || this.password.value === '') {
      this.trouble.value = { what: '用户名和密码都要填。', todo: '填好后再点“登录”。' };
      return false;
    }
    this.busy.value = true;
    this.trouble.value = null;
    try {
      const result = await this.signIn(username, this.password.value);
      if (result.ok) this.password.value = '';
      else this.trouble.value = troubleOf(result.refusal.code, result.refusal.facts);
      return result.ok;
    } catch {
      this.trouble.value = NEEDS_LINE;
      return false;
    } finally {
      this.busy.value = false;
    }
  }
}

/** Somebody else's page answered: a hotel, a shop, a telephone company asks for a sign-in of its own first. */
const CAPTIVE: Words = {
  what: '连上的网络还要先认证，没能登录。',
  todo: '请打开浏览器随便访问一个网页，完成上网认证后再登录。',
};

/** The words of the catalogue speak of sending; at the door they have to speak of getting in. */
export function troubleOf(code: string, facts: Parameters<typeof inWords>[1]): Words {
  if (code === 'line.notOurs') return CAPTIVE;
  return code.startsWith('line.') ? NEEDS_LINE : inWords(code, facts);
}
