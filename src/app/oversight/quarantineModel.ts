import { signal } from '@preact/signals';
import * as v from 'valibot';
import { Outcome } from '../../protocol/command.ts';
import { inWords } from '../../protocol/errors.ts';
import { QuarantineEntry, type QuarantineRuling } from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';

const Entries = v.object({ entries: v.array(QuarantineEntry) });

/** What devices that are trusted no longer, or people who are disabled, have sent; and a supervisor's ruling on it. */
export function quarantineModel(api: Api) {
  const entries = signal<readonly QuarantineEntry[] | null>(null);
  const trouble = signal<{ readonly what: string; readonly todo: string } | null>(null);
  const busy = signal(false);
  const done = signal('');

  async function load(): Promise<void> {
    busy.value = true;
    trouble.value = null;
    const result = await api.call('GET', '/api/quarantine', Entries);
    busy.value = false;
    if (result.ok) entries.value = result.value.entries;
    else trouble.value = inWords(result.refusal.code, result.refusal.facts);
  }

  async function rule(id: string, ruling: QuarantineRuling): Promise<boolean> {
    busy.value = true;
    trouble.value = null;
    const result = await api.call('POST', `/api/quarantine/${id}`, Outcome, ruling);
    busy.value = false;
    if (!result.ok) {
      trouble.value = inWords(result.refusal.code, result.refusal.facts);
      return false;
    }
    done.value = saidOf(ruling, result.value);
    await load();
    return true;
  }

  return { entries, trouble, busy, done, load, rule };
}

export type QuarantineModel = ReturnType<typeof quarantineModel>;

/** A command that is let in is judged like any other: what became of it is said. */
function saidOf({ ruling }: QuarantineRuling, outcome: Outcome): string {
  if (ruling === 'setAside') return '已决定不登记，送来的设备会收到说明。';
  switch (outcome.first ?? outcome.outcome) {
    case 'recorded':
      return '已放行，区里已登记。';
    case 'refused':
      return `已放行，但按规则不能登记：${inWords(outcome.code ?? '', outcome.facts).what}`;
    default:
      return `已放行，还要等前一步：${inWords(outcome.code ?? '', outcome.facts).what}`;
  }
}
