import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { DocumentKey } from '../../protocol/documents.ts';
import { appendAccess } from '../access/accessChain.ts';
import type { By } from '../access/staff.ts';
import type { Edges } from '../context.ts';
import { newOpeningKey } from '../opening/hpke.ts';
import { keyIdOfSpki } from '../recording/keys.ts';
import type { DocumentKeyRow } from '../store/documentPort.ts';
import type { Store } from '../store/store.ts';

/** What documents are signed with now. Not a sealing key: one key does one thing. */
export interface DocumentSigner {
  /** Id of the key in use. */
  keyId(): string;
  /** r ‖ s in base64url. */
  sign(text: string): string;
}

/** The key pairs that documents are signed with. One that was replaced verifies for ever: its paper is still about. */
export interface DocumentKeys extends DocumentSigner {
  /** Every one that was ever signed with, the newest first. */
  publicKeys(): readonly DocumentKey[];
  /** Makes a new pair the current one; who did so stands in the access chain. */
  rotate(by: By): Promise<DocumentKey>;
}

type Ids = Pick<Edges, 'newId' | 'randomBytes'> & { readonly now: () => string };

interface Pair extends DocumentKey {
  readonly private: KeyObject;
}

/** The store's keys; an empty store gets its first. */
export async function openDocumentKeys(store: Store, ids: Ids): Promise<DocumentKeys> {
  let rows = await store.read.documentKeys();
  if (rows.length === 0) {
    const first = freshRow(ids.now());
    rows = [first];
    await store.write((tx) => tx.addDocumentKey(first));
  }
  let pairs = pairsOf(rows);
  const current = (): Pair => {
    const [newest] = pairs;
    if (!newest) throw new Error('the store has no key for documents');
    return newest;
  };
  return {
    keyId: () => current().id,
    sign: (text) => {
      const key = { key: current().private, dsaEncoding: 'ieee-p1363' as const };
      return sign('sha256', Buffer.from(text), key).toString('base64url');
    },
    publicKeys: () => pairs.map(({ id, publicKey }) => ({ id, publicKey })),
    rotate: async ({ person, office, at }) => {
      const before = current().id;
      const row = freshRow(at);
      rows = await store.write(async (tx) => {
        await tx.retireDocumentKeys(at);
        await tx.addDocumentKey(row);
        const data = { key: row.keyId, before };
        await appendAccess(tx, { type: 'documentKeyRotated', by: person, office, data }, at, ids);
        return tx.documentKeys();
      });
      pairs = pairsOf(rows);
      const { id, publicKey } = current();
      return { id, publicKey };
    },
  };
}

/** Those in use before those that were retired, the newest first. */
const pairsOf = (rows: readonly DocumentKeyRow[]): readonly Pair[] =>
  [...rows.filter((row) => row.retiredAt !== null), ...rows.filter((row) => row.retiredAt === null)]
    .reverse()
    .map((row) => pairOf(row.private));

function freshRow(createdAt: string): DocumentKeyRow {
  const pkcs8 = newOpeningKey();
  return { keyId: pairOf(pkcs8).id, private: pkcs8, createdAt, retiredAt: null };
}

/** @param pkcs8 DER in base64url */
function pairOf(pkcs8: string): Pair {
  const key = createPrivateKey({ key: Buffer.from(pkcs8, 'base64url'), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = spki.toString('base64url');
  return { id: keyIdOfSpki(publicKey), publicKey, private: key };
}
