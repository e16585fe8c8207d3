import { useLocation } from 'preact-iso';

/** To another screen. `replace`: the way back does not lead to the screen that was left. */
type GoOn = (address: string, replace?: boolean) => void;

/**
 * For what leads to another screen once it is saved: ask for the way on when it begins, and use it when it is done. Whoever
 * has gone elsewhere by themselves meanwhile is left there.
 */
export function useOnward(): () => GoOn {
  const { route } = useLocation();
  return () => {
    const begunAt = location.pathname;
    return (address, replace) => {
      if (location.pathname === begunAt) route(address, replace);
    };
  };
}
