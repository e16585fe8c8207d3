import type { Condition } from '../../domain/condition.ts';
import type { Check } from '../../domain/guide.ts';
import { LAW } from '../bases.ts';
import { is, NO, YES } from './parts.ts';

export const HOUSING = is('need', 'housing');
export const BEREAVED = is('need', 'bereaved');

/**
 * The law asks for assessment in the village only before money for houses (art. 20); for help over months the six kinds
 * follow it in practice. Food and shelter in the first days and the help to the bereaved cannot wait for a notice.
 */
export const ASSESSED: Condition = is('need', ['housing', 'transition', 'drought', 'winter']);

/** The village hands in for those whom it proposes (art. 20); only a family that applies itself can send an agent. */
export const APPLIES_ITSELF = is('proposed', 'self');
export const BY_AGENT: Condition = { all: [APPLIES_ITSELF, is('agent', YES)] };

const PROCEDURE = { law: LAW.disaster, article: '第二十条' };

export const RELIEF_CHECKS: readonly Check[] = [
  {
    id: 'assessed-housing',
    when: HOUSING,
    must: is('assessed', ['done', 'rejected-objection']),
    message: '修房、建房的补助，要先经村里评议、公示，没有异议或者异议不成立，再交到镇里审核。',
    basis: PROCEDURE,
    severity: 'block',
    confirmation: 'confirmed',
  },
  {
    id: 'assessed-others',
    when: { all: [ASSESSED, { not: HOUSING }] },
    must: is('assessed', ['done', 'rejected-objection']),
    message: '村里还没有评议、公示完，或者有异议没处理。先收下，村里办完再往区里转。',
    basis: PROCEDURE,
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'lives-here',
    when: { not: BEREAVED },
    must: is('lives-here', YES),
    message: '平时不住在受灾的村里的，可能不给救助。',
    basis: PROCEDURE,
    severity: 'warn',
    confirmation: 'pending',
  },
  {
    id: 'not-twice',
    must: is('had-before', NO),
    message: '同一次灾、同一种救助，一家一般只给一次。',
    basis: { law: LAW.disaster, article: '第二十四条' },
    severity: 'warn',
    confirmation: 'pending',
  },
];
