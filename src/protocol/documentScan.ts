/** Longer than any code with the longest office id: what is longer was not made here. */
export const MAX_CHARS = 320;

/** As it was meant: full-width signs come from an input method that was left on. */
export const scannedText = (text: string): string =>
  text
    .slice(0, 2 * MAX_CHARS)
    .normalize('NFKC')
    .trim();

/** Whether a scanned text is meant to be a document's code, whole or not. Apart from what reads it: lists ask it too. */
export const isDocumentScan = (text: string): boolean => /\/verify\?d=/i.test(scannedText(text));
