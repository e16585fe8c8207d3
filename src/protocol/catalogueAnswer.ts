import * as v from 'valibot';
import { Guide } from './catalogueGuide.ts';
import { Item, LegalDate, Office } from './catalogueItem.ts';

const Calendar = v.strictObject({
  version: v.string(),
  years: v.record(
    v.pipe(v.string(), v.regex(/^\d{4}$/)),
    v.strictObject({ off: v.array(LegalDate), on: v.array(LegalDate) }),
  ),
});

/** The schema of `catalogue.ts`, apart: a device needs it on the days on which the catalogue has changed. */
export const CatalogueAnswer = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  since: v.nullable(v.number()),
  /** Null when it has not changed. */
  calendar: v.nullable(Calendar),
  offices: v.array(Office),
  items: v.array(Item),
  guides: v.array(Guide),
});
