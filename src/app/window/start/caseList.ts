import { statusOn } from '../../../domain/intakeRules.ts';
import type { Rules } from '../../../domain/rules.ts';
import { type LegalDate, legalDateOf } from '../../../domain/time.ts';
import type { CaseView } from '../../local/types.ts';
import { DEEMED, statusWords } from '../words.ts';

export interface ListFilter {
  readonly query: string;
  /** `today`: received or changed today. */
  readonly span: 'today' | 'all';
}

/** What a case is found by, made once for each state of it. */
const prepared = new WeakMap<CaseView, string>();

function textOf(view: CaseView, rules: Rules): string {
  const known = prepared.get(view);
  if (known !== undefined) return known;
  const { number, item, guide, parties } = view.case;
  const names = parties.map((party) => party.name).join('\n');
  const found = rules.item(item);
  const title = rules.guide(guide)?.title ?? '';
  const text = [
    number,
    number.replaceAll('-', ''),
    names,
    found?.name,
    found?.shortName,
    title,
    ...(found?.words ?? []),
  ]
    .join('\n')
    .toLowerCase();
  prepared.set(view, text);
  return text;
}

/** By number (with or without hyphens), name or item; every word typed has to occur. A scan over prepared strings. */
export function filterCases(
  views: readonly CaseView[],
  { query, span }: ListFilter,
  today: LegalDate,
  rules: Rules,
): readonly CaseView[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  // Searching looks everywhere: who types a name wants that case, whenever it came.
  const everywhere = span === 'all' || words.length > 0;
  return views.filter(
    (view) =>
      (everywhere || isOfToday(view, today)) &&
      (words.length === 0 || words.every((word) => textOf(view, rules).includes(word))),
  );
}

export function isOfToday(view: CaseView, today: LegalDate): boolean {
  return view.case.receivedOn === today || legalDateOf(view.updatedAt) === today;
}

/** The applicant, or the first who takes part. */
export function applicantOf(view: Pick<CaseView, 'case'>): string {
  const { parties } = view.case;
  return (parties.find((party) => party.role === 'applicant') ?? parties[0])?.name ?? '—';
}

/** The title by which people ask for it, of the version that it was received with. */
export function titleOf(view: Pick<CaseView, 'case'>, rules: Rules): string {
  const { guide, guideVersion, item } = view.case;
  return (
    rules.guide(guide, guideVersion)?.title ??
    rules.guide(guide)?.title ??
    rules.item(item)?.shortName ??
    item
  );
}

export interface StateWords {
  readonly word: string;
  readonly shape: 'inbox' | 'clock' | 'back' | 'stop' | 'done' | 'leave';
}

/** The state that counts today, in a word with a shape; silence that has accepted a case says so. */
export function stateOf(view: Pick<CaseView, 'case'>, today: LegalDate, rules: Rules): StateWords {
  const found = view.case;
  const item = rules.item(found.item);
  const status = item ? statusOn(found, item.intakeRule, today, rules.calendar) : found.status;
  if (status !== found.status) return { word: DEEMED, shape: 'done' };
  const shapes = {
    received: 'inbox',
    correcting: 'clock',
    returned: 'back',
    declined: 'stop',
    closed: 'stop',
    accepted: 'done',
    withdrawn: 'leave',
  } as const;
  return { word: statusWords[status], shape: shapes[status] };
}
