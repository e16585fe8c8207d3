import type { AccessCommand } from './commands.ts';
import { mayRead } from './reading.ts';
import { ok, type Result, refuse } from './result.ts';
import type { DecideContext } from './scene.ts';

/** What is recorded of an act on what a device holds. */
export type AccessEvent =
  | { readonly type: 'revealed'; readonly data: AccessCommand['payload'] }
  | { readonly type: 'handedOver'; readonly data: AccessCommand['payload'] }
  | { readonly type: 'printed'; readonly data: AccessCommand['payload'] };

const DONE = { reveal: 'revealed', handOver: 'handedOver', print: 'printed' } as const;

/**
 * That somebody asked to see personal data in clear, handed drafts over, or printed a document. Only who may read the office's cases can;
 * the act itself changes no case.
 */
export function decideAccess(command: AccessCommand, context: DecideContext): Result<AccessEvent> {
  if (!mayRead([{ office: context.office, roles: context.roles }], context.office))
    return refuse('power.role', { command: command.type });
  return ok({ type: DONE[command.type], data: command.payload });
}
