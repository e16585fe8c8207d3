import type { AccessCommand, SlipPayload } from '../../domain/commands.ts';
import type { Refusal } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { CaseCommandType } from '../../domain/transitions.ts';
import type { CommandHeader } from '../../protocol/command.ts';

/** What came for a command, and "same content": the hash of its header's text. */
interface Came {
  /** Empty when there is none that could be answered to. */
  readonly id: string;
  /** The envelope's JSON, still sealed; null when it is none. */
  readonly envelope: string | null;
  /** Null when it could not be opened. */
  readonly headerHash: string | null;
}

/** A command whose form is right, and which the person whom it names has signed. Texts are as they came. */
export interface Opened extends Came {
  readonly is: 'command';
  readonly envelope: string;
  readonly headerHash: string;
  readonly header: CommandHeader;
  readonly headerText: string;
  readonly signature: string;
  readonly content: CommandContent;
  readonly payload: string;
  readonly salt: string;
  /** What opens each file of the header, in their order. */
  readonly fileKeys: readonly string[];
}

/** Malformed or forged. `stream` is what its header claims. */
export interface Refused extends Came {
  readonly is: 'refused';
  readonly refusal: Refusal;
  readonly stream: string | null;
}

/** Sealed to a key that this endpoint does not have: nobody here can say what it is. */
export interface SealedElsewhere extends Came {
  readonly is: 'sealedElsewhere';
}

/** One element of a batch, read as far as it can be without what stands in the store. */
export type Arrived = Opened | Refused | SealedElsewhere;

export type CommandContent =
  | {
      readonly kind: 'case';
      readonly type: CaseCommandType;
      readonly payload: { readonly catalogue: number };
    }
  | { readonly kind: 'slip'; readonly payload: SlipPayload }
  | ({ readonly kind: 'access' } & AccessCommand);

/** A batch of a device that has proved that it is itself. */
export interface OpenedBatch {
  readonly device: string;
  /** When the device says that it sent it. */
  readonly sentAt: Instant | null;
  /** How many commands the device has made so far. */
  readonly made: number;
  readonly arrived: readonly Arrived[];
}
