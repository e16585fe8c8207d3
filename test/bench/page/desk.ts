/** What the bench does at an unlocked desk. Each function goes over whole: it can use nothing around it. */

/** Milliseconds from the press on 等我办 until what waits is listed and painted, each time anew. */
export async function openQueue(times: number): Promise<number[]> {
  const button = (name: string): HTMLElement => {
    const found = [...document.querySelectorAll<HTMLElement>('[role="radio"]')].find((one) =>
      one.textContent?.startsWith(name),
    );
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  const painted = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    performance.mark(`the queue, time ${time}`);
    button('今天').click();
    await pause();
    const begun = performance.now();
    button('等我办').click();
    await painted();
    taken.push(performance.now() - begun);
    const heading = document.querySelector('h1')?.textContent;
    const rows = document.querySelectorAll('ul[aria-label="办件"] > li').length;
    if (heading !== '等我办的' || rows === 0)
      throw new Error(`the queue was not drawn: ${heading}, ${rows} rows`);
    await pause();
  }
  return taken;
}

/** Milliseconds since the click on a row. */
export interface Opened {
  /** The screen is full of the case, but for 8 px at most, and painted: what is drawn after that stands below its edge. */
  readonly shown: number;
  /** Everything of the case is in the page and painted. */
  readonly whole: number;
}

/** Where a row lies, for the mouse, and what it leads to. */
export function rowAt(row: number): { readonly x: number; readonly y: number; readonly id: string } {
  const link = [...document.querySelectorAll<HTMLAnchorElement>('ul[aria-label="办件"] > li a')][row];
  if (!link) throw new Error(`no row ${row}`);
  link.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = link.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2, id: link.href.split('/').pop() ?? '' };
}

/**
 * Waits for a click, and then for the case that it opens. To be called before, and waited for: a page that is slowed down
 * may hear of a press before it hears of this.
 */
export function caseOpened(id: string): { readonly done: Promise<Opened> } {
  const reached = (what: string, there: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      performance.mark(`until ${what}`);
      const look = (): void => {
        if (!there()) return;
        watch.disconnect();
        resolve();
      };
      const watch = new MutationObserver(look);
      watch.observe(document, { childList: true, subtree: true, characterData: true });
      look();
    });
  const painted = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const says = document.querySelector(`ul[aria-label="办件"] a[href$="${id}"]`)?.textContent ?? '';
  const numbered = (): boolean =>
    [...document.querySelectorAll('#main p')].some((one) => {
      const number = /^编号 (\S+)$/.exec(one.textContent ?? '')?.[1];
      return number !== undefined && says.includes(number);
    });
  const complete = (): boolean =>
    [...document.querySelectorAll('#main h2')].some((one) => one.textContent === '办理经过');
  // As the app itself has it (`fillsScreen`).
  const sliver = 8;
  /** Whether nothing more would find room between what is there and the lower edge, or the bar that lies over it. */
  const full = (): boolean => {
    const column = document.querySelector('#main h1')?.parentElement?.parentElement;
    const last = column?.lastElementChild;
    if (!column || !last) return false;
    const bar = column.nextElementSibling?.getBoundingClientRect().top ?? innerHeight;
    const gap = Number.parseFloat(getComputedStyle(column).rowGap);
    return last.getBoundingClientRect().bottom + gap >= Math.min(bar, innerHeight) - sliver;
  };
  if (numbered()) throw new Error('the case is open already');
  performance.mark('until the click');
  const clicked = new Promise<number>((resolve) => {
    addEventListener('click', (event) => resolve(event.timeStamp), { capture: true, once: true });
  });
  const opening = async (): Promise<Opened> => {
    const begun = await clicked;
    await reached('its number is there', numbered);
    await painted();
    performance.mark('painted');
    const first = performance.now() - begun;
    const filled = full();
    await reached('it is whole', complete);
    await painted();
    const whole = performance.now() - begun;
    return { shown: filled ? first : whole, whole };
  };
  return { done: opening() };
}
