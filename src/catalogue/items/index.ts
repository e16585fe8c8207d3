import type { Item } from '../../domain/item.ts';
import { DIRECT_ITEMS } from './direct.ts';
import { REVIEW_ITEMS } from './review.ts';
import { WINDOW_ITEMS } from './window.ts';

/** The thirteen items of the notice's annex, in its order. */
export const ITEMS: readonly Item[] = [...DIRECT_ITEMS, ...REVIEW_ITEMS, ...WINDOW_ITEMS];
