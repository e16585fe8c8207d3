import { isSealedHere, mendingOrder, type Revocation } from './afterwards.ts';
import type { Case, Ending } from './case.ts';
import { hashOf } from './caseFile.ts';
import { documentTitle } from './documentTitle.ts';
import {
  type DocumentKind,
  type DocumentTitle,
  type HandledDocument,
  type IntakeNotice,
  isIntakeNotice,
  kindOfTitle,
} from './documentTitles.ts';
import { isFinished, type Numbered, type StepRecord, type Suspension } from './handling.ts';
import type { Item } from './item.ts';
import type { Office, OfficeId } from './office.ts';
import type { LegalDate } from './time.ts';

/** A document as it stands in the case: who issued it when, and the hash of what it says. */
export interface IssuedDocument {
  readonly kind: DocumentKind;
  readonly title: DocumentTitle;
  readonly office: OfficeId;
  readonly on: LegalDate;
  /** 文号: of what was sealed and of notices, and only once it is recorded. */
  readonly serial?: number;
  /** SHA-256 over the canonical content, the first sixteen bytes, hexadecimal. The receipt's code keeps it from being guessed. */
  readonly hash: string;
}

/** Of what a paper says: enough that nobody finds a second one for it (2¹²⁸), and half the room in its QR. */
const HASH_CHARS = 32;

/** The documents that a case has made so far, the newest first. */
export function issuedDocuments(found: Case, item: Item | undefined): readonly IssuedDocument[] {
  return ORDER.flatMap((kind) => issuedDocument(found, kind, item) ?? []);
}

const ORDER = [
  'withdrawn',
  'closed',
  'revocationDelivery',
  'revocation',
  'rectification',
  'mending',
  'delivery',
  'decision',
  'answer',
  'transfer',
  'opinion',
  'extension',
  'suspension',
  'handOff',
  'declined',
  'returned',
  'accepted',
  'correction',
] as const satisfies readonly DocumentKind[];

/** One of them; undefined where the case has none of that kind. A draft is nobody's to hand over. */
export function issuedDocument(
  found: Case,
  kind: DocumentKind,
  item: Item | undefined,
): IssuedDocument | undefined {
  const made = madeOf(found, kind, item);
  return made && documentOf(found, kind, item, made);
}

/** Notices of special procedures before the last: each stays what it was. */
function earlierNotices(found: Case, item: Item | undefined): IssuedDocument[] {
  const earlier = found.suspensions?.slice(0, -1) ?? [];
  return earlier.map((one) => documentOf(found, 'suspension', item, noticeOf(one)));
}

function documentOf(
  found: Case,
  kind: DocumentKind,
  item: Item | undefined,
  { content, office, on, serial }: Made,
): IssuedDocument {
  const title = documentTitle(found, kind, item);
  const { number, code, guide, guideVersion } = found;
  // What is told before the acceptance goes on saying the same after it.
  const acceptedOn = kind === 'correction' ? null : (found.acceptedOn ?? null);
  const parties = found.parties.map((one) => [one.role, one.name]);
  const says = { title, office, on, serial: serial ?? null, content };
  const hash = hashOf({ ...says, number, code, item: found.item, guide, guideVersion, acceptedOn, parties });
  return {
    kind,
    title,
    office,
    on,
    ...(serial === undefined ? {} : { serial }),
    hash: hash.slice(0, HASH_CHARS),
  };
}

/** Whether a document is still what its case says, as far as this side knows the case. */
export function stillStands(
  found: Case,
  item: Item | undefined,
  { title, hash }: Pick<IssuedDocument, 'title' | 'hash'>,
): boolean {
  const all = [...issuedDocuments(found, item), ...earlierNotices(found, item)];
  const same = all.find((one) => one.hash === hash && one.title === title);
  if (!same) return false;
  // With such an end everything falls that was told before it.
  const end = all.find(({ kind }) => kind === 'withdrawn' || kind === 'closed');
  if (end) return same === end;
  // Revoked, from the day on which that was handed over.
  if (same.kind === 'decision' && found.revocation?.delivery) return false;
  return !isGivenBack(found, same.kind, item);
}

/** Returned for its form: the words stand, the paper does not. A slip stands as long as the case is where it took it. */
export function isGivenBack(found: Case, kind: DocumentKind, item: Item | undefined): boolean {
  if (kind === 'opinion') return found.status === 'returnedByDepartment';
  return kind === 'transfer' && isBackFromDepartment(found, item);
}

/** What a department gives back within itself has not left it. */
const isBackFromDepartment = ({ route, issue, stations = [] }: Case, item: Item | undefined): boolean =>
  route === 'review' && issue === undefined && stations.at(-1)?.office !== item?.department;

interface Made extends Pick<IssuedDocument, 'office' | 'on' | 'serial'> {
  /** What stands on it and is nowhere else; never what may change after it was issued. */
  readonly content: unknown;
}

function madeOf(found: Case, kind: DocumentKind, item: Item | undefined): Made | undefined {
  return isIntakeNotice(kind) ? toldOf(found, kind) : handledOf(found, kind, item);
}

/** What the hall told: the papers that it lists may still grow, so that they are no part of it. */
function toldOf(found: Case, kind: IntakeNotice): Made | undefined {
  const { hall: office, status, ending, acceptedOn, deadlines = null, corrections } = found;
  switch (kind) {
    case 'accepted':
      return acceptedOn ? { office, on: acceptedOn, content: { deadlines } } : undefined;
    case 'correction': {
      const last = corrections.at(-1);
      return last && { office, on: last.on, content: last };
    }
    case 'closed':
      // A consultation ends with its answer: that is its paper.
      return status === kind && ending && ending.ground !== 'answered' ? endedBy(found, ending) : undefined;
    default:
      return status === kind && ending ? endedBy(found, ending) : undefined;
  }
}

const endedBy = ({ hall }: Case, ending: Ending): Made => ({ office: hall, on: ending.on, content: ending });

function handledOf(found: Case, kind: HandledDocument, item: Item | undefined): Made | undefined {
  const { opinion, approval = null, extension, delivery, answer } = found;
  switch (kind) {
    case 'opinion':
      return opinion && sealedBy(found, { opinion, approval, steps: stepsOfOpinion(found) });
    case 'decision':
      return decisionOf(found, item);
    case 'suspension': {
      const last = found.suspensions?.at(-1);
      return last && noticeOf(last);
    }
    case 'transfer':
      return transferOf(found, item);
    case 'extension':
      return extension && plain(extension);
    case 'delivery':
      return delivery && plain(delivery);
    case 'answer':
      return answer && plain(answer);
    default:
      return madeAfterwards(found, kind, item);
  }
}

/** When it ended is told later, and by nothing on this paper. */
function noticeOf({ until: _, ...content }: Suspension): Made {
  return { office: content.office, on: content.on, content, ...numberOf(content) };
}

type AfterKind = 'mending' | 'revocation' | 'revocationDelivery' | 'rectification' | 'handOff';

/** What comes after the end of a case (`afterwards.ts`). */
function madeAfterwards(found: Case, kind: AfterKind, item: Item | undefined): Made | undefined {
  const { revocation, rectifications, handOffs } = found;
  const last = rectifications?.at(-1);
  switch (kind) {
    case 'mending': {
      const order = mendingOrder(found);
      return order && plain(order);
    }
    case 'revocation':
      return revocation && revocationOf(revocation, item !== undefined && isSealedHere(found, item));
    case 'revocationDelivery':
      return revocation?.delivery && plain(revocation.delivery);
    case 'rectification':
      return last && { office: last.office, on: last.on, content: rectifications, ...numberOf(last) };
    case 'handOff': {
      const newest = handOffs?.at(-1);
      if (!newest) return undefined;
      // What the department did with it is told later.
      const { claimed: _, answered: __, over: ___, ...content } = newest;
      return { office: newest.office, on: newest.on, content };
    }
  }
}

/** Before its seal, where it needs one, it is a draft. */
function revocationOf(revocation: Revocation, sealedHere: boolean): Made | undefined {
  const { sealing, delivery: _, ...content } = revocation;
  if (!sealing) return sealedHere ? undefined : plain(content);
  const { office, on } = sealing;
  return { office, on, content, ...numberOf(sealing) };
}

const plain = (content: Pick<Made, 'office' | 'on' | 'serial'>): Made => ({
  office: content.office,
  on: content.on,
  content,
  ...numberOf(content),
});

const numberOf = ({ serial }: Numbered): Numbered => (serial === undefined ? {} : { serial });

/** What the town saw and noted before it gave its opinion; what the department records afterwards is no part of it. */
export const stepsOfOpinion = ({ opinion, steps = [] }: Case): readonly StepRecord[] =>
  steps.filter((one) => one.office === opinion?.office);

/** Sealed anew it is another paper, though it say the same under the same number on the same day. */
function sealedBy(found: Case, content: Readonly<Record<string, unknown>>): Made | undefined {
  const { sealing, sealings = [], revocation } = found;
  if (!sealing) return undefined;
  const sealed = sealings.length - (revocation?.sealing ? 1 : 0);
  const { office, on } = sealing;
  return { office, on, content: { ...content, sealed }, ...numberOf(sealing) };
}

/** A department that follows the town's opinion issues a paper of its own, which bears none of the town's numbers. */
function decisionOf(found: Case, item: Item | undefined): Made | undefined {
  const { issue, decision, opinion = null, approval = null, sealing } = found;
  if (issue) return { office: issue.office, on: issue.on, content: { issue, opinion } };
  const released =
    found.delivery !== undefined || (item !== undefined && isFinished(found.status, item, found.route));
  if (!decision || !released) return undefined;
  if (sealing) return sealedBy(found, { decision, approval });
  return { office: decision.office, on: (approval ?? decision).on, content: { decision, approval } };
}

/**
 * The newest time that it was sent to the department: by the town, or by the hall where no town handles it. What was sent
 * before its sending was kept says what it always said.
 */
function transferOf(found: Case, item: Item | undefined): Made | undefined {
  const { route, stations = [], marks, handlingTown, hall, forwarding } = found;
  if (route === 'district') return undefined;
  if (forwarding) return plain(forwarding);
  const sent = stations.filter((one) => one.office === item?.department).at(-1);
  if (!sent || isBackFromDepartment(found, item)) return undefined;
  return { office: handlingTown ?? hall, on: sent.on, content: { to: sent.office, marks } };
}

/**
 * Who issues it, as it stands over and under the text. What is delegated to a town is decided by the town's government
 * under its own seal (notice, part one); the hall on whose door the office's name stands is where it works.
 */
export const issuerOf = (office: Pick<Office, 'kind' | 'name' | 'shortName'>): string =>
  office.kind === 'town' ? `山亭区${office.shortName}人民政府` : office.name;

/** The same of a title: what the window tells stands under the hall's name. */
export function issuerOfTitle(title: string, office: Pick<Office, 'kind' | 'name' | 'shortName'>): string {
  const kind = kindOfTitle(title);
  return kind && isIntakeNotice(kind) ? office.name : issuerOf(office);
}

/**
 * Whom to ask for reconsideration (行政复议法第二十四条: of what a lower government has done, the government above it).
 * Undefined for a department: whether it answers to the district's government or to its own superior is not told here.
 */
export const remedyBodyOf = (office: Pick<Office, 'kind'> | undefined): string | undefined =>
  office?.kind === 'town' ? '山亭区人民政府' : undefined;
