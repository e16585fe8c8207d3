import type { Instant } from '../../domain/time.ts';
import type { Naming } from '../store/filesPort.ts';
import type { Store } from '../store/store.ts';
import { contentOfFile } from './sealedFile.ts';
import type { FileShelf } from './shelf.ts';

const PAGE = 50;

export interface InspectorDeps {
  readonly store: Store;
  readonly shelf: FileShelf;
  readonly now: () => Instant;
  /** What was looked at, by what was found. */
  readonly onChecked: (fault: string | null) => void;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Looks at the content of each file once both its bytes and its key are here, beside everything else: nobody waits for
 * it. What is not what it was named to be is marked, and stays.
 */
export interface Inspector {
  /** There may be something to look at. */
  wake(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export function createInspector(deps: InspectorDeps): Inspector {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await inspectAll(deps).catch(deps.onFailure);
    } while (again);
    running = undefined;
  };
  return {
    wake: () => {
      again = true;
      running ??= run();
    },
    idle: async () => running,
  };
}

async function inspectAll({ store, shelf, now, onChecked }: InspectorDeps): Promise<void> {
  for (let last: Pick<Naming, 'stream' | 'hash'> = { stream: '', hash: '' }; ; ) {
    const page = await store.read.unchecked(last, PAGE);
    for (const naming of page) {
      const sealed = await shelf.read(naming.hash);
      // Bytes that are lost come again with the next device that asks; the verifier tells of them.
      if (!sealed) continue;
      const found = await contentOfFile(sealed, naming);
      const fault = typeof found === 'string' ? found : null;
      await store.write((tx) => tx.checked(naming, fault, now()));
      onChecked(fault);
    }
    const end = page.at(-1);
    if (!end) return;
    last = end;
  }
}
