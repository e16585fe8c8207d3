import type { SlipPayload } from '../../domain/commands.ts';
import type { OfficeId } from '../../domain/office.ts';
import type { Instant } from '../../domain/time.ts';
import type { Progress } from './types.ts';

export type NewSlip = Omit<SlipPayload, 'number' | 'catalogue'>;

export interface SavedSlip {
  readonly id: string;
  readonly payload: SlipPayload;
  readonly at: Instant;
  readonly hall: OfficeId;
}

export interface SlipView extends SavedSlip {
  readonly progress: Progress;
}
