import type { Parts } from './conductor.ts';
import type { TabNews } from './ports.ts';

/** Takes over the keys of a window that has unlocked. */
interface Door {
  join(): Promise<void>;
}

/** Takes in what another tab has changed. */
export async function takeIn(parts: Parts, news: TabNews, door: Door): Promise<void> {
  const { core, membership, catalogue, drafts, slips, tasks } = parts;
  switch (news.about) {
    case 'commands':
      return await core.outbox.load();
    case 'cases':
      return await core.recorded.refresh(news.gone ?? []);
    case 'anew':
      return await core.recorded.load();
    case 'catalogue':
      return await catalogue.load();
    case 'slips':
      return await slips.load();
    case 'files':
      return await core.files.load();
    case 'drafts':
      return await drafts.load();
    case 'session':
      await Promise.all([membership.load(), core.givenUp.load()]);
      // Another window may take long to answer, or none does: other news does not wait for it.
      void tasks.track(door.join());
      return;
  }
}
