import type { Facts } from '../domain/result.ts';
import type { ErrorEntry } from './errors.ts';

/** A refusal in words: what happened, and what to do. */
export interface Words {
  readonly what: string;
  readonly todo: string;
}

/** From these entries. An unknown code (newer endpoint) still says that nothing was lost. */
export function wordsFrom(entries: Readonly<Record<string, ErrorEntry>>, code: string, facts: Facts): Words {
  const entry = Object.hasOwn(entries, code) ? entries[code] : undefined;
  if (!entry)
    return {
      what: `没有办成（${code}）。`,
      todo: '内容已留在本机，没有丢失。请更新应用后再试，或者联系系统管理员。',
    };
  return { what: fill(entry.what, facts), todo: fill(entry.todo, facts) };
}

function fill(words: string, facts: Facts): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name];
    if (value === undefined) return '—';
    return Array.isArray(value) ? value.map((one) => `“${one}”`).join('、') : String(value);
  });
}
