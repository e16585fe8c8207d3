import { signal } from '@preact/signals';
import * as v from 'valibot';
import type { Result } from '../../domain/result.ts';
import { Password, StaffMember, Username } from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';
import type { SignedIn } from '../local/types.ts';
import { NEEDS_LINE } from './signInModel.ts';
import { troubleOf, type Words } from './words.ts';

type Field = 'code' | 'name' | 'username' | 'password';
type Faults = Partial<Record<Field, string>>;

/** The administrator stands; only the sign-in that should follow did not come through. */
const SIGN_IN_NOW: Words = {
  what: '管理员已经建好，还没有登录上。',
  todo: '请回到登录页，用刚才填的用户名和密码登录。',
};

/** Makes the first administrator with the code that the program printed when it started, and signs in. */
export class SetupModel {
  readonly form = signal<Readonly<Record<Field, string>>>({ code: '', name: '', username: '', password: '' });
  readonly faults = signal<Faults>({});
  readonly busy = signal(false);
  readonly trouble = signal<Words | null>(null);
  private readonly api: Api;
  private readonly signIn: (username: string, password: string) => Promise<Result<SignedIn>>;

  constructor(api: Api, signIn: SetupModel['signIn']) {
    this.api = api;
    this.signIn = signIn;
  }

  set(field: Field, value: string): void {
    const { [field]: _, ...others } = this.faults.value;
    this.form.value = { ...this.form.value, [field]: value };
    this.faults.value = others;
  }

  /** True when the administrator is made and signed in. */
  async submit(): Promise<boolean> {
    if (this.busy.value) return false;
    const { code, name, username, password } = this.form.value;
    this.faults.value = faultsOf(this.form.value);
    if (Object.keys(this.faults.value).length > 0) return false;
    this.busy.value = true;
    this.trouble.value = null;
    try {
      const body = { code: code.trim(), name: name.trim(), username, password };
      const made = await this.api.call('POST', '/api/setup', StaffMember, body);
      if (!made.ok) {
        this.trouble.value = troubleOf(made.refusal.code, made.refusal.facts, NEEDS_LINE);
        return false;
      }
      const signedIn = await this.signIn(username, password);
      if (!signedIn.ok) this.trouble.value = SIGN_IN_NOW;
      return signedIn.ok;
    } catch {
      this.trouble.value = SIGN_IN_NOW;
      return false;
    } finally {
      this.busy.value = false;
    }
  }
}

function faultsOf({ code, name, username, password }: Readonly<Record<Field, string>>): Faults {
  const faults: Faults = {};
  if (code.trim() === '') faults.code = '请填写启动时显示的一次性口令。';
  if (name.trim() === '') faults.name = '请填写姓名。';
  if (!v.is(Username, username)) faults.username = '请用小写字母开头的 2 到 32 个字母、数字、点或者横线。';
  if (!v.is(Password, password)) faults.password = '请设不少于 10 个字符的密码。';
  return faults;
}
