import type { PromiseCheck, Revocation } from './afterwards.ts';
import type { Case } from './case.ts';
import { claimsDone } from './claim.ts';
import type { CaseFile } from './files.ts';
import type { Delivery, Sealing, Signed } from './handling.ts';
import type { HandOff } from './handOff.ts';
import { handOffsOver } from './handOffEnds.ts';
import { type Rectification, rectified } from './rectify.ts';

/** What happened to a case after its end. */
export type AfterEvent =
  | { readonly type: 'promiseVerified'; readonly data: PromiseCheck }
  | { readonly type: 'revoked'; readonly data: Omit<Revocation, 'sealing' | 'delivery'> }
  | { readonly type: 'revocationSealed'; readonly data: Sealing }
  | {
      readonly type: 'revocationDelivered';
      readonly data: Delivery & { readonly files?: readonly CaseFile[] };
    }
  | { readonly type: 'rectified'; readonly data: Rectification }
  | { readonly type: 'handedOff'; readonly data: Omit<HandOff, 'claimed' | 'answered' | 'over'> }
  | { readonly type: 'handOffClaimed'; readonly data: Signed }
  | { readonly type: 'handOffAnswered'; readonly data: NonNullable<HandOff['answered']> };

export const AFTER_EVENTS = [
  'promiseVerified',
  'revoked',
  'revocationSealed',
  'revocationDelivered',
  'rectified',
  'handedOff',
  'handOffClaimed',
  'handOffAnswered',
] as const satisfies readonly AfterEvent['type'][];

export const isAfterEvent = <E extends { readonly type: string }>(
  event: E | AfterEvent,
): event is AfterEvent => AFTER_EVENTS.some((type) => type === event.type);

/** What such an event changes. The grant that was revoked stays in the case as it was. */
export function afterChange(before: Case, event: AfterEvent): Partial<Case> {
  switch (event.type) {
    case 'promiseVerified':
      return { promiseChecks: [...(before.promiseChecks ?? []), event.data] };
    case 'revoked':
      return { status: 'revoked', revocation: event.data };
    case 'revocationSealed':
      return {
        ...withRevocation(before, { sealing: event.data }),
        sealings: [...(before.sealings ?? []), event.data],
      };
    case 'revocationDelivered': {
      const { files, ...delivery } = event.data;
      return {
        ...withRevocation(before, { delivery }),
        ...(files ? { files: [...(before.files ?? []), ...files] } : {}),
        ...claimsDone(before, delivery.on),
      };
    }
    case 'rectified':
      return {
        ...rectified(before, event.data),
        rectifications: [...(before.rectifications ?? []), event.data],
      };
    case 'handedOff':
      return { handOffs: [...(handOffsOver(before, event.data.on) ?? []), event.data] };
    case 'handOffClaimed':
      return withLast(before, { claimed: event.data });
    case 'handOffAnswered':
      return withLast(before, { answered: event.data });
  }
}

const withLast = ({ handOffs = [] }: Case, more: Partial<HandOff>): Pick<Case, 'handOffs'> => ({
  handOffs: handOffs.map((one, at) => (at === handOffs.length - 1 ? { ...one, ...more } : one)),
});

const withRevocation = ({ revocation }: Case, more: Partial<Revocation>): Pick<Case, 'revocation'> =>
  revocation ? { revocation: { ...revocation, ...more } } : {};
