import type { Access, SignedIn } from '../types.ts';
import type { Candidate, Lock } from './lock.ts';

/** Whether somebody may work here: read inside a computed signal. */
export function accessOf(
  lock: Pick<Lock, 'open' | 'people'>,
  candidate: Candidate | null,
  visitor: SignedIn | null,
): Access {
  const people = lock.people.value;
  const open = lock.open.value;
  if (open) return { state: 'open', person: open.person, people };
  if (candidate) return { state: 'choosing', person: candidate.person };
  return visitor ? { state: 'visiting', person: visitor, people } : { state: 'locked', people };
}
