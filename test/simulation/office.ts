import type { Catalogue } from '../../src/domain/rules.ts';
import { etagOf } from '../../src/endpoint/published.ts';
import { withGuide } from '../support/sampleCatalogue.ts';
import { permitGuide } from '../support/sampleGuides.ts';
import type { Wire, WireAnswer } from './endpoint.ts';
import { PASSWORD } from './prepared.ts';
import type { World } from './world.ts';

/** What the district's own people do, over the endpoint's routes. What a crash takes with it was not done. */
export class Office {
  readonly #world: World;
  #cookie = '';

  constructor(world: World) {
    this.#world = world;
  }

  async setItem(item: string, state: 'suspended' | 'in_force'): Promise<void> {
    const from = this.#world.time.instant().slice(0, 10);
    const done = await this.#ask('POST', `/api/items/${item}/status`, { state, from, basis: '区里的通知' });
    if (done && state === 'suspended') this.#world.happened('itemSuspended');
  }

  /** Nobody can publish a guide over a route yet: as the route for an item's state does it. */
  async changeGuide(): Promise<void> {
    const { endpoint, stillness } = this.#world;
    if (!endpoint.isUp) return;
    const { published, store } = endpoint.server.context;
    const before = published.current().catalogue;
    const version = Math.max(
      ...before.guides.filter((guide) => guide.id === permitGuide.id).map((guide) => guide.version),
    );
    const after: Catalogue = withGuide(before, { ...permitGuide, version });
    const at = this.#world.time.instant();
    const row = { catalogue: after, etag: etagOf(after), at, by: null, reason: 'guide' };
    const write = store
      .write((tx) => tx.publish(row))
      .then(
        () => 'published' as const,
        () => 'failed' as const,
      );
    const settled = stillness.settle().then(() => 'nothing' as const);
    if ((await Promise.race([write, settled])) !== 'published' || !endpoint.isUp) return;
    published.adopt(after);
    this.#world.happened('guideChanged');
  }

  async revoke(device: string): Promise<boolean> {
    return await this.#ask('PATCH', `/api/devices/${device}`, { revoked: true, reason: '平板丢失' });
  }

  async setDisabled(person: string, disabled: boolean): Promise<boolean> {
    return await this.#ask('PATCH', `/api/staff/${person}`, { disabled, reason: '岗位变动' });
  }

  async rotate(): Promise<void> {
    if (await this.#ask('POST', '/api/sealing-keys', undefined)) this.#world.happened('keyRotated');
  }

  async rule(id: string, ruling: 'release' | 'setAside'): Promise<void> {
    const done = await this.#ask('POST', `/api/quarantine/${id}`, { ruling, reason: '已核实' });
    if (done && ruling === 'release') this.#world.happened('quarantineReleasedLate');
  }

  /** @returns whether it was done, as far as anybody was told */
  async #ask(method: Wire['method'], url: string, body: object | undefined): Promise<boolean> {
    const first = await this.#send(method, url, body);
    if (first?.status !== 401) return this.#told(url, first);
    const credentials = { username: 'chen', password: PASSWORD };
    const signedIn = await this.#send('POST', '/api/session', credentials);
    this.#cookie = String(signedIn?.headers['set-cookie'] ?? '').replace(/;.*/s, '');
    return this.#told(url, await this.#send(method, url, body));
  }

  #told(url: string, answer: WireAnswer | undefined): boolean {
    this.#world.trace(`office ${url} → ${answer?.status ?? 'nothing'}`);
    return answer !== undefined && answer.status < 300;
  }

  async #send(
    method: Wire['method'],
    url: string,
    body: object | undefined,
  ): Promise<WireAnswer | undefined> {
    const { endpoint, stillness } = this.#world;
    return await stillness.until(
      endpoint.ask({
        ...{ method, url, from: '10.0.1.1' },
        headers: { cookie: this.#cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
        body: body && JSON.stringify(body),
      }),
    );
  }
}
