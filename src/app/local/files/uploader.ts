import { type ReadonlySignal, signal } from '@preact/signals-core';
import { Backoff, type Wake } from '../backoff.ts';
import type { Core } from '../core.ts';
import type { Ports } from '../ports.ts';

const LOCK = 'jinban-files';
/** Another tab is sending and will tell; should it be closed meanwhile, we look again. */
const LOOK_AGAIN_MS = 5_000;

/** How much of each file has arrived, in bytes, while it is being sent. */
export type Arriving = ReadonlyMap<string, number>;
const NOTHING: Arriving = new Map();

export type UploadingPorts = Pick<Ports, 'clock' | 'randomness' | 'locks'> & {
  readonly transport: Pick<Ports['transport'], 'filesHeld' | 'upload'>;
  readonly surroundings: Pick<Ports['surroundings'], 'online'>;
};

/** What uploading needs of a device: no screen, no person, no open key. */
export type UploadingCore = Pick<Core, 'db' | 'store' | 'line' | 'deviceKeys' | 'files'> & {
  readonly ports: UploadingPorts;
};

/** One run over what waits. */
export interface Run {
  readonly device: string;
  readonly stepBack: AbortSignal | undefined;
  readonly onFile: () => void;
  /** So much of a file has arrived. */
  readonly onArrived: (hash: string, bytes: number) => void;
  readonly backoff: Backoff;
}

/**
 * Sends the files that commands name, resumed where they were cut, several abreast, one tab at a time. Nothing is given
 * up before the endpoint has said, by its hash, that it has the file whole on its disk. The sending itself is fetched
 * apart (`sendFiles.ts`): most days begin without a file.
 */
export class Uploader {
  readonly #core: UploadingCore;
  readonly #device: () => string | undefined;
  readonly #backoff: Backoff;
  readonly #arriving = signal(NOTHING);

  readonly arriving: ReadonlySignal<Arriving> = this.#arriving;

  constructor(core: UploadingCore, device: () => string | undefined) {
    this.#core = core;
    this.#device = device;
    this.#backoff = new Backoff(core.ports.clock, core.ports.randomness);
  }

  /** When to wake it again, by the device's clock; `null` when nothing waits. */
  due(): number | null {
    return this.#core.files.waits() ? this.#backoff.due.value : null;
  }

  async drain(why: Wake, onFile: () => void, stepBack?: AbortSignal): Promise<void> {
    const { ports, store, files } = this.#core;
    const device = this.#device();
    if (device === undefined || !this.#backoff.mayTry(why, ports.surroundings.online())) return;
    const onArrived = (hash: string, bytes: number): void => {
      this.#arriving.value = new Map([...this.#arriving.value, [hash, bytes]]);
    };
    const run: Run = { device, stepBack, onFile, onArrived, backoff: this.#backoff };
    const done = await store.guard(async () => {
      await files.load();
      if (!files.waits()) return { held: true };
      const { sendFiles } = await import('./sendFiles.ts');
      return await ports.locks.tryHold(LOCK, () => sendFiles(this.#core, run));
    });
    this.#arriving.value = NOTHING;
    if (!done.ok) this.#backoff.failed();
    else if (!done.value.held) this.#backoff.lookAgainIn(LOOK_AGAIN_MS);
  }
}
