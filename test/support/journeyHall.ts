/** One district for the journeys of a file, and the desks that each of them opens. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type JourneyDesk, openDesk, PATIENCE_MS } from './journeyDesk.ts';
import { type DistrictOptions, type JourneyDistrict, openDistrict } from './journeyDistrict.ts';

export interface JourneyHall {
  readonly district: JourneyDistrict;
  /** A fresh device, closed when the journey is over. */
  desk(options?: Parameters<typeof openDesk>[1]): Promise<JourneyDesk>;
  /** A fresh device on which somebody has signed in and enrolled. */
  deskOf(username: string, options?: Parameters<typeof openDesk>[1]): Promise<JourneyDesk>;
}

/** What comes true while a person waits: `await eventually(() => cases().length).toBe(1)`. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: PATIENCE_MS });

/** Call it inside a `describe`. What stood on the screens of a journey that failed is printed. */
export function journeyHall(options: DistrictOptions = {}): JourneyHall {
  let district: JourneyDistrict | undefined;
  const desks: JourneyDesk[] = [];
  beforeAll(async () => {
    district = await openDistrict(options);
  });
  afterEach(async ({ task }) => {
    for (const desk of desks.splice(0)) {
      if (task.result?.state === 'fail') console.error(await desk.seen());
      await desk.end();
    }
  });
  afterAll(async () => district?.end());
  const desk: JourneyHall['desk'] = async (more) => {
    const opened = await openDesk(hall.district, more);
    desks.push(opened);
    return opened;
  };
  const hall: JourneyHall = {
    get district() {
      if (!district) throw new Error('the district opens before the first journey');
      return district;
    },
    desk,
    deskOf: async (username, more) => {
      const opened = await desk(more);
      await opened.begin(username);
      return opened;
    },
  };
  return hall;
}
