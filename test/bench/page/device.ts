/** The device of the staff app without its screens, in a page that the bench drives. */
import { effect } from '@preact/signals-core';
// Fetched apart in the app, where the worker keeps them; this page has none, and is taken off the line.
import '../../../src/app/local/edges/uploads.ts';
import '../../../src/app/local/files/sendFiles.ts';
import { openDeviceLocal } from '../../../src/app/local/edges/open.ts';
import type { Act, Draft, Local } from '../../../src/app/local/types.ts';
import { SIGNATURE } from '../../../src/domain/files.ts';
import type { Result } from '../../../src/domain/result.ts';

type Receive = Extract<Act, { type: 'receive' }>['payload'];

export interface DeviceBench {
  /** Enrols with a code; the person signs in, sets a secret and stays unlocked. */
  begin(code: string, username: string, password: string): Promise<void>;
  /** Submits new cases one after the other, as a person does. @returns milliseconds of each */
  submit(cases: readonly Receive[], alsoAccept: boolean): Promise<number[]>;
  /** Takes in cases with a photographed page of so many bytes each. */
  photographed(cases: readonly Receive[], bytes: number): Promise<void>;
  /** Resolves when every case stands as recorded and every page has arrived. */
  arrived(cases: number): Promise<void>;
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
/** What the browser gives at once. */
const MOST_RANDOM = 65_536;

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
    async photographed(cases, bytes) {
      for (const receive of cases) await photographed(local, newId(), receive, bytes);
    },
    async arrived(cases) {
      // A screen that nobody touches locks itself after ten minutes: sending goes on, but what has come cannot be counted.
      const touching = setInterval(() => local.touched(), 60_000);
      await until(
        () => local.status.value.waiting === 0 && recorded() === cases && local.uploads.value.size === 0,
      );
      clearInterval(touching);
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

/** Noise does not shrink, as little as a sealed page does. */
async function photographed(local: Local, caseId: string, receive: Receive, size: number): Promise<void> {
  const bytes = new Uint8Array(size);
  for (let from = 0; from < size; from += MOST_RANDOM)
    crypto.getRandomValues(bytes.subarray(from, from + MOST_RANDOM));
  const paper = Object.keys(receive.marks)[0] ?? SIGNATURE;
  const { key, ...file } = must(await local.capture(caseId, { bytes, type: 'image/jpeg', for: paper }));
  const act: Act = { type: 'receive', payload: { ...receive, files: [file] } };
  must(await local.submit({ caseId, acts: [act], fileKeys: { [file.hash]: key } }));
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
