import { signal } from '@preact/signals';
import type { Instant } from '../../../domain/time.ts';
import type { CaseDraft, CaseView, HeldFile } from '../../local/types.ts';
import { benchOf, type Desk, isReady } from '../desk.tsx';
import { caseDraftSaver, type DraftSaver } from '../drafts.ts';
import { applicantOf, titleOf } from '../start/caseList.ts';
import type { Begun, Work } from './begun.ts';

/** What is written at this moment. */
export interface Written {
  readonly work: Work;
  /** The refused command that is said anew. */
  readonly replaces?: string;
}

interface Place {
  readonly caseId: string;
  view(): CaseView | undefined;
  /** Photographed for it. */
  files(): readonly HeldFile[];
}

/**
 * Keeps what is written on a case as a draft, from the first change until it is submitted or thrown away. A form that was
 * only opened leaves nothing behind.
 */
export class Keeping {
  readonly saver: DraftSaver<CaseDraft>;
  /** When what stands here was last written, if it was taken up again; null = begun here. */
  readonly resumed = signal<Instant | null>(null);
  private open: { readonly id: string; readonly write: () => Written } | null = null;
  /** Thrown away here; some may still lie on the disk for a moment. */
  private readonly thrown = new Set<string>();
  /** Something of it lies on the disk, or is on its way there. */
  private kept = false;
  /** How it began; of what was taken up again nothing is a beginning. */
  private blank = '';
  private said = '';
  private pages = '';
  private about = { applicant: '', title: '' };

  constructor(
    private readonly desk: Desk,
    private readonly place: Place,
  ) {
    this.saver = caseDraftSaver(desk.local, desk.timer);
  }

  /** Under which it lies; `submit` takes it up. */
  get id(): string | undefined {
    return this.open?.id;
  }

  /** It stands in the form, or is on its way out. */
  has(id: string): boolean {
    return this.open?.id === id || this.thrown.has(id);
  }

  begin(write: () => Written): void {
    this.start(this.desk.newId(), write);
    this.blank = this.said;
  }

  /** Goes on with what lies here. */
  resume(draft: CaseDraft, write: () => Written): void {
    this.start(draft.id, write);
    this.kept = true;
    this.resumed.value = draft.updatedAt;
  }

  /** Something may have been written. */
  changed(): void {
    if (!this.open) return;
    const said = wordsOf(this.open.write().work, this.place.files());
    if (said === this.said) return;
    this.said = said;
    this.save(this.open);
  }

  /** Writes it once more as it stands, if there is something. */
  again(): void {
    if (this.open && this.kept) this.save(this.open);
  }

  /** It is an act now. */
  done(): void {
    this.open = null;
    this.resumed.value = null;
    this.saver.drop();
  }

  /** Thrown away. */
  async discard(): Promise<void> {
    const id = this.kept ? this.open?.id : undefined;
    if (id !== undefined) this.thrown.add(id);
    this.done();
    await this.saver.flush();
    // What was being written may have failed, and must not be tried again.
    this.saver.drop();
    if (id !== undefined) await this.desk.local.removeDraft(id);
  }

  /** The screen is left: what stands as it began is nothing that somebody has written. */
  leave(): Promise<void> {
    return this.kept && this.said === this.blank ? this.discard() : this.saver.flush();
  }

  private start(id: string, write: () => Written): void {
    this.open = { id, write };
    this.kept = false;
    this.blank = '';
    this.resumed.value = null;
    this.said = wordsOf(write().work, this.place.files());
    this.pages = pagesOf(this.place.files());
  }

  private save({ id, write }: { readonly id: string; readonly write: () => Written }): void {
    const { work, replaces } = write();
    const files = this.place.files();
    const content: Begun = { ...this.named(), work };
    this.kept = true;
    this.saver.save({
      ...{ id, updatedAt: this.desk.local.now(), caseId: this.place.caseId, content },
      ...(replaces === undefined ? {} : { replaces }),
      ...(files.length > 0 ? { files } : {}),
    });
    // A page lies on the disk already: from now on it is named there as well.
    if (this.pages === pagesOf(files)) return;
    this.pages = pagesOf(files);
    void this.saver.flush();
  }

  /** A page may still come in when the screen is locked. */
  private named(): Omit<Begun, 'work'> {
    const view = this.place.view();
    if (view && isReady(this.desk.local))
      this.about = { applicant: applicantOf(view), title: titleOf(view, benchOf(this.desk).rules) };
    return this.about;
  }
}

const pagesOf = (files: readonly HeldFile[]): string => files.map((one) => `${one.hash} ${one.for}`).join();

/** What the person has said, without what they had before them. */
const wordsOf = (work: Work, files: readonly HeldFile[]): string =>
  `${JSON.stringify({ ...work, seen: null })}${pagesOf(files)}`;

/** What `submit` is told of the draft that becomes an act. */
export const draftNamed = (id: string | undefined): { readonly draftId?: string } =>
  id === undefined ? {} : { draftId: id };
