import { signal } from '@preact/signals-core';
import type { OfficeId } from '../../../domain/office.ts';
import type { Refusal } from '../../../domain/result.ts';
import type { RegisterCopy } from '../../local/sealRegister.ts';
import type { Local } from '../../local/types.ts';

/** Where what is shown comes from. `reading`: nothing is known yet. `copy`: it was read earlier. `none`: never. */
export type From = 'reading' | 'district' | 'copy' | 'none';

/** The register of an office and a year: the copy on this device at once, and the district's as soon as it is read. */
export function sealRegisterModel(local: Pick<Local, 'papers'>) {
  const copy = signal<RegisterCopy | null>(null);
  const from = signal<From>('reading');
  const busy = signal(false);
  /** Why the district's could not be read. */
  const trouble = signal<Refusal | null>(null);
  let shown = '';
  let turn = 0;

  async function load(office: OfficeId, year: string): Promise<void> {
    turn += 1;
    const mine = turn;
    const what = `${office} ${year}`;
    if (what !== shown) {
      copy.value = null;
      from.value = 'reading';
    }
    shown = what;
    busy.value = true;
    trouble.value = null;
    const papers = await local.papers();
    const here = await papers.registerHere(office, year);
    if (mine !== turn) return;
    // Until it is known what the district says, which may take as long as a bad line does.
    copy.value = here ?? copy.value;
    from.value = copy.value ? 'copy' : 'none';
    const read = await papers.readRegister(office, year);
    if (mine !== turn) return;
    busy.value = false;
    if (!read.ok) {
      trouble.value = read.refusal;
      return;
    }
    copy.value = read.value;
    from.value = 'district';
  }

  return { copy, from, busy, trouble, load };
}

export type SealRegisterModel = ReturnType<typeof sealRegisterModel>;
