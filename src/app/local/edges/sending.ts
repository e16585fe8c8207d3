import { BatchAnswer } from '../../../protocol/command.ts';
import type { Transport } from '../ports.ts';
import { send } from './http.ts';

/** The one request that needs neither a person nor a session; the worker, which makes no other, has only this. */
export const commandsTo =
  (base = ''): Transport['commands'] =>
  (body, authorisation, giveUp) =>
    send(
      base,
      { method: 'POST', path: '/api/commands', headers: { authorization: authorisation }, body, giveUp },
      BatchAnswer,
    );
