import * as v from 'valibot';
import { ASSIGN_LENGTH } from '../domain/assignment.ts';
import type { AccessCommandType } from '../domain/commands.ts';
import { HANDLED_DOCUMENTS } from '../domain/documentTitles.ts';
import { DELIVERY_WAYS, NOTE_LENGTH, STEP_OUTCOMES } from '../domain/handling.ts';
import { HAND_OFF_OUTCOMES } from '../domain/handOff.ts';
import { PARTY_FIELDS } from '../domain/rectify.ts';
import { MAX_RENEWED } from '../domain/renewal.ts';
import { SETTLE_LENGTH } from '../domain/settle.ts';
import { MAX_WITNESS } from '../domain/signing.ts';
import { SYSTEM_NUMBER_LENGTH } from '../domain/systemNumber.ts';
import { isLegalDate } from '../domain/time.ts';
import type { CaseCommandType } from '../domain/transitions.ts';
import { FileOfCommand, Id, Instant, MAX_FILES, OfficeId } from './command.ts';
import { DocumentHash } from './verifiedDocument.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
/** Of a line, a question, a reason. */
export const Key = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'key'));
const key = Key;
/** Of an item or a guide: `10`, `7a`. */
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,20}$/, 'id'));
const LegalDate = v.pipe(v.string(), v.check(isLegalDate, 'date'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));
const version = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The members of a cooperative are parties of its registration. */
const MAX_PARTIES = 120;

const Answers = v.record(key, v.union([text(500), v.pipe(v.number(), v.finite()), v.boolean()]));

const Mark = v.variant('kind', [
  v.strictObject({ kind: v.literal('inspected'), copies: v.exactOptional(count) }),
  v.strictObject({ kind: v.literal('originalKept'), count }),
  v.strictObject({ kind: v.literal('copies'), count }),
  v.strictObject({ kind: v.literal('shared'), source: text(100) }),
  v.strictObject({ kind: v.literal('promised') }),
  v.strictObject({ kind: v.literal('deferred'), due: LegalDate }),
  v.strictObject({ kind: v.literal('missing') }),
  v.strictObject({ kind: v.literal('notNeeded'), why: text(200) }),
]);
const Marks = v.record(key, Mark);

const Party = v.strictObject({
  role: key,
  kind: v.picklist(['person', 'organisation']),
  name: text(120),
  idKind: v.picklist(['identityNumber', 'creditCode', 'other']),
  idNumber: text(40),
  telephone: text(20),
  address: v.exactOptional(text(200)),
  farmer: v.exactOptional(v.boolean()),
});

const ToldLine = v.strictObject({ material: key, name: text(120), what: text(400), basis: text(200) });
const ToldLines = v.pipe(v.array(ToldLine), v.maxLength(60));
const Dated = v.nullable(v.strictObject({ date: LegalDate, provisional: v.boolean() }));
const made = { catalogue: version };
const papers = {
  ...made,
  marks: Marks,
  files: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ ...FileOfCommand.entries, for: key })),
      v.minLength(1),
      v.maxLength(MAX_FILES),
    ),
  ),
};

const words = text(2_000);
const reason = key;
const signed = { ...made, text: words };
const reasoned = { ...signed, reasons: v.pipe(v.array(key), v.maxLength(10)) };
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365));
const pages = { files: papers.files };

/** Acts of handling; intake stands in `CASE_PAYLOADS`. */
const HANDLING_PAYLOADS = {
  recordStep: v.strictObject({
    ...signed,
    ...pages,
    step: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'step')),
    at: LegalDate,
    time: v.exactOptional(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM'))),
    until: v.exactOptional(LegalDate),
    officers: v.pipe(v.array(text(40)), v.maxLength(6)),
    place: text(200),
    outcome: v.picklist(STEP_OUTCOMES),
  }),
  opine: v.strictObject({ ...reasoned, agree: v.boolean() }),
  decide: v.strictObject({ ...reasoned, granted: v.boolean() }),
  approve: v.strictObject(signed),
  sendBack: v.strictObject({ ...signed, reason }),
  seal: v.strictObject({ ...signed, copies: v.pipe(count, v.minValue(1), v.maxValue(99)) }),
  forward: v.strictObject(signed),
  returnForForm: v.strictObject({ ...signed, reason }),
  recallOpinion: v.strictObject(signed),
  issue: v.strictObject({ ...signed, number: text(60) }),
  refuseOnOpinion: v.strictObject(signed),
  deliver: v.strictObject({
    ...made,
    ...pages,
    way: v.picklist(DELIVERY_WAYS),
    receiver: text(40),
    post: v.exactOptional(text(40)),
    witness: v.exactOptional(text(40)),
    consent: v.exactOptional(v.boolean()),
  }),
  suspend: v.strictObject({ ...made, procedure: key, notice: text(80), days }),
  resume: v.strictObject(made),
  extend: v.strictObject({ ...signed, days }),
  answer: v.strictObject(signed),
  escalate: v.strictObject(signed),
  dispatchPapers: v.strictObject({ ...made, list: Id, to: OfficeId }),
  signForPapers: v.strictObject({ ...made, list: Id }),
  reportMissing: v.strictObject({ ...signed, list: Id }),
  note: v.strictObject({ ...made, text: text(NOTE_LENGTH) }),
  assign: v.strictObject({
    ...made,
    person: v.nullable(Id),
    name: text(40),
    from: v.nullable(Id),
    text: text(ASSIGN_LENGTH),
  }),
  copied: v.strictObject({ ...made, system: text(60), number: text(SYSTEM_NUMBER_LENGTH) }),
  settle: v.strictObject({
    ...made,
    flag: v.strictObject({ code: text(60), at: Instant }),
    reason: v.union([key, v.literal('')]),
    text: text(SETTLE_LENGTH),
  }),
  verifyPromise: v.strictObject({
    ...signed,
    met: v.boolean(),
    lines: v.pipe(v.array(key), v.maxLength(60)),
    mendBy: v.exactOptional(LegalDate),
  }),
  revoke: v.strictObject({ ...signed, reason }),
  rectify: v.strictObject({
    ...signed,
    field: v.variant('of', [
      v.strictObject({ of: v.literal('party'), party: count, what: v.picklist(PARTY_FIELDS) }),
      v.strictObject({ of: v.literal('answer'), question: key }),
    ]),
    was: text(500),
    now: text(500),
  }),
  claimHandOff: v.strictObject(made),
  answerHandOff: v.strictObject({ ...signed, outcome: v.picklist(HAND_OFF_OUTCOMES) }),
} as const;

/** The schema of each case command's payload. */
export const CASE_PAYLOADS = {
  ...HANDLING_PAYLOADS,
  receive: v.strictObject({
    ...papers,
    number: text(40),
    item: id,
    guide: id,
    guideVersion: version,
    route: v.picklist(['direct', 'review', 'window', 'district']),
    handlingTown: v.nullable(OfficeId),
    channel: v.picklist(['hall', 'village']),
    answers: Answers,
    parties: v.pipe(v.array(Party), v.maxLength(MAX_PARTIES)),
    code: text(6),
    signing: v.exactOptional(v.strictObject({ way: v.literal('fingerprint'), witness: text(MAX_WITNESS) })),
    sitting: v.exactOptional(Id),
    renews: v.exactOptional(v.strictObject({ number: text(MAX_RENEWED), until: LegalDate })),
    sticker: v.exactOptional(text(40)),
  }),
  requireCorrection: v.strictObject({ ...made, lines: ToldLines, due: LegalDate }),
  supplement: v.strictObject({
    ...papers,
    deposits: v.exactOptional(v.pipe(v.array(text(40)), v.minLength(1), v.maxLength(20))),
  }),
  returnPapers: v.strictObject({ ...made, lines: ToldLines, text: text(400) }),
  decline: v.strictObject({
    ...made,
    ground: key,
    text: text(400),
    referTo: v.exactOptional(text(200)),
    lines: ToldLines,
  }),
  close: v.strictObject({ ...made, ground: key, text: text(400) }),
  accept: v.strictObject({
    ...made,
    deadlines: v.strictObject({ statutory: Dated, promised: Dated, calendar: text(40) }),
  }),
  fulfil: v.strictObject(papers),
  withdraw: v.strictObject({ ...made, text: text(400) }),
  claim: v.strictObject({
    ...{ ...made, code: text(6) },
    for: v.exactOptional(v.picklist(['withdrawal', 'delivery'])),
  }),
  setAside: v.strictObject({
    ...made,
    command: Id,
    code: text(60),
    reason: v.pipe(
      text(400),
      v.check((value) => value.trim() !== '', 'reason'),
    ),
  }),
} as const satisfies Record<CaseCommandType, v.GenericSchema>;

/** The schema of each command of an `access` stream. */
export const ACCESS_PAYLOADS = {
  reveal: v.strictObject({
    ...made,
    case: Id,
    party: count,
    what: v.picklist(['identityNumber', 'telephone']),
  }),
  handOver: v.strictObject({
    ...made,
    to: Id,
    drafts: v.pipe(v.array(Id), v.minLength(1), v.maxLength(200)),
  }),
  print: v.strictObject({
    ...made,
    case: Id,
    kind: v.picklist(HANDLED_DOCUMENTS),
    document: DocumentHash,
  }),
} as const satisfies Record<AccessCommandType, v.GenericSchema>;

/** The schema of the one command of a slip stream, `issueSlip`. */
export const SLIP_PAYLOAD = v.strictObject({
  ...made,
  kind: v.picklist(['oneTimeNotice', 'firstInquiry', 'deposit']),
  number: text(40),
  caseNumber: v.exactOptional(text(40)),
  item: v.nullable(id),
  guide: v.nullable(text(20)),
  guideVersion: v.nullable(version),
  answers: Answers,
  lines: ToldLines,
  referTo: text(200),
  text: text(400),
});
