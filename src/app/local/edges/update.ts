import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Workbox } from 'workbox-window';

const LOOK_EVERY_MS = 3_600_000;

/** The life of the staff app's service worker: a new version waits until the person agrees. */
export interface Updates {
  /** True while a new version waits. Offer it only while no form is open: the screen decides. */
  readonly updateReady: ReadonlySignal<boolean>;
  /** The one way in which this page reloads itself: the waiting worker takes over first. */
  applyUpdate(): void;
}

/** Registers /desk/sw.js. Where there are no service workers the app works while it is open, and nothing is offered. */
export function watchUpdates(): Updates {
  const updateReady = signal(false);
  if (!('serviceWorker' in navigator)) return { updateReady, applyUpdate: () => undefined };
  const hadController = navigator.serviceWorker.controller !== null;
  let agreed = false;
  let takenOver = false;

  // Fetched apart: the first screen does not wait for it.
  const registered = registerWorker(() => {
    updateReady.value = true;
  });
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The very first worker takes hold of a page that it did not serve: nothing is new then.
    if (!hadController) return;
    takenOver = true;
    if (agreed) location.reload();
    // Another tab agreed. This page is the old version over the new one's files: it is offered the reload too.
    else updateReady.value = true;
  });
  const look = (): void => {
    if (document.visibilityState === 'visible' && navigator.onLine)
      void registered.then((workbox) => workbox.update()).catch(() => undefined);
  };
  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOK_EVERY_MS);

  return {
    updateReady,
    applyUpdate() {
      agreed = true;
      if (takenOver) location.reload();
      else void registered.then((workbox) => workbox.messageSkipWaiting());
    },
  };
}

async function registerWorker(onWaiting: () => void): Promise<Workbox> {
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/desk/sw.js', { scope: '/desk/' });
  workbox.addEventListener('waiting', onWaiting);
  await workbox.register();
  return workbox;
}
