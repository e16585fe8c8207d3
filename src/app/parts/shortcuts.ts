import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

export interface Shortcut {
  /** `n`, `?`, `/`, `Escape`, `ArrowDown`; with modifiers `Ctrl+Enter`, `Alt+1`. */
  readonly keys: string;
  /** What it does, for the help. */
  readonly label: string;
  readonly run: () => void;
  /** Also while a dialog is open: locking must not wait for one. */
  readonly always?: boolean | undefined;
}

/** Shortcuts in force, latest screen last; the help lists them. */
export const activeShortcuts = signal<readonly Shortcut[]>([]);

/** Keys without a modifier can be turned off (WCAG 2.1.4); the caller may keep the choice. */
export const singleKeysOn = signal(true);

/** Registers shortcuts while the component is mounted. Later registrations win. */
export function useShortcuts(list: readonly Shortcut[]): void {
  const latest = useRef(list);
  latest.current = list;
  // What is listed changes only with the keys and labels; `run` is always the latest.
  const shape = list.map(({ keys, label }) => `${keys}\n${label}`).join('\n');
  useEffect(() => {
    const mine = list.map((shortcut, at) => ({ ...shortcut, run: () => latest.current[at]?.run() }));
    activeShortcuts.value = [...activeShortcuts.peek(), ...mine];
    return () => {
      activeShortcuts.value = activeShortcuts.peek().filter((shortcut) => !mine.includes(shortcut));
    };
  }, [shape]);
}

/** Starts listening; returns how to stop. Once per entry, in the composition root. */
export function listenForShortcuts(target: Document): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const keys = keysOf(event);
    if (!/^(Ctrl|Alt)\+/.test(keys) && (!singleKeysOn.value || isTyping(event.target))) return;
    const found = [...activeShortcuts.value].reverse().find((shortcut) => shortcut.keys === keys);
    // A dialog keeps its keys to itself.
    if (!found || (!found.always && target.querySelector('dialog[open]'))) return;
    event.preventDefault();
    found.run();
  };
  target.addEventListener('keydown', onKeyDown);
  return () => target.removeEventListener('keydown', onKeyDown);
}

/** The keys of an event as a `Shortcut` names them. */
export function keysOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>,
): string {
  const modifiers = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`;
  return modifiers + nameOf(event);
}

/** With a Chinese input method on, `key` may be `Process` or full-width; the physical key then decides. */
function nameOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (key === '?' || key === '？' || (code === 'Slash' && shiftKey)) return '?';
  if (key === '、' || key === '／' || code === 'Slash') return '/';
  const physical = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  if (physical && (key === 'Process' || key > '~')) return physical.toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'))
  );
}
