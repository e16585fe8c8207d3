/** What the bench does at an unlocked desk. The function goes over whole: it can use nothing around it. */

/**
 * Milliseconds from the press on 打印 until the document is drawn whole with its code, for as many cases of the list.
 */
export async function renderDocuments(rows: number): Promise<number[]> {
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
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));
  const linkTo = (href: string): HTMLAnchorElement | null =>
    document.querySelector<HTMLAnchorElement>(`#main a[href="${href}"]`);
  const taken: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    await reached(() => document.querySelectorAll('ul[aria-label="办件"] > li a').length > rows);
    const link = document.querySelectorAll<HTMLAnchorElement>('ul[aria-label="办件"] > li a')[row];
    const id = link?.href.split('/').pop() ?? '';
    link?.click();
    await reached(() => linkTo(`/desk/print/case/${id}`) !== null);
    await pause();
    const begun = performance.now();
    linkTo(`/desk/print/case/${id}`)?.click();
    await reached(() => document.querySelector('.paper-qr svg path') !== null);
    await painted();
    taken.push(performance.now() - begun);
    await pause();
    document.querySelector<HTMLAnchorElement>('a[href="/desk/"]')?.click();
  }
  return taken;
}
