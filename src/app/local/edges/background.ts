import type { Background } from '../ports.ts';

/** The name under which the browser remembers to wake the worker. */
export const OUTBOX_SYNC = 'jinban-outbox';

/** Background Sync, which TypeScript's library does not describe. */
interface SyncingRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Chromium has it. Elsewhere what waits is sent when the app is next opened. */
export const deviceBackground: Background = {
  ask() {
    navigator.serviceWorker?.ready
      .then((registration: SyncingRegistration) => registration.sync?.register(OUTBOX_SYNC))
      // Not allowed here, or no worker: an open window sends all the same.
      .catch(() => undefined);
  },
};
