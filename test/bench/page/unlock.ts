/** What the bench does in a page of the staff app. Each function goes over whole: it can use nothing around it. */

export interface Unlocking {
  readonly secret: string;
  /** Cases of today. */
  readonly rows: number;
  /** Names that only the newest and the oldest case have. */
  readonly newest: string;
  readonly oldest: string;
}

/** Milliseconds since the secret was entered. */
export interface Unlocked {
  /** The keys are open: the desk stands in the place of the lock screen. */
  readonly open: number;
  /** The newest of today's list are in the page, and it says how many there are. */
  readonly shown: number;
  /** It has answered to the newest case's name, and was painted. */
  readonly usable: number;
  /** All are there: the oldest has been found, and was painted. */
  readonly searchable: number;
}

/** On the lock screen of a device with one person. */
export async function unlockAndSearch({ secret, rows, newest, oldest }: Unlocking): Promise<Unlocked> {
  const field = (type: string): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>(`input[type="${type}"]`);
    if (!found) throw new Error(`no field for ${type}`);
    return found;
  };
  const type = (into: HTMLInputElement, text: string): void => {
    into.value = text;
    into.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const reached = (what: string, there: () => boolean): Promise<number> =>
    new Promise((resolve) => {
      performance.mark(`until ${what}`);
      const look = (): void => {
        if (!there()) return;
        watch.disconnect();
        resolve(performance.now());
      };
      const watch = new MutationObserver(look);
      watch.observe(document, { childList: true, subtree: true, characterData: true });
      look();
    });
  const painted = (): Promise<void> =>
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const list = (): Element[] => [...document.querySelectorAll('ul[aria-label="办件"] > li')];
  const only = (name: string) => () => list().length === 1 && list()[0]?.textContent?.includes(name) === true;

  const secretField = field('password');
  type(secretField, secret);
  await painted();
  const entered = performance.now();
  const since = (moment: number): number => moment - entered;
  const opening = reached(
    'the desk stands there',
    () => document.querySelector('input[type="search"]') !== null,
  );
  const counted = (): boolean =>
    [...document.querySelectorAll('[role="status"]')].some((one) => one.textContent === `共 ${rows} 件`);
  const showing = reached('today is listed', () => counted() && list().length > 0);
  secretField.form?.requestSubmit();
  const [open, shown] = [await opening, await showing];
  type(field('search'), newest);
  await reached('the newest is found', only(newest));
  await painted();
  performance.mark('the newest painted');
  const usable = performance.now();
  type(field('search'), oldest);
  await reached('the oldest is found', only(oldest));
  await painted();
  const searchable = performance.now();
  return { open: since(open), shown: since(shown), usable: since(usable), searchable: since(searchable) };
}

/** Milliseconds since a letter was typed. */
export interface Keystroke {
  /** The list that it leaves is in the page. */
  readonly listed: number;
  /** It is styled and laid out as well. */
  readonly laidOut: number;
}

/** Types each text letter by letter, and takes it away again. */
export async function typeAll(texts: readonly string[]): Promise<Keystroke[]> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (!field) throw new Error('no search field');
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
  const found = (): string | null | undefined => document.querySelector('p[role="status"]')?.textContent;
  const change = async (text: string): Promise<Keystroke> => {
    performance.mark(`typing ${text}`);
    const begun = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // Components draw in a microtask.
    await Promise.resolve();
    const listed = performance.now() - begun;
    document.body.getBoundingClientRect();
    const laidOut = performance.now() - begun;
    const now = found();
    await pause();
    if (found() !== now) throw new Error('the list was not drawn in time to be measured');
    return { listed, laidOut };
  };
  const times: Keystroke[] = [];
  await change('');
  for (const text of texts) {
    for (let length = 1; length <= text.length; length += 1) times.push(await change(text.slice(0, length)));
    await change('');
  }
  return times;
}
