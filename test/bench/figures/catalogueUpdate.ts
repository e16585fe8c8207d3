/** `catalogue.update.bytes`: what a device fetches when one guide of two thousand has changed, as it is sent. */
import { gzipSync } from 'node:zlib';
import { seedCatalogue } from '../../../src/catalogue/index.ts';
import type { Guide } from '../../../src/domain/guide.ts';
import type { Item } from '../../../src/domain/item.ts';
import type { Catalogue } from '../../../src/domain/rules.ts';
import { isComplete } from '../../../src/domain/rules.ts';
import { catalogueSince } from '../../../src/protocol/catalogue.ts';
import { type Measured, say } from '../figure.ts';

/** A whole county's. */
const ITEMS = 2_000;

/** The thirteen items and their guides again and again, each under an id of its own. */
function county(): Catalogue {
  const items: Item[] = [];
  const guides: Guide[] = [];
  for (let copy = 0; items.length < ITEMS; copy += 1)
    for (const item of seedCatalogue.items) {
      const id = `${item.id}-${copy}`;
      const own = seedCatalogue.guides.filter((guide) => guide.item === item.id);
      items.push({ ...item, id, guides: own.map((guide) => `${guide.id}-${copy}`) });
      guides.push(...own.map((guide) => ({ ...guide, id: `${guide.id}-${copy}`, item: id })));
    }
  return { ...seedCatalogue, items, guides };
}

export async function measure(): Promise<Measured> {
  const before = county();
  const [changed] = before.guides.filter(isComplete);
  if (!changed) throw new Error('no guide to change');
  const next: Guide = { ...changed, version: changed.version + 1, applicants: `${changed.applicants}（改）` };
  const after = { ...before, version: before.version + 1, guides: [...before.guides, next] };
  const [difference, whole] = [catalogueSince(before, after), catalogueSince(null, after)].map(
    (answer) => gzipSync(JSON.stringify(answer)).length,
  );
  say(
    `catalogue.update.bytes: ${difference} B for one guide, ${whole} B for all ${after.items.length} items`,
  );
  return { value: difference ?? Number.NaN, unit: 'B', better: 'less' };
}
