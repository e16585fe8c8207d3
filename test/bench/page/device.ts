/** The device of the staff app without its screens, in a page that the bench drives. */
import { effect } from '@preact/signals-core';
import { openDeviceLocal } from '../../../src/app/local/edges/open.ts';
import type { Act, Draft, Local } from '../../../src/app/local/types.ts';
import type { Result } from '../../../src/domain/result.ts';

type Receive = Extract<Act, { type: 'receive' }>['payload'];

export interface DeviceBench {
  /** Enrols with a code; the person signs in, sets a secret and stays unlocked. */
  begin(code: string, username: string, password: string): Promise<void>;
  /** Submits new cases one after the other, as a person does. @returns milliseconds of each */
  submit(cases: readonly Receive[], alsoAccept: boolean): Promise<number[]>;
  waiting(): number;
  recorded(): number;
  online(): boolean;
  /** Resolves when nothing waits any more and so many cases stand as recorded; with the page's clock. */
  drained(cases: number): Promise<number>;
}

declare global {
  interface Window {
    bench: Promise<DeviceBench>;
  }
}

/** Between two intakes; a person takes minutes. */
const PAUSE_MS = 30;
const SECRET = '4711829155';

window.bench = open();

async function open(): Promise<DeviceBench> {
  const { local, newId } = await openDeviceLocal();
  watchAsScreensDo(local);
  const recorded = (): number => local.cases.value.filter((one) => one.progress === 'recorded').length;
  return {
    async begin(code, username, password) {
      must(await local.enrol(code, true));
      must(await local.signIn(username, password));
      must(await local.setSecret({ kind: 'text', text: SECRET }));
      await until(() => local.catalogue.value !== null && local.status.value.online);
      await local.idle();
    },
    async submit(cases, alsoAccept) {
      const times: number[] = [];
      for (const receive of cases) {
        const id = newId();
        await local.saveDraft(draftOf(id, local.now(), receive));
        await local.idle();
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        const acts: Act[] = [{ type: 'receive', payload: receive }];
        if (alsoAccept) acts.push({ type: 'accept' });
        const begun = performance.now();
        must(await local.submit({ caseId: id, acts, draftId: id }));
        times.push(performance.now() - begun);
        await local.idle();
      }
      return times;
    },
    waiting: () => local.status.value.waiting,
    recorded,
    online: () => local.status.value.online,
    async drained(cases) {
      await until(() => local.status.value.waiting === 0 && recorded() === cases);
      if (local.status.value.refused > 0) throw new Error('some were refused');
      return performance.now();
    },
  };
}

/** The frame and the list read these all the time: what they cost when something changes is part of every act. */
function watchAsScreensDo(local: Local): void {
  effect(() => void [local.status.value, local.cases.value, local.drafts.value, local.outbox.value]);
}

function until(there: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (!there()) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

function draftOf(id: string, updatedAt: string, receive: Receive): Draft {
  const { item, guide, guideVersion, channel, answers, parties, marks, handlingTown } = receive;
  const content = {
    item,
    guide,
    guideVersion,
    step: 'outcome',
    channel,
    answers,
    parties,
    marks,
    handlingTown,
  };
  return { id, updatedAt, content };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
