import { parentPort, workerData } from 'node:worker_threads';
import { type Found, KeyRing, type Wanted } from './keyRing.ts';
import { type RawRequest, readRequest } from './request.ts';
import { sealsOf } from './seals.ts';
import type { FromThread, ThreadData, ToThread } from './threadMessages.ts';

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

async function open(job: number, raw: RawRequest): Promise<void> {
  try {
    tell({ is: 'read', job, result: await ring.reading((keys) => readRequest(raw, keys, seals), find) });
  } catch (error) {
    tell({ is: 'failed', job, error });
  }
}

port.on('message', (message: ToThread) => {
  switch (message.is) {
    case 'open':
      void open(message.job, message.raw);
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
