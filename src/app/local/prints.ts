import type { Instant } from '../../domain/time.ts';

/** What the sealed body of a printing says. */
export interface Printed {
  readonly hash: string;
  readonly at: Instant;
}

export const printRowName = (id: string): string => `prints/${id}`;
