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

/** Milliseconds from the press on a row until its case is on the screen whole, for as many rows. */
export async function openCases(rows: number): Promise<number[]> {
  const links = (): HTMLAnchorElement[] => [
    ...document.querySelectorAll<HTMLAnchorElement>('ul[aria-label="办件"] > li a'),
  ];
  const reached = (there: () => boolean): Promise<void> =>
    new Promise((resolve) => {
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
  const taken: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const link = links()[row];
    if (!link) throw new Error(`no row ${row}`);
    const id = link.href.split('/').pop() ?? '';
    const says = link.textContent ?? '';
    const begun = performance.now();
    link.click();
    await reached(
      () =>
        location.href.endsWith(id) &&
        [...document.querySelectorAll('#main p')].some((one) => {
          const number = /^编号 (\S+)$/.exec(one.textContent ?? '')?.[1];
          return number !== undefined && says.includes(number);
        }),
    );
    await painted();
    taken.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return taken;
}
