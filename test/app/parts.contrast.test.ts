import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/app/parts/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
const schemes = { light: coloursOf(light), dark: coloursOf(dark) };

function coloursOf(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'sheet', 'sunk'];
const text = ['ink', 'ink-2', 'ink-3', 'pine', 'pine-deep', 'seal', 'wait'];
const pairs = [
  ...grounds.flatMap((ground) => text.map((ink) => [ink, ground] as const)),
  ...['pine-tint', 'seal-tint', 'wait-tint'].flatMap((ground) =>
    ['ink', 'ink-2'].map((ink) => [ink, ground] as const),
  ),
  ['pine', 'pine-tint'] as const,
  ['seal', 'seal-tint'] as const,
  ['seal', 'wait-tint'] as const,
  ['wait', 'wait-tint'] as const,
  ['on-pine', 'pine'] as const,
  ['on-pine', 'pine-deep'] as const,
];

describe.each(Object.entries(schemes))('the colours of the %s scheme', (_name, colours) => {
  it.each(pairs)('%s is readable on %s', (ink, ground) => {
    expect(contrast(colours[ink] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)('edges and the focus ring are seen on %s', (ground) => {
    for (const line of ['edge', 'focus']) {
      expect(contrast(colours[line] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(3);
    }
  });
});
