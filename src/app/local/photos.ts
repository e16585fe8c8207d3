import type { Result } from '../../domain/result.ts';
import type { Turn, Unit } from './photo/shape.ts';

/** What a person decided in the editor. */
export interface HowToPrepare {
  /** Clockwise, after the picture has been put upright. */
  readonly turn: Turn;
  /** Part of the upright picture before it is turned; `null` = all of it. */
  readonly crop: Unit | null;
  /** Written across the page: for which purpose a copy may be used. */
  readonly watermark: string | null;
}

/** A page as it is kept: nothing in it but what is seen. Place, time and device of the photograph are gone. */
export interface PreparedPage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: 'image/jpeg' | 'application/pdf';
  /** Pixels; 0 for a PDF, which has no size of its own. */
  readonly width: number;
  readonly height: number;
}

/** A small upright picture for the screen, never kept. */
export interface Preview {
  readonly picture: Blob;
  readonly width: number;
  readonly height: number;
}

/**
 * Makes pages of papers out of what a camera or a file gives. Away from the main thread, one at a time: an open photo
 * of 12 megapixels takes 48 MB. Refused with `photo.unreadable`, `photo.tooLarge` or `photo.kind`; the source is never
 * changed.
 */
export interface PhotoWork {
  /** A4 at 150 dpi, at most 350 KiB, as JPEG. A PDF passes as it is, whatever else is asked for. */
  prepare(source: Blob, how: HowToPrepare): Promise<Result<PreparedPage>>;
  /** At most 1600 pixels long. A PDF has none: `photo.kind`. */
  preview(source: Blob): Promise<Result<Preview>>;
}
