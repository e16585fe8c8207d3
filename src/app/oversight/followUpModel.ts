import { signal } from '@preact/signals';
import * as v from 'valibot';
import { inWords } from '../../protocol/errors.ts';
import { FollowUp } from '../../protocol/feedback.ts';
import type { Api } from '../local/edges/api.ts';

const Entries = v.object({ entries: v.array(FollowUp) });

/** Low evaluations and complaints, and a supervisor's answer to them. */
export function followUpModel(api: Api) {
  const entries = signal<readonly FollowUp[] | null>(null);
  const trouble = signal<{ readonly what: string; readonly todo: string } | null>(null);
  const busy = signal(false);
  const done = signal('');

  async function load(): Promise<void> {
    busy.value = true;
    trouble.value = null;
    const result = await api.call('GET', '/api/follow-ups', Entries);
    busy.value = false;
    if (result.ok) entries.value = result.value.entries;
    else trouble.value = inWords(result.refusal.code, result.refusal.facts);
  }

  /** @returns whether it is answered; if not, the note stays with whoever has written it */
  async function answer(id: string, note: string): Promise<boolean> {
    busy.value = true;
    trouble.value = null;
    const result = await api.call('POST', `/api/follow-ups/${id}`, FollowUp, { note });
    busy.value = false;
    if (!result.ok) {
      trouble.value = inWords(result.refusal.code, result.refusal.facts);
      return false;
    }
    done.value = '已答复，和您的名字一起记下了。';
    await load();
    return true;
  }

  return { entries, trouble, busy, done, load, answer };
}

export type FollowUpModel = ReturnType<typeof followUpModel>;

/** How much time is left, in working days. */
export function leftInWords({ daysLeft }: Pick<FollowUp, 'daysLeft'>): string {
  if (daysLeft < 0) return `超期 ${-daysLeft} 个工作日`;
  return daysLeft === 0 ? '今天到期' : `还剩 ${daysLeft} 个工作日`;
}
