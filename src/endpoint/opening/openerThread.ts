import { parentPort, workerData } from 'node:worker_threads';
import { type Found, KeyRing, type Wanted } from './keyRing.ts';
import { type RawRequest, readRequest } from './request.ts';
import { sealsOf } from './seals.ts';
import type { FromThread, Job, JobEnd, ThreadData, ToThread } from './threadMessages.ts';

/**
 * A thread that opens requests for the main one, which then has only rules and SQL to do. Started by
 * `openerThreads.ts`; it knows no store and asks for the keys that it lacks.
 */
const port = parentPort;
if (!port) throw new Error('this is a thread of the endpoint, not a program');

const ring = new KeyRing();
const asked = new Map<number, (found: Found) => void>();
let asks = 0;
let seals = sealsOf((workerData as ThreadData).privateKeys);

const tell = (message: FromThread): void => port.postMessage(message);

const find = (wanted: Wanted): Promise<Found> =>
  new Promise((resolve) => {
    asks += 1;
    asked.set(asks, resolve);
    tell({ is: 'wanted', ask: asks, wanted });
  });

/** Commands that are told of together at most: the main thread is to begin on the first before the last is open. */
const TOLD_AT_ONCE = 16;

async function openAll(jobs: readonly Job[]): Promise<void> {
  let ends: JobEnd[] = [];
  let commands = 0;
  const tellEnds = (): void => {
    if (ends.length > 0) tell({ is: 'ended', ends });
    ends = [];
    commands = 0;
  };
  for (const { job, raw } of jobs) {
    const end = await open(job, raw);
    ends.push(end);
    if ('result' in end && end.result.ok) commands += end.result.batch.arrived.length;
    if (commands >= TOLD_AT_ONCE) tellEnds();
  }
  tellEnds();
}

async function open(job: number, raw: RawRequest): Promise<JobEnd> {
  try {
    return { job, result: await ring.reading((keys) => readRequest(raw, keys, seals), find) };
  } catch (error) {
    return { job, error };
  }
}

port.on('message', (message: ToThread) => {
  switch (message.is) {
    case 'open':
      void openAll(message.jobs);
      break;
    case 'found':
      asked.get(message.ask)?.(message.found);
      asked.delete(message.ask);
      break;
    case 'sealing':
      seals = sealsOf(message.privateKeys);
      break;
  }
});
