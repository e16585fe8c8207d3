import * as v from 'valibot';
import { parsePrintedCaseNumber } from '../domain/caseNumber.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { fromUtf8, utf8 } from './bytes.ts';
import { Key } from './payloads.ts';

/**
 * What a correction notice says to another hall, as the text of a QR: `<origin>/progress#b=<payload>`. The payload is the
 * JSON of `{ n: case number, g: guide, v: its version, l: [material of each line told] }` in base32, like a citizen's
 * answers (`answersCode.ts`). No word that somebody wrote, no name: a line beside the checklist is only `other`, and its
 * place in the notice.
 */
export interface NoticeCode {
  /** As printed; its check character is the code's own check. */
  readonly number: string;
  readonly guide: string;
  readonly guideVersion: number;
  /** In the order of the notice. */
  readonly materials: readonly string[];
}

/** Far above what sixty lines come to. */
const MAX_CHARS = 8_192;

const Body = v.strictObject({
  n: v.pipe(
    v.string(),
    v.check((number) => parsePrintedCaseNumber(number) !== undefined, 'number'),
  ),
  g: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,20}$/, 'guide')),
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  l: v.pipe(v.array(Key), v.minLength(1), v.maxLength(60)),
});

/** The text of the QR. A phone opens the progress page with it. */
export function noticeAddress(origin: string, code: NoticeCode): string {
  const { number: n, guide: g, guideVersion, materials: l } = code;
  return `${origin}/progress#b=${toBase32(utf8(JSON.stringify({ n, g, v: guideVersion, l })))}`;
}

/** What a scanned text says, however the scanner writes its letters. Never throws. */
export function readNoticeCode(text: string): Result<NoticeCode> {
  // Full-width signs come from an input method that was left on.
  const typed = text.normalize('NFKC').trim();
  const payload = typed.length > MAX_CHARS ? undefined : /^(?:.*#)?b=([a-z2-7]+)$/i.exec(typed)?.[1];
  if (payload === undefined) return refuse('deposit.notOurs');
  const body = v.safeParse(Body, jsonIn(payload));
  if (!body.success) return refuse('deposit.damaged');
  const { n: number, g: guide, v: guideVersion, l: materials } = body.output;
  return ok({ number, guide, guideVersion, materials });
}

function jsonIn(payload: string): unknown {
  try {
    return JSON.parse(fromUtf8(fromBase32(payload.toLowerCase())));
  } catch {
    return undefined;
  }
}
