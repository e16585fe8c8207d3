import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Timer } from '../local/ports.ts';

/** A click comes a moment after the button of the mouse or the finger has let go. */
const CLICK_WITHIN_MS = 50;
/** Where nobody has heard of the letting go. */
const LONGEST_MS = 30_000;

const pressed = signal(false);

/**
 * The same, but as it was when somebody pressed, until they have let go: what comes from elsewhere meanwhile must not
 * put another row or another button under the finger. What was not there yet (`undefined`) is shown as soon as it is.
 */
export function held<T>(source: ReadonlySignal<T>): ReadonlySignal<T> {
  let seen: T | undefined;
  return computed(() => {
    if (!pressed.value || seen === undefined) seen = source.value;
    return seen;
  });
}

/** What a screen shows of it. */
export const useHeld = <T>(source: ReadonlySignal<T>): T => useMemo(() => held(source), [source]).value;

/** Starts listening; returns how to stop. Once per entry, in the composition root. */
export function listenForPresses(target: EventTarget, timer: Timer): () => void {
  const listening = new AbortController();
  let cancel: () => void = () => undefined;
  const endAfter = (ms: number): void => {
    cancel();
    cancel = timer.after(ms, () => {
      pressed.value = false;
    });
  };
  const on = (type: string, run: (event: Event) => void): void =>
    target.addEventListener(type, run, { capture: true, signal: listening.signal });
  on('pointerdown', () => {
    pressed.value = true;
    endAfter(LONGEST_MS);
  });
  const onEnd = () => endAfter(CLICK_WITHIN_MS);
  // A release may be swallowed, by a menu of the system's or another window: whoever types or moves on presses no more.
  for (const end of ['pointerup', 'pointercancel', 'contextmenu', 'keydown']) on(end, onEnd);
  on('blur', (event) => {
    // Of the window alone: a press also takes the cursor out of the field where it stood.
    if (event.target === target) onEnd();
  });
  on('pointermove', (event) => {
    if (pressed.peek() && isReleased(event as PointerEvent)) onEnd();
  });
  return () => {
    listening.abort();
    cancel();
    pressed.value = false;
  };
}

const isReleased = ({ pointerType, buttons }: PointerEvent): boolean =>
  pointerType === 'mouse' && buttons === 0;
