import { listedOf, NAMED } from '../builders.ts';

/** Received today. */
export const fresh = listedOf({ id: 'a', parties: [{ ...NAMED, name: '李秀英' }] });

/** Received weeks ago, and not touched since the day after. */
export const old = listedOf(
  {
    id: 'b',
    number: '370406102-20261101-K7-0003-AAAA-1',
    receivedOn: '2026-11-01',
    parties: [{ ...NAMED, name: '王大山' }],
  },
  '2026-11-02T01:00:00.000Z',
);
