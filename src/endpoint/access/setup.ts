import { timingSafeEqual } from 'node:crypto';
import type { Setup, StaffMember } from '../../protocol/resources.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import { sha256 } from '../recording/keys.ts';
import type { Store } from '../store/store.ts';
import { createAttempts } from './attempts.ts';
import { newCode, readCode } from './codes.ts';
import { addStaff, hasAdmin } from './staff.ts';

const SETUP_CODE = 'setup.code';
const CODE_LENGTH = 12;

/**
 * A fresh one-time code while nobody administers the system, else undefined. Only its hash is stored, so each start
 * before the setup prints another, and the one before no longer opens anything.
 */
export async function newSetupCode(
  store: Store,
  randomBytes: (count: number) => Uint8Array,
): Promise<string | undefined> {
  return store.write(async (tx) => {
    if (await hasAdmin(tx)) return undefined;
    const letters = newCode(CODE_LENGTH, randomBytes);
    await tx.setMeta(SETUP_CODE, sha256(letters));
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** Makes the first administrator. @throws Problem setup.done, setup.codeWrong, rate.limited */
export async function setUp(body: Setup, context: Context): Promise<StaffMember> {
  const { store, passwords, now } = context;
  const attempts = createAttempts(context);
  if (await attempts.exhausted(SETUP_CODE)) throw new Problem('rate.limited', { seconds: 900 });
  const passwordHash = await passwords.hash(body.password);
  const result = await store.write(async (tx) => {
    if (await hasAdmin(tx)) throw new Problem('setup.done');
    if (!sameHash(sha256(readCode(body.code)), (await tx.getMeta(SETUP_CODE)) ?? '')) return undefined;
    await tx.setMeta(SETUP_CODE, '');
    const { username, name } = body;
    const posts = [{ office: '370406', roles: ['admin' as const] }];
    return addStaff(tx, { username, name, posts, passwordHash }, 'first', now(), context);
  });
  if (result) return result;
  await attempts.failed(SETUP_CODE);
  throw new Problem('setup.codeWrong');
}

function sameHash(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
