import { signal } from '@preact/signals';
import { MAX_FILES } from '../../../domain/files.ts';
import type { Result } from '../../../domain/result.ts';
import type { HowToPrepare, PhotoWork } from '../../local/photos.ts';
import type { HeldFile, Local } from '../../local/types.ts';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';

/** A picture in the editor, and those that were chosen with it and come after. */
export interface Editing {
  readonly paper: string;
  readonly source: Blob;
  readonly rest: readonly Blob[];
}

/** Where the pages are written down: a draft, or the form of an act. */
export interface Album {
  readonly caseId: string;
  files(): readonly HeldFile[];
  change(files: readonly HeldFile[]): void;
}

const PDF = 'application/pdf';
const AS_IT_IS: HowToPrepare = { turn: 0, crop: null, watermark: null };

/**
 * The photographed pages of one form. A page that is shown is on the disk already, sealed; the form only names it.
 */
export class Pages {
  readonly editing = signal<Editing | null>(null);
  /** The pages of a paper, looked at one by one. */
  readonly viewing = signal<{ readonly paper: string; readonly page: string } | null>(null);
  /** The paper whose page is being made ready or kept. */
  readonly busy = signal<string | null>(null);
  readonly trouble = signal<{ readonly paper: string; readonly words: Trouble } | null>(null);
  readonly work: PhotoWork;
  private readonly local: Pick<Local, 'capture' | 'dropFile' | 'readFile'>;
  private readonly album: Album;

  constructor(local: Pick<Local, 'capture' | 'dropFile' | 'readFile'>, work: PhotoWork, album: Album) {
    this.local = local;
    this.work = work;
    this.album = album;
  }

  isFull(): boolean {
    return this.album.files().length >= MAX_FILES;
  }

  open(paper: string, page: string): void {
    this.viewing.value = { paper, page };
  }

  close(): void {
    this.viewing.value = null;
  }

  of(paper: string): readonly HeldFile[] {
    return this.album.files().filter((one) => one.for === paper);
  }

  /** Pictures that were taken or chosen for a paper: each photo is looked at first, a PDF is kept as it is. */
  async choose(paper: string, sources: readonly Blob[]): Promise<void> {
    this.trouble.value = null;
    const [source, ...rest] = sources;
    if (!source) return;
    if (this.isFull()) return this.fail(paper, tooMany(this.album.files().length + 1));
    if (source.type !== PDF) {
      this.editing.value = { paper, source, rest };
      return;
    }
    if (await this.keep(paper, source, AS_IT_IS)) await this.choose(paper, rest);
  }

  /** 使用这张: as it was turned and cut in the editor. The next of those that were chosen follows. */
  async use(how: HowToPrepare): Promise<void> {
    const now = this.editing.value;
    if (!now || !(await this.keep(now.paper, now.source, how))) return;
    this.editing.value = null;
    await this.choose(now.paper, now.rest);
  }

  /** 重拍: another photo in the place of the one in the editor. */
  retake(photo: Blob): void {
    const now = this.editing.value;
    this.trouble.value = null;
    if (now) this.editing.value = { ...now, source: photo };
  }

  /** This picture is not wanted; the others that were chosen with it may be. */
  async skip(): Promise<void> {
    const now = this.editing.value;
    this.editing.value = null;
    if (now) await this.choose(now.paper, now.rest);
  }

  /** What was captured is given up: the form no longer names it, and it leaves the disk. */
  async remove(hash: string): Promise<void> {
    this.album.change(this.album.files().filter((one) => one.hash !== hash));
    await this.local.dropFile(hash);
  }

  /** A picture that needs no preparing, such as a signature. True when it is kept. */
  async keepBytes(paper: string, bytes: Uint8Array<ArrayBuffer>, type: HeldFile['type']): Promise<boolean> {
    return await this.during(paper, async () => await this.capture(paper, bytes, type));
  }

  load(file: HeldFile): Promise<Result<Blob>> {
    const { key, ...named } = file;
    return this.local.readFile(named, key);
  }

  private async keep(paper: string, source: Blob, how: HowToPrepare): Promise<boolean> {
    return await this.during(paper, async () => {
      const page = await this.work.prepare(source, how);
      return page.ok ? await this.capture(paper, page.value.bytes, page.value.type) : page;
    });
  }

  private async capture(
    paper: string,
    bytes: Uint8Array<ArrayBuffer>,
    type: HeldFile['type'],
  ): Promise<Result<null>> {
    const kept = await this.local.capture(this.album.caseId, { bytes, type, for: paper });
    if (!kept.ok) return kept;
    this.album.change([...this.album.files(), kept.value]);
    return { ok: true, value: null };
  }

  private async during(paper: string, run: () => Promise<Result<null>>): Promise<boolean> {
    if (this.busy.value !== null) return false;
    this.busy.value = paper;
    this.trouble.value = null;
    try {
      const result = await run();
      if (!result.ok) this.fail(paper, troubleOf(result.refusal));
      return result.ok;
    } catch {
      this.fail(paper, NOT_STORED);
      return false;
    } finally {
      this.busy.value = null;
    }
  }

  private fail(paper: string, words: Trouble): void {
    this.trouble.value = { paper, words };
  }
}

const tooMany = (count: number): Trouble =>
  troubleOf({ code: 'files.tooMany', facts: { count, most: MAX_FILES } });

/** What the acts of a form name, and what opens it. */
export function namedIn(files: readonly HeldFile[], wanted: (paper: string) => boolean) {
  const kept = files.filter((one) => wanted(one.for));
  return {
    files: kept.map(({ key: _, ...file }) => file),
    fileKeys: Object.fromEntries(kept.map((one) => [one.hash, one.key])),
  };
}
