import * as v from 'valibot';
import { checkIdentityNumber, normaliseIdentityNumber } from '../../domain/identity.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { isLegalDate, type LegalDate } from '../../domain/time.ts';

/**
 * The reader of identity cards at a counter. Its makers ship a small service that answers on this computer's own
 * loopback address with JSON, each in field names of its own; or a device that types. What is read is personal data:
 * it goes to the form and nowhere else, into no log and no address.
 */

/** What a card says, checked. */
export interface Card {
  readonly name: string;
  readonly idNumber: string;
  readonly address?: string;
  readonly birth: LegalDate;
  /** Until when it holds; absent = long-term, or the reader does not say. */
  readonly validUntil?: LegalDate;
}

const FIELD = v.pipe(v.string(), v.trim(), v.maxLength(80), v.regex(/^[\w\u4e00-\u9fff.-]*$/, 'path'));
const NEEDED = v.pipe(FIELD, v.minLength(1));

/**
 * Only this computer's own loopback address, in numbers: a name could be pointed elsewhere, and the content policy of the
 * app allows no other.
 */
const LoopbackAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(200),
  v.check((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, port, username, password, hash } = new URL(text);
    const bare = username === '' && password === '' && hash === '';
    return protocol === 'http:' && hostname === '127.0.0.1' && port !== '' && bare;
  }, 'address'),
);

export const ReaderService = v.strictObject({
  way: v.literal('service'),
  address: LoopbackAddress,
  method: v.picklist(['GET', 'POST']),
  /** Where in the answer each thing stands: `data.name`, `IDCardInfo.cardID`. Empty = the reader does not say it. */
  fields: v.strictObject({
    name: NEEDED,
    idNumber: NEEDED,
    address: FIELD,
    birth: FIELD,
    validUntil: FIELD,
  }),
  /** Where the answer says that a card was read, and what stands there then; empty = it always was. */
  success: v.strictObject({ field: FIELD, value: v.pipe(v.string(), v.trim(), v.maxLength(40)) }),
});
export type ReaderService = v.InferOutput<typeof ReaderService>;

/** How cards are read on this device. Nothing personal. */
export const ReaderSettings = v.variant('way', [
  v.strictObject({ way: v.literal('typing') }),
  /** The reader is a keyboard: it types the number, or name and number, and Enter. */
  v.strictObject({ way: v.literal('keyboard') }),
  ReaderService,
]);
export type ReaderSettings = v.InferOutput<typeof ReaderSettings>;

/** The port. Every refusal is a `reader.*` code; nothing that was read stands in one. */
export interface CardReader {
  settings(): Promise<ReaderSettings>;
  keep(settings: ReaderSettings): Promise<Result<null>>;
  /** Reads a card now. @param today the date that a card's number and its end are judged by */
  read(service: ReaderService, today: LegalDate): Promise<Result<Card>>;
}

/** A name has neither digits nor signs; the dot stands in names of minorities. */
const NAME = /^[\p{L}·•.\s]{1,60}$/u;

const Cell = v.union([v.string(), v.number(), v.boolean()]);

/** The card in what a service answered, whatever that was. */
export function cardIn(answer: unknown, service: ReaderService, today: LegalDate): Result<Card> {
  const { fields, success } = service;
  if (answer === null || typeof answer !== 'object') return refuse('reader.nonsense', { part: '内容' });
  if (success.field !== '' && at(answer, success.field) !== success.value) return refuse('reader.noCard');
  return cardOf(
    {
      name: at(answer, fields.name),
      idNumber: at(answer, fields.idNumber),
      address: at(answer, fields.address),
      birth: at(answer, fields.birth),
      validUntil: at(answer, fields.validUntil),
    },
    today,
  );
}

/** What stands at `data.name` of an answer, as text; empty where nothing does. */
function at(answer: unknown, path: string): string {
  if (path === '') return '';
  let found: unknown = answer;
  for (const key of path.split('.')) {
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, key)) return '';
    found = (found as Record<string, unknown>)[key];
  }
  const cell = v.safeParse(Cell, found);
  return cell.success ? String(cell.output).trim() : '';
}

type Said = Readonly<Record<'name' | 'idNumber' | 'address' | 'birth' | 'validUntil', string>>;

function cardOf(said: Said, today: LegalDate): Result<Card> {
  const nonsense = (part: string): Result<Card> => refuse('reader.nonsense', { part });
  const idNumber = normaliseIdentityNumber(said.idNumber);
  const name = plainName(said.name);
  if (checkIdentityNumber(idNumber, today) !== 'ok') return nonsense('身份证号');
  if (!NAME.test(name)) return nonsense('姓名');
  const birth = dateIn(idNumber.slice(6, 14)) ?? '';
  // Two cards in one answer, or a number of somebody else: the card says the day of birth twice.
  if (said.birth !== '' && dateIn(said.birth) !== birth) return nonsense('出生日期');
  if ([...said.address].length > 200 || hasControls(said.address)) return nonsense('住址');
  const validUntil = lastDateIn(said.validUntil);
  if (validUntil === null) return nonsense('有效期');
  return ok({
    name,
    idNumber,
    birth,
    ...(said.address === '' ? {} : { address: said.address }),
    ...(validUntil ? { validUntil } : {}),
  });
}

/** On a card blanks stand between the characters of a short name. */
const plainName = (said: string): string =>
  said
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text);

/** `20300101`, `2030-01-01`, `2030.1.1`, `2030年1月1日`. */
function dateIn(text: string): LegalDate | undefined {
  const parts = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})日?$/.exec(text.trim());
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLegalDate(date) ? date : undefined;
}

/** The end of `20100101-20300101`, or one date; undefined = long-term or not said, null = it is no date. */
function lastDateIn(text: string): LegalDate | undefined | null {
  if (text === '' || text.includes('长期')) return undefined;
  const last = /(\d{8}|\d{4}\D\d{1,2}\D\d{1,2}日?)\s*$/.exec(text)?.[1];
  return (last && dateIn(last)) ?? null;
}

/** Whether a card has run out. On its last day it still holds. */
export const isExpired = (card: Pick<Card, 'validUntil'>, today: LegalDate): boolean =>
  card.validUntil !== undefined && card.validUntil < today;

/** What a reader typed into a field, ended by Enter: the number alone, or with the name before or after it. */
export type Typed =
  | { readonly kind: 'card'; readonly idNumber: string; readonly name?: string }
  /** A number that is being typed by hand, right or not. */
  | { readonly kind: 'number' }
  | { readonly kind: 'nonsense' };

export function typedCard(text: string, today: LegalDate): Typed {
  const plain = text.normalize('NFKC').trim();
  // Somebody types a number by hand: what is wrong with it stands beside it.
  if (/^[\dXx\s-]*$/.test(plain) && normaliseIdentityNumber(plain).length <= 18)
    return checkIdentityNumber(plain, today) === 'ok'
      ? { kind: 'card', idNumber: normaliseIdentityNumber(plain) }
      : { kind: 'number' };
  const parts = plain.split(/[,;|^$\s]+/).filter((part) => part !== '');
  const numbers = parts.filter((part) => checkIdentityNumber(part, today) === 'ok');
  const names = parts.filter((part) => NAME.test(part));
  const [idNumber] = numbers;
  const one = new Set(numbers).size === 1 && numbers.length + names.length === parts.length;
  if (!idNumber || !one || names.length === 0) return { kind: 'nonsense' };
  return { kind: 'card', idNumber: normaliseIdentityNumber(idNumber), name: plainName(names.join(' ')) };
}
