import type { Post } from '../../domain/office.ts';
import { addMs, type Instant } from '../../domain/time.ts';
import type { Edges } from '../context.ts';
import { sha256 } from '../recording/keys.ts';
import type { PersonRow } from '../store/peoplePort.ts';
import type { Store } from '../store/store.ts';
import { heldPosts, postsAt } from './powers.ts';

export const SESSION_MS = 12 * 3_600_000;
/** A session is extended at most this often, so that reading does not become writing. */
const EXTEND_EVERY_MS = 5 * 60_000;
const TOKEN_BYTES = 32;

export interface SignedIn {
  readonly person: PersonRow;
  /** The one that the session began on, if it did on an enrolled one. */
  readonly device: string | null;
  /** What counts now. */
  readonly posts: readonly Post[];
  /** With what begins later: a device has to know it when there is no line. */
  readonly held: readonly Post[];
  readonly expiresAt: Instant;
}

/** Sessions slide: each use moves the end. The store has only a hash of the token. */
export interface Sessions {
  /**
   * @param device where it begins, if that is an enrolled one: barring the device ends it
   * @param proof what has to come with the cookie from now on (`PROOF_HEADER`); null = the cookie is enough
   * @returns the token for the cookie
   */
  begin(person: string, device: string | null, proof: string | null): Promise<string>;
  /** Who is signed in with this token and proof; `extended` when the cookie should be renewed. */
  find(token: string, proof: string | null): Promise<{ signedIn: SignedIn; extended: boolean } | undefined>;
  end(token: string): Promise<void>;
}

export function createSessions(
  store: Store,
  { clock, randomBytes }: Pick<Edges, 'clock' | 'randomBytes'>,
): Sessions {
  const now = (): Instant => new Date(clock()).toISOString();
  return {
    begin: async (person, device, proof) => {
      const token = Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
      const at = now();
      await store.write(async (tx) => {
        await tx.forgetSessions(at);
        const expiresAt = addMs(at, SESSION_MS);
        const hashes = { tokenHash: sha256(token), proofHash: proof === null ? null : sha256(proof) };
        await tx.addSession({ ...hashes, person, device, createdAt: at, expiresAt });
      });
      return token;
    },
    find: async (token, proof) => {
      const tokenHash = sha256(token);
      const session = await store.read.session(tokenHash);
      const at = now();
      if (!session || session.expiresAt <= at) return undefined;
      if (session.proofHash !== null && (proof === null || sha256(proof) !== session.proofHash))
        return undefined;
      const person = await store.read.person(session.person);
      if (!person || person.disabledAt !== null) return undefined;
      const rows = await store.read.posts([person.id]);
      const [posts, held] = [postsAt(rows, person.id, at), heldPosts(rows, person.id, at)];
      const expiresAt = addMs(at, SESSION_MS);
      const extended = session.expiresAt < addMs(expiresAt, -EXTEND_EVERY_MS);
      if (extended) await store.write((tx) => tx.extendSession(tokenHash, expiresAt));
      const { device } = session;
      const signedIn = { person, device, posts, held, expiresAt: extended ? expiresAt : session.expiresAt };
      return { signedIn, extended };
    },
    end: (token) => store.write((tx) => tx.endSession(sha256(token))),
  };
}
