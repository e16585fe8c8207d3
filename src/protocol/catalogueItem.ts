import * as v from 'valibot';
import { isLegalDate } from '../domain/time.ts';
import { OfficeId } from './command.ts';

export const LegalDate = v.pipe(v.string(), v.check(isLegalDate, 'date'));
export const Confirmation = v.picklist(['confirmed', 'pending']);
export const text = v.pipe(v.string(), v.minLength(1));

export const LegalBasis = v.strictObject({
  law: text,
  article: v.exactOptional(text),
  says: v.exactOptional(text),
});

export const Office = v.strictObject({
  id: OfficeId,
  kind: v.picklist(['town', 'district', 'department']),
  name: text,
  shortName: text,
  address: v.exactOptional(text),
  telephone: v.exactOptional(text),
  hours: v.exactOptional(text),
  confirmation: Confirmation,
});

/** What an intake knows: a fact of a party, or an answer. */
export const IntakeSource = v.variant('of', [
  v.strictObject({
    of: v.literal('party'),
    role: text,
    what: v.picklist(['name', 'idNumber', 'telephone', 'address']),
  }),
  v.strictObject({ of: v.literal('answer'), question: text }),
]);

const Seal = v.picklist(['none', 'business', 'approval']);

export const Item = v.strictObject({
  id: text,
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  codes: v.array(
    v.strictObject({
      scheme: v.picklist(['NOTICE_13', 'NATIONAL_BASIC_12', 'PERMIT_LIST_12', 'HANDLING_14', 'IMPLEMENT_31']),
      value: text,
      from: v.exactOptional(LegalDate),
      to: v.exactOptional(LegalDate),
      confirmation: Confirmation,
    }),
  ),
  name: text,
  shortName: text,
  kind: v.picklist(['permit', 'service', 'benefit', 'confirmation']),
  department: OfficeId,
  route: v.picklist(['direct', 'review', 'window']),
  scope: v.exactOptional(text),
  status: v.array(
    v.strictObject({
      state: v.picklist(['in_force', 'suspended', 'cancelled', 'superseded']),
      from: LegalDate,
      basis: text,
      confirmation: Confirmation,
    }),
  ),
  delegations: v.array(v.strictObject({ office: OfficeId, from: LegalDate, to: v.exactOptional(LegalDate) })),
  intakeRule: v.picklist(['permit', 'registration', 'onTheSpot', 'service']),
  pace: v.picklist(['instant', 'promised', 'consultation']),
  decider: v.strictObject({
    delegated: v.picklist(['town', 'department']),
    district: v.literal('department'),
  }),
  needsSeal: v.strictObject({ delegated: Seal, district: Seal, confirmation: Confirmation }),
  needsApproval: v.strictObject({
    delegated: v.boolean(),
    district: v.boolean(),
    confirmation: Confirmation,
  }),
  supervision: v.exactOptional(
    v.strictObject({
      office: OfficeId,
      claimDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
      answerDays: v.pipe(v.number(), v.integer(), v.minValue(1)),
      confirmation: Confirmation,
    }),
  ),
  renewal: v.exactOptional(
    v.strictObject({
      daysBefore: v.pipe(v.number(), v.integer(), v.minValue(1)),
      confirmation: Confirmation,
    }),
  ),
  papersRequired: v.boolean(),
  sensitive: v.boolean(),
  subjectKey: v.variant('of', [
    v.strictObject({ of: v.literal('party'), role: text }),
    v.strictObject({ of: v.literal('answer'), question: text }),
  ]),
  handlingTown: v.variant('by', [
    v.strictObject({ by: v.literal('receivingHall') }),
    v.strictObject({ by: v.literal('answer'), question: text }),
  ]),
  target: v.strictObject({
    name: text,
    fields: v.array(v.strictObject({ label: text, from: v.exactOptional(IntakeSource) })),
    confirmation: Confirmation,
  }),
  bases: v.array(LegalBasis),
  guides: v.array(text),
  referral: v.exactOptional(text),
  words: v.array(text),
});
