import { type Catalogue, type Rules, rulesOf } from '../domain/rules.ts';
import type { Instant } from '../domain/time.ts';
import { catalogueSince } from '../protocol/catalogue.ts';
import { sha256 } from './recording/keys.ts';
import type { Store } from './store/store.ts';

/** How many earlier versions are held ready; devices that are further behind cost one read each. */
const HELD_VERSIONS = 32;

/** The catalogue in force, and every one before it. */
export interface Published {
  rules(): Rules;
  /** The rules of a version; the current ones when that version was never published here. */
  rulesSeen(version: number): Promise<Rules>;
  current(): { readonly catalogue: Catalogue; readonly etag: string };
  /** The JSON that answers `?since=`; everything when that version is not known. */
  answer(since: number | null): Promise<string>;
  /** Takes over what a transaction has published. */
  adopt(catalogue: Catalogue): void;
}

/** A weak tag: the same version may be answered whole or as a difference. */
export const etagOf = (catalogue: Catalogue): string =>
  `W/"${catalogue.version}-${sha256(JSON.stringify(catalogue)).slice(0, 12)}"`;

/** Opens the store's newest catalogue; an empty store begins with the seed. */
export async function openPublished(store: Store, seed: Catalogue, now: () => Instant): Promise<Published> {
  let newest = await store.read.newestCatalogue();
  if (!newest) {
    newest = { catalogue: seed, etag: etagOf(seed) };
    const row = { ...newest, at: now(), by: null, reason: 'seed' };
    await store.write((tx) => tx.publish(row));
  }
  return hold(store, newest);
}

function hold(store: Store, first: { catalogue: Catalogue; etag: string }): Published {
  let current = first;
  let rules = rulesOf(first.catalogue);
  const seen = new Map<number, Rules>();
  const answers = new Map<number | null, string>();
  return {
    rules: () => rules,
    current: () => current,
    rulesSeen: async (version) => {
      if (version === rules.version) return rules;
      const held = seen.get(version);
      if (held) return held;
      const found = version > rules.version ? undefined : await store.read.catalogue(version);
      if (!found) return rules;
      if (seen.size >= HELD_VERSIONS) seen.clear();
      const made = rulesOf(found);
      seen.set(version, made);
      return made;
    },
    answer: async (since) => {
      const known = answers.get(since);
      if (known !== undefined) return known;
      const before = since === null || since > rules.version ? undefined : await store.read.catalogue(since);
      const text = JSON.stringify(catalogueSince(before ?? null, current.catalogue));
      if (answers.size < HELD_VERSIONS) answers.set(since, text);
      return text;
    },
    adopt: (catalogue) => {
      current = { catalogue, etag: etagOf(catalogue) };
      rules = rulesOf(catalogue);
      answers.clear();
    },
  };
}
