import type { Catalogue } from '../domain/rules.ts';
import { seedCalendar } from './calendar.ts';
import { GUIDES } from './guides/index.ts';
import { ITEMS } from './items/index.ts';
import { OFFICES } from './offices.ts';

/** The catalogue that an empty store begins with. Later versions are published by the district's editors. */
export const seedCatalogue: Catalogue = {
  version: 1,
  calendar: seedCalendar,
  offices: OFFICES,
  items: ITEMS,
  guides: GUIDES,
};
