import { signal } from '@preact/signals';
import type { Result } from '../../domain/result.ts';
import { troubleOf, type Words } from './words.ts';

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
  private readonly signIn: (username: string, password: string) => Promise<Result<unknown>>;

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
      else this.trouble.value = troubleOf(result.refusal.code, result.refusal.facts, NEEDS_LINE);
      return result.ok;
    } catch {
      this.trouble.value = NEEDS_LINE;
      return false;
    } finally {
      this.busy.value = false;
    }
  }
}
