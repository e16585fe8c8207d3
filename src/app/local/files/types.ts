import type { ReadonlySignal } from '@preact/signals-core';
import type { CaseFile } from '../../../domain/files.ts';
import type { Result } from '../../../domain/result.ts';
import type { Captured, HeldFile } from './shelf.ts';

/** Files of a case on their way; sizes in sealed bytes. */
export interface CaseUploads {
  readonly files: number;
  readonly done: number;
  /** The district will never take these as they are. */
  readonly refused: number;
  readonly bytes: number;
  readonly arrived: number;
}

/** Photographed papers as desks see them: captured, on their way, and opened again wherever they lie. */
export interface FilesOfCases {
  /** What cases still have to send of their files, by case; those with nothing to send are not in it. */
  readonly uploads: ReadonlySignal<ReadonlyMap<string, CaseUploads>>;
  /**
   * Seals a page at once and keeps it on this device under a case or its draft. It belongs to nothing yet: the draft, or
   * the act, has to name it. Codes: `store.*` (`store.noRoomForFile` while a case may still fit), `upload.tooLarge`.
   */
  capture(caseId: string, captured: Captured): Promise<Result<HeldFile>>;
  /** Gives up a page that was captured and is not wanted; one that a command names stays. */
  dropFile(hash: string): Promise<void>;
  /**
   * The content of a file of a case: from this device while it is here, otherwise from the district, with a line.
   * @param key what opens it, where only a draft knows
   */
  readFile(file: CaseFile, key?: string): Promise<Result<Blob>>;
}
