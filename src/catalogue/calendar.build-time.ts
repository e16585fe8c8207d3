import y2024 from 'chinese-days/dist/years/2024.json' with { type: 'json' };
import y2025 from 'chinese-days/dist/years/2025.json' with { type: 'json' };
import y2026 from 'chinese-days/dist/years/2026.json' with { type: 'json' };

/** One year as chinese-days writes it: days off and days worked in exchange, each with the holiday's name. */
interface SourceYear {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** The years taken over. 2027 is absent until the State Council's notice is out: absent means not known. */
const YEARS: Readonly<Record<string, SourceYear>> = { 2024: y2024, 2025: y2025, 2026: y2026 };

/**
 * The text of `calendar.generated.ts`. `npx vitest run --project unit test/catalogue -u` writes it,
 * the same test without `-u` holds the committed file to it.
 */
export function calendarSource(): string {
  const years = Object.entries(YEARS).map(
    ([year, source]) =>
      `  ${year}: {\n    off: \`${listOf(source.holidays, year)}\`,\n    on: \`${listOf(source.workdays, year)}\`,\n  },\n`,
  );
  return [
    '// Made by calendar.build-time.ts from chinese-days 1.5.7 (MIT): the State Council’s yearly holiday notices.\n',
    '// Month and day of each day off and of each weekend day worked in exchange. Not edited by hand.\n',
    'export const HOLIDAYS: Readonly<Record<string, { readonly off: string; readonly on: string }>> = {\n',
    ...years,
    '};\n',
  ].join('');
}

/** Dates of one year as `MM-DD`, ten to a line. */
function listOf(days: Readonly<Record<string, string>>, year: string): string {
  const dates = Object.keys(days)
    .filter((date) => date.startsWith(`${year}-`))
    .sort()
    .map((date) => date.slice(5));
  const lines: string[] = [];
  for (let at = 0; at < dates.length; at += 10) lines.push(dates.slice(at, at + 10).join(' '));
  return lines.length > 1 ? `\n      ${lines.join('\n      ')}\n    ` : lines.join('');
}
