/** Read once: the code in the fragment of the link, which then leaves the address bar and the history. */
export function codeInAddress(
  location: Pick<Location, 'hash' | 'pathname'>,
  history: Pick<History, 'replaceState'>,
): string {
  const code = location.hash.slice(1);
  if (code !== '') history.replaceState(null, '', location.pathname);
  return code.slice(0, 20);
}
