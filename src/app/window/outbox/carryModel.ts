import { signal } from '@preact/signals';
import type { Result } from '../../../domain/result.ts';
import { legalDateOf, legalTimeOfDay } from '../../../domain/time.ts';
import { PACKAGE_ENDING } from '../../local/carry/types.ts';
import type { Imported, Local } from '../../local/types.ts';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';

/** A package to be saved to a stick. */
export interface ToSave {
  readonly name: string;
  readonly content: Blob;
}

/** Taking what waits away on a stick, and sending on what another device has brought. */
export class Carrying {
  readonly busy = signal<'export' | 'import' | null>(null);
  readonly trouble = signal<Trouble | null>(null);
  /** What came of the last reading. */
  readonly imported = signal<Imported | null>(null);
  private readonly local: Pick<Local, 'exportOutbox' | 'importPackage' | 'now'>;

  constructor(local: Pick<Local, 'exportOutbox' | 'importPackage' | 'now'>) {
    this.local = local;
  }

  /** Null when there is nothing to save; `trouble` says why. */
  async export(): Promise<ToSave | null> {
    const made = await this.during('export', () => this.local.exportOutbox());
    if (!made) return null;
    const at = this.local.now();
    const stamp = `${legalDateOf(at)} ${legalTimeOfDay(at)}`.replaceAll(/[-:]/g, '').replace(' ', '-');
    return { name: `就近办-待上报-${stamp}${PACKAGE_ENDING}`, content: made };
  }

  async import(chosen: Blob): Promise<void> {
    this.imported.value = await this.during('import', () => this.local.importPackage(chosen));
  }

  private async during<T>(what: 'export' | 'import', run: () => Promise<Result<T>>): Promise<T | null> {
    if (this.busy.value) return null;
    this.busy.value = what;
    this.trouble.value = null;
    this.imported.value = null;
    try {
      const result = await run();
      if (result.ok) return result.value;
      this.trouble.value = troubleOf(result.refusal);
      return null;
    } catch {
      this.trouble.value = NOT_STORED;
      return null;
    } finally {
      this.busy.value = null;
    }
  }
}
