import { useCallback, useEffect } from 'preact/hooks';
import { useKeeper } from '../parts/openForms.ts';

/**
 * Nothing is lost when the tab is hidden, closed or left, or the screen is locked.
 * @param keep writes down what is typed and not kept yet; the same function as long as it is the same form
 */
export function useKept(keep: () => Promise<unknown>): void {
  useKeeper(
    useCallback(async () => {
      await keep();
    }, [keep]),
  );
  useEffect(() => {
    const flush = () => void keep();
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [keep]);
}
