import type { Parts } from './conductor.ts';
import type { TabNews } from './ports.ts';

/** What another window's coming and going does here. */
interface Door {
  /** Takes over the keys of a window that has unlocked. */
  join(): Promise<void>;
  lock(): void;
  touchedElsewhere(): void;
}

/** Takes in what another tab has changed. */
export async function takeIn(parts: Parts, news: TabNews, door: Door): Promise<void> {
  const { core, membership, catalogue, drafts, slips } = parts;
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
    case 'drafts':
      return await drafts.load();
    case 'lock':
      return door.lock();
    case 'touch':
      return door.touchedElsewhere();
    case 'session':
      await Promise.all([membership.load(), core.givenUp.load()]);
      return await door.join();
  }
}
