import { signal } from '@preact/signals';
import type { OfficeId, Post } from '../../domain/office.ts';
import type { Local } from '../local/types.ts';
import { troubleOf, type Words } from './signInModel.ts';

/** A device's name and office, chosen once. */
export class EnrolModel {
  readonly name = signal('');
  readonly office = signal<OfficeId | undefined>(undefined);
  readonly busy = signal(false);
  readonly trouble = signal<Words | null>(null);
  private readonly enrol: Local['enrol'];

  constructor(enrol: Local['enrol'], posts: readonly Post[]) {
    this.enrol = enrol;
    const offices = officesOf(posts);
    if (offices.length === 1) this.office.value = offices[0];
  }

  async submit(): Promise<void> {
    const name = this.name.value.trim();
    const office = this.office.value;
    if (this.busy.value) return;
    if (name === '' || !office) {
      this.trouble.value = { what: '设备名称和所在单位都要填。', todo: '填好后再点“登记这台设备”。' };
      return;
    }
    this.busy.value = true;
    this.trouble.value = null;
    try {
      const result = await this.enrol(name, office);
      if (!result.ok) this.trouble.value = troubleOf(result.refusal.code, result.refusal.facts);
    } catch {
      this.trouble.value = { what: '连不上区里，设备没有登记成。', todo: '登记要连网，请连上网络后再试。' };
    } finally {
      this.busy.value = false;
    }
  }
}

/** The offices where a person holds a post, each once. */
export function officesOf(posts: readonly Post[]): readonly OfficeId[] {
  return [...new Set(posts.map((post) => post.office))];
}
