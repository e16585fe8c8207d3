import type { Office, OfficeId } from '../domain/office.ts';

/**
 * The nine towns that took the powers over, in the order of the notice's last line, with their division codes
 * (GB/T 10114). 山城街道 and 山亭经济开发区 received the notice but are not among them.
 */
export const TOWNS: readonly { readonly id: OfficeId; readonly name: string }[] = [
  { id: '370406102', name: '西集镇' },
  { id: '370406103', name: '桑村镇' },
  { id: '370406105', name: '城头镇' },
  { id: '370406108', name: '冯卯镇' },
  { id: '370406101', name: '店子镇' },
  { id: '370406107', name: '水泉镇' },
  { id: '370406106', name: '徐庄镇' },
  { id: '370406104', name: '北庄镇' },
  { id: '370406109', name: '凫城镇' },
];

export const DISTRICT_HALL: OfficeId = '370406';

/** Departments by the short form of their names. */
export const DEPARTMENTS = {
  approval: '370406-xzsp',
  medicalInsurance: '370406-ybj',
  labour: '370406-rsj',
  agriculture: '370406-nync',
  emergency: '370406-yjgl',
  land: '370406-zrzy',
} as const satisfies Record<string, OfficeId>;

/** Addresses and hours are not known yet and stay absent rather than invented. */
const DEPARTMENT_OFFICES: readonly Office[] = [
  {
    id: DEPARTMENTS.approval,
    kind: 'department',
    name: '山亭区行政审批服务局',
    shortName: '区行政审批服务局',
    // The notice's contact number for the delegation as a whole, with the area code of Zaozhuang.
    telephone: '0632-8829156',
    confirmation: 'pending',
  },
  {
    id: DEPARTMENTS.medicalInsurance,
    kind: 'department',
    name: '山亭区医疗保障局',
    shortName: '区医保局',
    confirmation: 'pending',
  },
  {
    id: DEPARTMENTS.labour,
    kind: 'department',
    name: '山亭区人力资源和社会保障局',
    shortName: '区人社局',
    confirmation: 'pending',
  },
  {
    id: DEPARTMENTS.agriculture,
    kind: 'department',
    name: '山亭区农业农村局',
    shortName: '区农业农村局',
    confirmation: 'pending',
  },
  {
    id: DEPARTMENTS.emergency,
    kind: 'department',
    name: '山亭区应急管理局',
    shortName: '区应急管理局',
    confirmation: 'pending',
  },
  {
    id: DEPARTMENTS.land,
    kind: 'department',
    name: '山亭区自然资源局',
    shortName: '区自然资源局',
    confirmation: 'pending',
  },
];

/** Nine town halls, the district hall, six departments. */
export const OFFICES: readonly Office[] = [
  ...TOWNS.map(
    ({ id, name }): Office => ({
      id,
      kind: 'town',
      name: `${name}便民服务中心`,
      shortName: name,
      confirmation: 'pending',
    }),
  ),
  {
    id: DISTRICT_HALL,
    kind: 'district',
    name: '山亭区政务服务大厅',
    shortName: '区大厅',
    confirmation: 'pending',
  },
  ...DEPARTMENT_OFFICES,
];
