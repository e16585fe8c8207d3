import { type ReadonlySignal, signal } from '@preact/signals-core';
import { ok, type Result, refuse } from '../../../domain/result.ts';
import { acts } from '../acts.ts';
import type { Core } from '../core.ts';
import type { CommandRow } from '../database.ts';
import type { MirrorFolder, MirrorState } from '../ports.ts';
import { PACKAGE_ENDING } from './types.ts';

/** What the district may not have: everything but what it has confirmed, or what another command stands for. */
const KEPT: readonly CommandRow['state'][] = ['waiting', 'held', 'refused'];

/**
 * For counter PCs whose disk is rolled back or cleaned every night: what waits is copied, sealed as it lies, into a folder
 * of the person's choice after every 提交, one package for each command, and read back from there at start. The folder is a
 * copy, never the truth: nothing is confirmed by being in it.
 */
export class Mirror {
  readonly #core: Core;
  readonly #folder: MirrorFolder;
  readonly #state = signal<MirrorState>('none');
  readonly #failed = signal(false);
  /** Commands that were in the outbox while this window was open: only their packages are ever removed. */
  readonly #seen = new Set<string>();

  readonly state: ReadonlySignal<MirrorState> = this.#state;
  /** The last copying did not succeed: the folder may be full, gone, or a stick that was pulled out. */
  readonly failed: ReadonlySignal<boolean> = this.#failed;

  constructor(core: Core) {
    this.#core = core;
    this.#folder = core.ports.mirror;
  }

  /** At start: brings back what a rolled-back disk has lost, then copies what the folder lacks. */
  async begin(): Promise<void> {
    this.#state.value = await this.#folder.state();
    if (this.#state.value !== 'ready') return;
    await this.#attempt(() => this.#readBack());
    await this.sync();
  }

  /** A person chooses the folder, or lets the app use it again after a restart. */
  async choose(anew: boolean): Promise<Result<null>> {
    const chosen = anew ? await this.#folder.choose() : await this.#folder.grant();
    if (!chosen) return refuse('mirror.notChosen');
    await this.begin();
    return this.#failed.value ? refuse('mirror.failed') : ok(null);
  }

  async leave(): Promise<void> {
    await this.#folder.forget();
    this.#state.value = await this.#folder.state();
    this.#failed.value = false;
  }

  /** After every 提交, and when something was confirmed. */
  async sync(): Promise<void> {
    if (this.#state.value === 'ready') await this.#attempt(() => this.#copy());
  }

  async #copy(): Promise<void> {
    const { outbox } = this.#core;
    const kept = new Set(
      outbox.rows.value.filter((row) => !row.carried && KEPT.includes(row.state)).map((row) => row.id),
    );
    const there = new Set(await this.#folder.names());
    for (const id of kept) {
      this.#seen.add(id);
      if (there.has(nameOf(id))) continue;
      const { exportOutbox } = await acts();
      const made = await exportOutbox(this.#core, { only: new Set([id]), bodies: true });
      if (made.ok) await this.#folder.write(nameOf(id), made.value);
    }
    for (const id of this.#seen) {
      if (kept.has(id)) continue;
      if (there.has(nameOf(id))) await this.#folder.remove(nameOf(id));
      this.#seen.delete(id);
    }
  }

  async #readBack(): Promise<void> {
    const here = new Set(this.#core.outbox.rows.value.map((row) => nameOf(row.id)));
    for (const name of await this.#folder.names()) {
      if (!name.endsWith(PACKAGE_ENDING) || here.has(name)) continue;
      const { importPackage } = await acts();
      const read = await importPackage(this.#core, await this.#folder.read(name));
      // A damaged copy stays where it is: somebody may still make something of it.
      if (read.ok) this.#seen.add(name.slice(0, -PACKAGE_ENDING.length));
    }
  }

  /** A folder that fails must not stop anything: it is said, and tried again with the next change. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failed.value = false;
    } catch {
      this.#failed.value = true;
      this.#state.value = await this.#folder.state();
    }
  }
}

const nameOf = (id: string): string => `${id}${PACKAGE_ENDING}`;
