/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { onSync } from './sendInBackground.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
};

/**
 * The staff app's worker: the app itself, from the precache, with or without a line. It answers GET only — routes of
 * workbox are for GET unless told otherwise — and nothing under /api, so that no request of a window with content ever
 * passes through it (a worker that re-fetched POSTs has sent empty bodies on Safari).
 */
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

/** Deep links: every page of the desk is the one page, which reads the address itself. */
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    allowlist: [/^\/desk(\/|$)/],
    denylist: [/^\/api\//],
  }),
);

/** A new version takes over only when a person has agreed; see `app/local/edges/update.ts`. */
self.addEventListener('message', (event) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

/** There is a line again: what waits on this device is sent, unless a window does. */
self.addEventListener('sync', onSync);
