import { signal } from '@preact/signals';
import { Checkbox } from './checkbox.tsx';
import { Dialog } from './dialog.tsx';
import styles from './shortcutHelp.module.css';
import { activeShortcuts, singleKeysOn, useShortcuts } from './shortcuts.ts';
import { actions } from './words.ts';

const open = signal(false);

/** Opened by `?`; lists what is in force. Render once, inside the staff shell. */
export function ShortcutHelp({
  more,
}: {
  readonly more?: { readonly label: string; readonly href: string };
}) {
  useShortcuts([{ keys: '?', label: '看所有快捷键', run: () => (open.value = true) }]);
  return (
    <Dialog open={open.value} heading={actions.shortcuts} onClose={() => (open.value = false)}>
      {open.value && <InForce />}
      <Checkbox
        label="使用单键快捷键"
        hint="输入文字时，单键不会触发。"
        checked={singleKeysOn.value}
        onChange={(on) => (singleKeysOn.value = on)}
      />
      {more && (
        <p>
          <a href={more.href} onClick={() => (open.value = false)}>
            {more.label}
          </a>
        </p>
      )}
    </Dialog>
  );
}

/** Drawn while somebody looks at it: every screen changes what is in force. */
function InForce() {
  return (
    <dl class={styles.keys}>
      {activeShortcuts.value.map((shortcut) => (
        <div key={shortcut.keys} class={styles.row}>
          <dt>{shortcut.label}</dt>
          <dd>
            <kbd>{shown(shortcut.keys)}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Opens the help by a button, for those who do not know the key. */
export function openShortcutHelp(): void {
  open.value = true;
}

function shown(keys: string): string {
  const names: Record<string, string> = {
    ArrowDown: '↓',
    ArrowUp: '↑',
    ArrowLeft: '←',
    ArrowRight: '→',
    Escape: 'Esc',
  };
  return keys
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' + ');
}
