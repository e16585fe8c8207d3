import { effect, signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { held, listenForPresses } from '../../../src/app/parts/press.ts';
import { VirtualTime } from '../../support/devicePorts.ts';

let screen: EventTarget;
let time: VirtualTime;
let stop: () => void;
const happens = (type: string, more: object = {}) =>
  screen.dispatchEvent(Object.assign(new Event(type), more));

beforeEach(() => {
  screen = new EventTarget();
  time = new VirtualTime(0);
  stop = listenForPresses(screen, { after: (ms, run) => time.after(ms, run) });
});
afterEach(() => stop());

/** What a screen shows of a source, one after the other. */
function shownOf(source: Parameters<typeof held<string>>[0]): string[] {
  const shown: string[] = [];
  const seen = held(source);
  effect(() => {
    shown.push(seen.value);
  });
  return shown;
}

describe('what is pressed on', () => {
  it('stays as it is until the click has come, and is up to date then', () => {
    const source = signal('王秀英');
    const shown = shownOf(source);
    happens('pointerdown');
    source.value = '李伟';
    happens('pointerup');
    expect(shown).toEqual(['王秀英']);
    time.moveTo(time.ms + 50);
    expect(shown).toEqual(['王秀英', '李伟']);
    source.value = '张德';
    expect(shown.at(-1)).toBe('张德');
  });

  it('is let go of where the press becomes a scroll, a menu, or is never heard of again', () => {
    for (const [end, ms] of [
      ['pointercancel', 50],
      ['contextmenu', 50],
      ['nothing', 30_000],
    ] as const) {
      const source = signal('before');
      const shown = shownOf(source);
      happens('pointerdown');
      source.value = 'after';
      if (end !== 'nothing') happens(end);
      expect(shown).toEqual(['before']);
      time.moveTo(time.ms + ms);
      expect(shown).toEqual(['before', 'after']);
    }
  });

  it('is let go of where the release was swallowed, and whoever pressed types or moves on', () => {
    for (const [after, more] of [
      ['keydown', {}],
      ['blur', {}],
      ['pointermove', { pointerType: 'mouse', buttons: 0 }],
    ] as const) {
      const source = signal('before');
      const shown = shownOf(source);
      happens('pointerdown');
      source.value = 'after';
      happens('pointermove', { pointerType: 'mouse', buttons: 1 });
      time.moveTo(time.ms + 1_000);
      expect(shown).toEqual(['before']);
      happens(after, more);
      time.moveTo(time.ms + 50);
      expect(shown).toEqual(['before', 'after']);
    }
  });

  it('is held for the second of two quick presses as well', () => {
    const source = signal('before');
    const shown = shownOf(source);
    happens('pointerdown');
    happens('pointerup');
    time.moveTo(time.ms + 20);
    happens('pointerdown');
    source.value = 'after';
    time.moveTo(time.ms + 40);
    expect(shown).toEqual(['before']);
    happens('pointerup');
    time.moveTo(time.ms + 50);
    expect(shown).toEqual(['before', 'after']);
  });

  it('shows at once what was not there yet, as a case that the press has opened', () => {
    happens('pointerdown');
    expect(held(signal('there')).value).toBe('there');
    const opening = signal<string | undefined>(undefined);
    const shown = held(opening);
    expect(shown.value).toBeUndefined();
    opening.value = '王秀英';
    expect(shown.value).toBe('王秀英');
    opening.value = '李伟';
    expect(shown.value).toBe('王秀英');
  });
});
