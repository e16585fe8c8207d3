import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { journeyHall } from '../support/journeyHall.ts';
import { tour } from '../support/journeyTour.ts';

const COUNTER = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 740 };

async function faultsOf(page: Page): Promise<string[]> {
  // Legacy: no page of its own for the summing up, which only frames need.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations, passes } = await builder.analyze();
  if (passes.length < 10) return ['axe has seen nothing'];
  return violations.map(
    ({ id, help, nodes }) => `${id} (${help}) at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

describe('every screen', () => {
  const hall = journeyHall();

  // Two towns at once: most of the time is axe's, and there are two cores.
  test('passes axe at the counter and, in the dark scheme, on a phone', async () => {
    const faults: string[] = [];
    const walk = async (clerk: string, viewport: typeof PHONE, colorScheme: 'light' | 'dark') => {
      const desk = await hall.desk({ viewport, colorScheme });
      const check = async (screen: string, page: Page): Promise<void> => {
        for (const fault of await faultsOf(page)) faults.push(`${screen}, ${viewport.width}: ${fault}`);
      };
      await tour(desk, check, clerk);
    };
    await Promise.all([walk('xiji.clerk', COUNTER, 'light'), walk('sangcun.clerk', PHONE, 'dark')]);
    expect(faults).toEqual([]);
  });
});
