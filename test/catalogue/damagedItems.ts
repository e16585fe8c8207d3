import { at, type Damage, drop, guideIn, itemIn, set } from './broken.ts';

export const DAMAGED_ITEMS: readonly Damage[] = [
  ['id.duplicate', 'two items with one id', (d) => set(itemIn(d, '2'), { id: '1' })],
  ['id.duplicate', 'two items with one number in the annex', (d) => set(itemIn(d, '2'), { seq: 1 })],
  ['id.duplicate', 'two offices with one id', (d) => set(d.offices[1]!, { id: '370406102' })],
  ['text.empty', 'an item without a name', (d) => set(itemIn(d, '4'), { name: ' ' })],
  ['text.empty', 'a status without a basis', (d) => set(itemIn(d, '6').status[1]!, { basis: '' })],
  [
    'date.invalid',
    'a status from a day that does not exist',
    (d) => set(itemIn(d, '6').status[1]!, { from: '2026-02-30' }),
  ],
  ['number.insane', 'a place in the annex below one', (d) => set(itemIn(d, '4'), { seq: 0 })],
  [
    'office.idKind',
    'a department with a town’s id',
    (d) => set(at(d.offices, '370406-ybj'), { id: '370406110' }),
  ],
  [
    'calendar.invalid',
    'a day both worked and off',
    (d) => void d.calendar.years['2026']!.on.push('2026-01-01'),
  ],
  ['calendar.invalid', 'a day of another year', (d) => void d.calendar.years['2026']!.off.push('2027-01-01')],
  ['item.noticeCode', 'no code of the notice', (d) => set(itemIn(d, '1'), { codes: [] })],
  [
    'item.noticeCode',
    'a code of another form',
    (d) => set(itemIn(d, '1').codes[0]!, { value: '3700001117086' }),
  ],
  ['item.codeKind', 'a permit with the code of a service', (d) => set(itemIn(d, '1'), { kind: 'service' })],
  ['item.noStatus', 'no status', (d) => set(itemIn(d, '1'), { status: [] })],
  ['item.noReferral', 'suspended without a word where to go', (d) => drop(itemIn(d, '6'), 'referral')],
  ['item.noBasis', 'an item without a basis', (d) => set(itemIn(d, '4'), { bases: [] })],
  ['item.noGuide', 'an item without a guide', (d) => set(itemIn(d, '4'), { guides: [] })],
  ['item.guideUnknown', 'a guide that does not exist', (d) => void itemIn(d, '4').guides.push('4x')],
  ['item.guideUnknown', 'a guide of another item', (d) => void itemIn(d, '4').guides.push('5')],
  ['item.departmentUnknown', 'a hall as department', (d) => set(itemIn(d, '4'), { department: '370406' })],
  [
    'item.delegation',
    'a power given to a department',
    (d) => set(itemIn(d, '4').delegations[0]!, { office: '370406-rsj' }),
  ],
  [
    'item.delegation',
    'a power given twice',
    (d) => void itemIn(d, '4').delegations.push({ office: '370406102', from: '2022-01-01' }),
  ],
  [
    'date.invalid',
    'a power that ends before it begins',
    (d) => set(itemIn(d, '4').delegations[0]!, { to: '2020-01-01' }),
  ],
  [
    'item.decider',
    'a department deciding a direct item',
    (d) => set(itemIn(d, '1').decider, { delegated: 'department' }),
  ],
  [
    'item.decider',
    'a town deciding a window item',
    (d) => set(itemIn(d, '10').decider, { delegated: 'town' }),
  ],
  [
    'item.intakeRule',
    'a service with the silence of a permit',
    (d) => set(itemIn(d, '7'), { intakeRule: 'permit' }),
  ],
  [
    'item.seal',
    'a direct item without the approval seal',
    (d) => set(itemIn(d, '3').needsSeal, { delegated: 'business' }),
  ],
  [
    'item.supervision',
    'a licence that nobody supervises',
    (d) => Reflect.deleteProperty(itemIn(d, '11'), 'supervision'),
  ],
  [
    'item.renewal',
    'a relief that is prolonged like a licence',
    (d) => set(itemIn(d, '12'), { renewal: { daysBefore: 30, confirmation: 'pending' } }),
  ],
  ['item.seal', 'an opinion without a seal', (d) => set(itemIn(d, '7').needsSeal, { delegated: 'none' })],
  [
    'item.subject',
    'a subject that no guide knows',
    (d) => set(itemIn(d, '10'), { subjectKey: { of: 'party', role: 'buyer' } }),
  ],
  [
    'item.target',
    'a field of the system of record from an answer that no guide asks',
    (d) => set(itemIn(d, '10').target.fields[0]!, { from: { of: 'answer', question: 'none' } }),
  ],
  [
    'item.target',
    'a field from a party that no guide has',
    (d) => set(itemIn(d, '7').target.fields[0]!, { from: { of: 'party', role: 'buyer', what: 'name' } }),
  ],
  ['item.target', 'a field without a name', (d) => set(itemIn(d, '4').target.fields[0]!, { label: ' ' })],
  [
    'item.handlingTown',
    'a town by an answer that no guide asks',
    (d) => set(itemIn(d, '10'), { handlingTown: { by: 'answer', question: 'town' } }),
  ],
  [
    'item.handlingTown',
    'a town by an answer while the guide is in preparation',
    (d) => {
      // A question that the guide would ask, were it worked out.
      Object.assign(guideIn(d, '11'), { state: 'preparing' });
      set(itemIn(d, '11'), { handlingTown: { by: 'answer', question: 'location' } });
    },
  ],
];
