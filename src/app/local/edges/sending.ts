import { BatchAnswer } from '../../../protocol/command.ts';
import { FilesHeld } from '../../../protocol/files.ts';
import type { Transport } from '../ports.ts';
import { send } from './http.ts';

/** Requests that need neither a person nor a session; the worker makes no others. */
export const commandsTo =
  (base = ''): Transport['commands'] =>
  (body, authorisation, giveUp) =>
    send(
      base,
      { method: 'POST', path: '/api/commands', headers: { authorization: authorisation }, body, giveUp },
      BatchAnswer,
    );

export const filesHeldAt =
  (base = ''): Transport['filesHeld'] =>
  (body, authorisation, giveUp) =>
    send(
      base,
      { method: 'POST', path: '/api/files/held', headers: { authorization: authorisation }, body, giveUp },
      FilesHeld,
    );
