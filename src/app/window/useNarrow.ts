import { useEffect, useState } from 'preact/hooks';

const NARROW = '(max-width: 699px)';

/** A phone: one question at a time. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const list = matchMedia(NARROW);
    const read = () => setNarrow(list.matches);
    list.addEventListener('change', read);
    return () => list.removeEventListener('change', read);
  }, []);
  return narrow;
}
