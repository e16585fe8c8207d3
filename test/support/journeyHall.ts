/** One district for the journeys of a file, and the desks that each of them opens. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type JourneyDesk, openDesk } from './journeyDesk.ts';
import { type DistrictOptions, type JourneyDistrict, openDistrict } from './journeyDistrict.ts';

export interface JourneyHall {
  readonly district: JourneyDistrict;
  /** A fresh device, closed when the journey is over. */
  desk(options?: Parameters<typeof openDesk>[1]): Promise<JourneyDesk>;
  /** A fresh device on which somebody has signed in and enrolled. */
  deskOf(username: string, options?: Parameters<typeof openDesk>[1]): Promise<JourneyDesk>;
}

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
