/** Tells those who listen on a feed that there is more to read. Never what. */
export interface Announcer {
  announce(scopes: ReadonlySet<string>): void;
  /** The returned function stops listening. */
  listen(scope: string, onMore: () => void): () => void;
}

export function createAnnouncer(): Announcer {
  const listeners = new Map<string, Set<() => void>>();
  return {
    announce: (scopes) => {
      for (const scope of scopes) for (const onMore of listeners.get(scope) ?? []) onMore();
    },
    listen: (scope, onMore) => {
      const set = listeners.get(scope) ?? new Set();
      listeners.set(scope, set.add(onMore));
      return () => {
        set.delete(onMore);
        if (set.size === 0) listeners.delete(scope);
      };
    },
  };
}
