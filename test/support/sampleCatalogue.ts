import type { CompleteGuide, Guide } from '../../src/domain/guide.ts';
import type { Item, ItemState } from '../../src/domain/item.ts';
import type { Office, OfficeId } from '../../src/domain/office.ts';
import { type Catalogue, type Rules, rulesOf } from '../../src/domain/rules.ts';
import type { LegalDate } from '../../src/domain/time.ts';
import { officialCalendar } from './calendar.ts';
import {
  onTheSpotGuide,
  permitGuide,
  preparingGuide,
  registrationGuide,
  serviceGuide,
} from './sampleGuides.ts';

/** A catalogue of one item for each intake rule, two town halls, the district hall and one department. */

/** 西集镇: holds all four items. */
export const WEST = '370406102';
/** 城头镇: holds the permit and the registration, and the service until December 2026. */
export const EAST = '370406105';
export const DISTRICT = '370406';
export const DEPARTMENT = '370406-xzsp';

/** The day on which the towns began. */
export const DELEGATED_FROM = '2026-07-16';
export const SERVICE_ENDS_IN_EAST = '2026-12-01';

const confirmation = 'confirmed';

const office = (id: OfficeId, kind: Office['kind'], shortName: string, name: string): Office => ({
  id,
  kind,
  shortName,
  name,
  confirmation,
});

const item = (
  id: string,
  seq: number,
  more: Pick<Item, 'name' | 'kind' | 'route' | 'intakeRule' | 'guides'> & Partial<Item>,
): Item => ({
  id,
  seq,
  codes: [{ scheme: 'NOTICE_13', value: `3704060000${seq}`, confirmation }],
  shortName: more.name,
  department: DEPARTMENT,
  status: [{ state: 'in_force', from: DELEGATED_FROM, basis: '通知', confirmation }],
  delegations: [
    { office: WEST, from: DELEGATED_FROM },
    { office: EAST, from: DELEGATED_FROM },
  ],
  pace: 'promised',
  decider: { delegated: 'town', district: 'department' },
  needsSeal: { delegated: 'approval', district: 'approval', confirmation },
  needsApproval: { delegated: true, district: true, confirmation },
  papersRequired: true,
  sensitive: false,
  subjectKey: { of: 'party', role: 'applicant' },
  handlingTown: { by: 'receivingHall' },
  target: { name: '审批系统', fields: [], confirmation },
  bases: [{ law: '《样例条例》' }],
  words: [],
  ...more,
});

export const sampleCatalogue: Catalogue = {
  version: 1,
  calendar: officialCalendar,
  offices: [
    office(WEST, 'town', '西集镇', '西集镇便民服务中心'),
    office(EAST, 'town', '城头镇', '城头镇便民服务中心'),
    office(DISTRICT, 'district', '区大厅', '山亭区政务服务大厅'),
    office(DEPARTMENT, 'department', '审批局', '山亭区行政审批服务局'),
  ],
  items: [
    item('permit', 1, {
      name: '设置宣传品审批',
      kind: 'permit',
      renewal: { daysBefore: 30, confirmation: 'pending' },
      route: 'direct',
      intakeRule: 'permit',
      guides: ['sign'],
    }),
    item('registration', 10, {
      name: '农民专业合作社登记',
      kind: 'confirmation',
      route: 'review',
      intakeRule: 'registration',
      guides: ['coop'],
    }),
    item('onTheSpot', 13, {
      name: '不动产登记',
      kind: 'confirmation',
      route: 'window',
      intakeRule: 'onTheSpot',
      guides: ['deed'],
      decider: { delegated: 'department', district: 'department' },
      delegations: [{ office: WEST, from: DELEGATED_FROM }],
      handlingTown: { by: 'answer', question: 'town' },
      subjectKey: { of: 'party', role: 'buyer' },
    }),
    item('service', 3, {
      name: '医疗保险参保和变更登记',
      kind: 'service',
      route: 'direct',
      intakeRule: 'service',
      guides: ['insurance', 'insuranceChange'],
      pace: 'instant',
      sensitive: true,
      delegations: [
        { office: WEST, from: DELEGATED_FROM },
        { office: EAST, from: DELEGATED_FROM, to: SERVICE_ENDS_IN_EAST },
      ],
    }),
  ],
  guides: [permitGuide, registrationGuide, onTheSpotGuide, serviceGuide, preparingGuide],
};

export const sampleRules: Rules = rulesOf(sampleCatalogue);

/** The next version of a catalogue in which an item has a new state from a date on. */
export function withStatus(before: Catalogue, itemId: string, state: ItemState, from: LegalDate): Catalogue {
  const entry = { state, from, basis: '区里的通知', confirmation } as const;
  return {
    ...before,
    version: before.version + 1,
    items: before.items.map((one) => (one.id === itemId ? { ...one, status: [...one.status, entry] } : one)),
  };
}

/** The next version of a catalogue in which a guide has a new version, the old one kept. */
export function withGuide(
  before: Catalogue,
  guide: CompleteGuide,
  changes: Partial<CompleteGuide> = {},
): Catalogue {
  const next: Guide = { ...guide, version: guide.version + 1, ...changes };
  return { ...before, version: before.version + 1, guides: [...before.guides, next] };
}

/** The next version of a catalogue with another calendar. */
export function withCalendar(before: Catalogue, calendar: Catalogue['calendar']): Catalogue {
  return { ...before, version: before.version + 1, calendar };
}
