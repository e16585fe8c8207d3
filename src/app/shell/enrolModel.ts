import { signal } from '@preact/signals';
import type { Local } from '../local/types.ts';
import { troubleOf, type Words } from './words.ts';

const NEEDS_LINE: Words = {
  what: '连不上区里，设备没有登记成。',
  todo: '登记要连网，请连上网络后再试。',
};

/** The code that an administrator shows, typed or brought along by the link in its QR. */
export class EnrolModel {
  readonly code = signal('');
  readonly busy = signal(false);
  readonly trouble = signal<Words | null>(null);
  /** Refused as a private window, which the person may know better. */
  readonly suspected = signal(false);
  private readonly enrol: Local['enrol'];

  constructor(enrol: Local['enrol'], code = '') {
    this.enrol = enrol;
    this.code.value = code;
  }

  /**
   * @param sure the person says that this is no private window
   * @returns whether the device is enrolled now
   */
  async submit(sure = false): Promise<boolean> {
    const code = this.code.value.trim();
    if (this.busy.value) return false;
    if (code === '') {
      this.trouble.value = { what: '还没有填登记码。', todo: '请管理员在“设备”里出一个登记码，照着输。' };
      return false;
    }
    this.busy.value = true;
    this.trouble.value = null;
    this.suspected.value = false;
    try {
      const result = await this.enrol(code, sure);
      if (result.ok) this.code.value = '';
      else {
        this.suspected.value = result.refusal.code === 'enrol.private';
        this.trouble.value = troubleOf(result.refusal.code, result.refusal.facts, NEEDS_LINE);
      }
      return result.ok;
    } catch {
      this.trouble.value = NEEDS_LINE;
      return false;
    } finally {
      this.busy.value = false;
    }
  }
}
