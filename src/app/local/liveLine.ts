import type { Core } from './core.ts';
import { scopeOf } from './feed.ts';
import type { Membership } from './session.ts';

/** The line that says that there is more to read: open while somebody may read and looks. */
export class LiveLine {
  readonly #parts: { readonly core: Core; readonly membership: Membership };
  readonly #onMore: () => void;
  #open: { readonly scope: string; readonly close: () => void } | null = null;

  constructor(parts: { readonly core: Core; readonly membership: Membership }, onMore: () => void) {
    this.#parts = parts;
    this.#onMore = onMore;
  }

  arrange(): void {
    const { core, membership } = this.#parts;
    const { surroundings, transport } = core.ports;
    const person = core.lock.open.value?.person;
    const device = membership.device.value;
    const wanted = person && device && membership.mayRead.value && surroundings.visible();
    const scope = wanted ? scopeOf(person, device) : null;
    if ((this.#open?.scope ?? null) === scope) return;
    this.close();
    if (scope !== null) this.#open = { scope, close: transport.live(scope, this.#onMore) };
  }

  close(): void {
    this.#open?.close();
    this.#open = null;
  }
}
