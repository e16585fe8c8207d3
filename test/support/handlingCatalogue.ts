import type { CompleteGuide, GuideStep } from '../../src/domain/guide.ts';
import type { Item } from '../../src/domain/item.ts';
import { type Catalogue, type Rules, rulesOf } from '../../src/domain/rules.ts';
import { DELEGATED_FROM, DEPARTMENT, EAST, sampleCatalogue, WEST } from './sampleCatalogue.ts';
import { material, permitGuide, serviceGuide } from './sampleGuides.ts';

/** The sample catalogue with an item for every way in which a case is handled, a third town and a second department. */

export const OTHER_DEPARTMENT = '370406-nync';
/** 桑村镇: a third town, for what is nobody’s but the two that have to do with a case. */
export const SOUTH = '370406103';

const confirmation = 'confirmed';

const step = (
  id: string,
  name: string,
  kind: GuideStep['kind'],
  before?: GuideStep['before'],
): GuideStep => ({
  ...{ id, name, by: 'town', kind, counts: true, confirmation },
  ...(before ? { before } : {}),
});

/** A visit that the judgement waits for, a public notice where the matter is public, and a fee. */
const stepsBefore = (before: 'opine' | 'decide'): readonly GuideStep[] => [
  step('visit', '现场核查', 'visit', before),
  { ...step('notice', '公示', 'notice', before), when: { answer: 'open', is: true } },
  step('fee', '缴费', 'pay'),
];

const choice = (id: string, text: string, ...values: readonly (string | boolean)[]) => ({
  ...({ id, kind: 'choice' as const, text, confirmation } as const),
  options: values.map((value) => ({ value, label: String(value) })),
});

const guideOf = (
  id: string,
  steps: readonly GuideStep[],
  limits: CompleteGuide['limits'] = [
    {
      statutory: { days: 20, unit: 'workingDays', extension: 10, confirmation },
      promised: { days: 10, unit: 'workingDays', confirmation },
    },
  ],
): CompleteGuide => ({
  ...permitGuide,
  id,
  item: id,
  questions: [choice('town', '在哪个镇？', WEST, EAST), choice('open', '要公示吗？', true, false)],
  parties: [{ role: 'applicant', label: '申请人', kinds: ['person'], min: 1, max: 1 }],
  materials: [
    material('form', '申请表', { originals: 1 }, { core: true }),
    material(
      'drawing',
      '效果图',
      { copies: 2 },
      { deferrable: { workingDays: 5 }, waiver: { sharing: false, promise: true } },
    ),
  ],
  checks: [],
  limits,
  steps,
});

const everyTown = [
  { office: WEST, from: DELEGATED_FROM },
  { office: EAST, from: DELEGATED_FROM },
  { office: SOUTH, from: DELEGATED_FROM },
];
const needs = (seal: Item['needsSeal']['delegated'], approval: boolean) => ({
  needsSeal: { delegated: seal, district: seal, confirmation } as const,
  needsApproval: { delegated: approval, district: approval, confirmation } as const,
});

const SUPERVISION = { office: OTHER_DEPARTMENT, claimDays: 2, answerDays: 5, confirmation } as const;

const base = sampleCatalogue.items[0];
if (!base) throw new Error('no sample item');
const item = (id: string, more: Partial<Item>): Item => ({
  ...base,
  ...{ id, name: `样例${id}`, shortName: `样例${id}`, guides: [id], delegations: everyTown },
  ...needs('approval', true),
  ...(more.kind === 'service' ? {} : { supervision: SUPERVISION }),
  handlingTown: { by: 'answer', question: 'town' },
  ...more,
});

const ITEMS: readonly Item[] = [
  item('sign', { route: 'direct' }),
  item('plain', { route: 'direct', ...needs('none', false) }),
  item('stamped', { route: 'direct', ...needs('business', false) }),
  item('approved', { route: 'direct', ...needs('none', true) }),
  item('birth', { route: 'review' }),
  item('coop', {
    route: 'window',
    decider: { delegated: 'department', district: 'department' },
  }),
  // Whatever its seal says: nothing of it binds what is done at once.
  item('card', {
    route: 'direct',
    kind: 'service',
    intakeRule: 'service',
    pace: 'instant',
    papersRequired: false,
  }),
  item('advice', { route: 'review', kind: 'service', intakeRule: 'service', pace: 'consultation' }),
];

const CALENDAR_DAYS: CompleteGuide['limits'] = [
  {
    statutory: { days: 30, unit: 'calendarDays', extension: 15, confirmation },
    promised: { days: 20, unit: 'calendarDays', confirmation },
  },
];

export const GUIDES = {
  sign: guideOf('sign', stepsBefore('decide')),
  plain: guideOf('plain', []),
  stamped: guideOf('stamped', []),
  approved: guideOf('approved', []),
  birth: guideOf('birth', [
    ...stepsBefore('opine'),
    { ...step('list', '公示名单', 'notice'), by: 'district' },
    { ...step('payment', '财政拨付', 'pay'), by: 'district' },
  ]),
  coop: guideOf('coop', stepsBefore('decide'), CALENDAR_DAYS),
  card: guideOf('card', [], serviceGuide.limits),
  advice: guideOf('advice', [step('asked', '了解情况', 'check')], serviceGuide.limits),
} as const satisfies Record<string, CompleteGuide>;

export type HandledItem = keyof typeof GUIDES;
export const HANDLED_ITEMS = Object.keys(GUIDES) as readonly HandledItem[];

const [west, , , department] = sampleCatalogue.offices;
if (!west || !department || department.id !== DEPARTMENT) throw new Error('no sample department');

export const handlingCatalogue: Catalogue = {
  ...sampleCatalogue,
  offices: [
    ...sampleCatalogue.offices,
    { ...west, id: SOUTH, name: '桑村镇便民服务中心', shortName: '桑村镇' },
    { ...department, id: OTHER_DEPARTMENT, name: '山亭区农业农村局', shortName: '农业农村局' },
  ],
  items: [...sampleCatalogue.items, ...ITEMS],
  guides: [...sampleCatalogue.guides, ...Object.values(GUIDES)],
};

export const handlingRules: Rules = rulesOf(handlingCatalogue);

export function handledItem(id: string): Item {
  const found = handlingRules.item(id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}
