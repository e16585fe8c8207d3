/** A district for each journey, and the desks that it opens. */
import { afterEach, beforeEach, expect, inject } from 'vitest';
import { type JourneyDesk, openDesk, PATIENCE_MS } from './journeyDesk.ts';
import { type DistrictOptions, type JourneyDistrict, openDistrict } from './journeyDistrict.ts';
import { COUNTER, type PreparedCounter } from './journeyPrepared.ts';

type DeskOptions = Parameters<typeof openDesk>[1];

export interface JourneyHall {
  readonly district: JourneyDistrict;
  /** A fresh device, closed when the journey is over. */
  desk(options?: DeskOptions): Promise<JourneyDesk>;
  /** A fresh device on which somebody has signed in and enrolled. */
  deskOf(username: string, options?: DeskOptions): Promise<JourneyDesk>;
  /** The prepared counter with its browser running and nothing opened yet. Once in a journey: it is one device. */
  closedCounter(options?: DeskOptions): Promise<JourneyDesk>;
  /** The prepared counter, where its clerk has just unlocked. */
  counter(options?: DeskOptions): Promise<JourneyDesk>;
}

/** What comes true while a person waits: `await eventually(() => cases().length).toBe(1)`. */
export const eventually = <T>(look: () => T, timeout = PATIENCE_MS) => expect.poll(look, { timeout });

/** The counter of this worker: no other listens at its address meanwhile. */
export function preparedHere(): PreparedCounter {
  const mine = inject('prepared')[Number(process.env.VITEST_POOL_ID) - 1];
  if (!mine) throw new Error('no counter was prepared for this worker');
  return mine;
}

/**
 * Call it inside a `describe`. What stood on the screens of a journey that failed is printed with its error.
 * @param options of the district, if it is not the one that has prepared the counter
 */
export function journeyHall(options: DistrictOptions = { prepared: preparedHere() }): JourneyHall {
  let district: JourneyDistrict | undefined;
  const desks: JourneyDesk[] = [];
  beforeEach(async () => {
    district = await openDistrict(options);
  });
  afterEach(async ({ task }) => {
    const { name, result } = task;
    const mine = desks.splice(0);
    const error = result?.state === 'fail' ? result.errors?.at(-1) : undefined;
    if (error) {
      for (const desk of mine) error.message += `\n\nOn the screen:\n${await desk.seen()}`;
      // The first try of two is told nowhere else, if the second one succeeds.
      if (task.retry) console.error(`Failed: ${name}\n${error.stack}\n${error.message}`);
    }
    const ended = await Promise.allSettled(mine.map((desk) => desk.end()));
    await district?.end();
    district = undefined;
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  });
  const open = async (more?: DeskOptions, profile?: string): Promise<JourneyDesk> => {
    const opened = await openDesk(hall.district, more, profile);
    desks.push(opened);
    return opened;
  };
  const hall: JourneyHall = {
    get district() {
      if (!district) throw new Error('the district opens when a journey begins');
      return district;
    },
    desk: (more) => open(more),
    deskOf: async (username, more) => {
      const opened = await open(more);
      await opened.begin(username);
      return opened;
    },
    closedCounter: (more) => open(more, preparedHere().profile),
    counter: async (more) => {
      const opened = await hall.closedCounter(more);
      await opened.arrive(COUNTER.clerk);
      return opened;
    },
  };
  return hall;
}
