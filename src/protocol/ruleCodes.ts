import { TRANSPORT_ERRORS } from './errorsTransport.ts';

/** The families of codes with which the rules in `domain/` refuse; a test holds them beside the catalogue. */
const FAMILIES: ReadonlySet<string> = new Set([
  'access',
  'answers',
  'assign',
  'case',
  'check',
  'claim',
  'clock',
  'close',
  'copied',
  'correction',
  'deadline',
  'decline',
  'deferral',
  'deliver',
  'deposit',
  'duty',
  'extend',
  'file',
  'files',
  'fulfil',
  'guide',
  'handOff',
  'intake',
  'item',
  'mark',
  'note',
  'objection',
  'office',
  'opinion',
  'paper',
  'papers',
  'party',
  'power',
  'promise',
  'reason',
  'rectify',
  'renewal',
  'revoke',
  'setAside',
  'settle',
  'signing',
  'slip',
  'step',
  'sticker',
  'supplement',
  'suspend',
  'text',
  'time',
  'told',
]);

/**
 * Whether a rule has refused with this code, so that the endpoint has judged the command and keeps its content. Asked
 * without the words of the rules, which no first screen needs.
 */
export const isRuleCode = (code: string): boolean =>
  FAMILIES.has(code.slice(0, code.indexOf('.'))) && !Object.hasOwn(TRANSPORT_ERRORS, code);
