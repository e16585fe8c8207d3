import { signal } from '@preact/signals';
import type { Act, CaseDraft, CaseView } from '../../local/types.ts';
import type { Desk } from '../desk.tsx';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';
import type { BesideWork } from './begun.ts';
import { draftNamed, Keeping } from './keeping.ts';

/** Written in a box of its own on an open case, whatever else is being done there: a note, or the number of a system. */
export class BesideModel {
  readonly text = signal('');
  /** Whether its box is open. An emptied one stays open: somebody is writing. */
  readonly open = signal(false);
  readonly busy = signal(false);
  readonly trouble = signal<Trouble | null>(null);
  readonly keeping: Keeping;

  constructor(
    private readonly desk: Desk,
    private readonly place: {
      readonly caseId: string;
      readonly kind: BesideWork['kind'];
      view(): CaseView | undefined;
      /** What it says when it is sent. */
      act(text: string): Act;
      /** Whether something is being written. */
      setOpen(open: boolean): void;
    },
  ) {
    this.keeping = new Keeping(desk, { ...place, files: () => [] });
    this.keeping.begin(() => this.written());
  }

  write(value: string): void {
    if (value === '') {
      this.discard();
      return;
    }
    this.text.value = value;
    this.trouble.value = null;
    // What is being written must not be lost to an update of the app.
    this.place.setOpen(value.trim() !== '');
    this.keeping.changed();
  }

  /** Goes on with what was written earlier, unless something is written already. */
  resume(draft: CaseDraft, text: string): void {
    if (this.text.peek() !== '') return;
    this.text.value = text;
    this.open.value = true;
    this.place.setOpen(true);
    this.keeping.resume(draft, () => this.written());
  }

  /** What is written is not wanted. */
  discard(): void {
    void this.keeping.discard();
    this.begin();
  }

  /** The same, and the box is closed. */
  close(): void {
    this.discard();
    this.open.value = false;
  }

  async send(): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    try {
      await this.keeping.saver.flush();
      const result = await this.desk.local.submit({
        caseId: this.place.caseId,
        acts: [this.place.act(this.text.value.trim())],
        ...draftNamed(this.keeping.id),
      });
      if (result.ok) {
        this.keeping.done();
        this.begin();
        this.open.value = false;
      } else {
        this.trouble.value = troubleOf(result.refusal);
        this.keeping.again();
      }
    } catch {
      this.trouble.value = NOT_STORED;
    } finally {
      this.busy.value = false;
    }
  }

  private begin(): void {
    this.text.value = '';
    this.trouble.value = null;
    this.place.setOpen(false);
    this.keeping.begin(() => this.written());
  }

  private written() {
    return { work: { kind: this.place.kind, text: this.text.peek() } };
  }
}
