/// <reference lib="webworker" />
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;

/**
 * The citizens' worker: a page that was read once is there without a line. Under /desk/ the staff app has its own. It
 * answers GET only, and nothing of /api: no lookup of a case ever lies in a cache.
 */
const PAGES = 'citizen-pages';
const PARTS = 'citizen-parts';
/** A bad line is given up for the copy after this, in seconds. */
const PATIENCE_S = 4;

const mine = ({ pathname, origin }: URL): boolean =>
  origin === self.location.origin &&
  !/^\/(api|desk)(\/|$)/.test(pathname) &&
  // What was answered to one person is nobody else's to find on a borrowed phone.
  !pathname.endsWith('/received');

registerRoute(
  ({ url }) => mine(url) && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: PARTS }),
);
/** A page with a question in its address is not kept: nobody's searches lie in a borrowed phone, nor fill it. */
const isKept = ({ url, request }: { readonly url: URL; readonly request: Request }): boolean =>
  url.search === '' && (request.mode === 'navigate' || url.pathname.endsWith('.json'));

registerRoute(
  ({ url, request }) => mine(url) && isKept({ url, request }),
  new NetworkFirst({
    cacheName: PAGES,
    networkTimeoutSeconds: PATIENCE_S,
    matchOptions: { ignoreVary: true },
  }),
);

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The first visit came before the worker: what that page is made of is kept afterwards. */
self.addEventListener('message', (event) => {
  const { keep } = (event.data ?? {}) as { keep?: unknown };
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep.map(String)));
});

async function keepAll(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const url = new URL(address, self.location.origin);
    if (!mine(url) || url.search !== '') continue;
    const cache = await caches.open(url.pathname.startsWith('/assets/') ? PARTS : PAGES);
    if (!(await cache.match(url.href))) await cache.add(url.href).catch(() => undefined);
  }
}
