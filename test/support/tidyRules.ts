/** The house rules of DESIGN §2 as data. A new exception is a new line here, with its reason. */

export const DESKS = ['citizen', 'window', 'review', 'district', 'oversight', 'admin'] as const;

const COMMON = ['domain', 'catalogue', 'protocol'];

/** Where each place may reach, besides itself. */
const REACH: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  catalogue: ['domain'],
  protocol: ['domain'],
  // The endpoint renders the citizen's pages from their source; a desk for staff stays out of its reach.
  endpoint: ['domain', 'catalogue', 'protocol', 'app/citizen'],
  // The composition root: src/app/main.tsx and what stands beside it.
  app: [...COMMON, 'app/local', 'app/parts', 'app/shell', ...DESKS.map((desk) => `app/${desk}`)],
  // The frame around the desks: sign-in, enrolment, the bar of the line. It opens desks through the composition root.
  'app/shell': [...COMMON, 'app/local', 'app/parts'],
  'app/local': ['domain', 'catalogue', 'protocol'],
  'app/parts': ['domain', 'catalogue', 'protocol', 'app/local'],
  worker: ['protocol', 'app/local'],
  ...Object.fromEntries(DESKS.map((desk) => [`app/${desk}`, [...COMMON, 'app/local', 'app/parts']])),
};

/** The place that a path belongs to: `domain`, `app/window`, …; `undefined` when the design knows none. */
export function placeOf(path: string): string | undefined {
  const [root, first, second, ...deeper] = path.split('/');
  if (root !== 'src' || first === undefined || second === undefined) return undefined;
  const place = first === 'app' && deeper.length > 0 ? `app/${second}` : first;
  return place in REACH ? place : undefined;
}

export const mayImport = (from: string, to: string): boolean => from === to || !!REACH[from]?.includes(to);

/** Packages that a place may use, where it may not use every one. */
const PACKAGES: Readonly<
  Record<string, { readonly always: readonly string[]; readonly atBuildTime?: readonly string[] }>
> = {
  // Check characters, and the hash of a case file: pure, the same on both sides.
  domain: { always: ['cdigit', '@noble/hashes'] },
  // Large data packages only make data when the catalogue is built; a device ships the result.
  catalogue: { always: [], atBuildTime: ['pinyin-pro', 'chinese-days'] },
  protocol: { always: ['valibot', '@valibot/to-json-schema'] },
};

const BUILD_TIME_FILE = /(^|[/.])build-time\.ts$/;

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Why a file may not use a package, in words; `undefined` when it may. */
export function mayUsePackage(path: string, from: string, specifier: string): string | undefined {
  if (specifier.startsWith('node:'))
    return from === 'endpoint' ? undefined : `${from} must not use Node (${specifier})`;
  const rule = PACKAGES[from];
  const name = packageOf(specifier);
  if (rule === undefined || rule.always.includes(name)) return undefined;
  if (rule.atBuildTime?.includes(name))
    return BUILD_TIME_FILE.test(path)
      ? undefined
      : `${name} may only be used in a file named build-time.ts or *.build-time.ts`;
  return `${from} must not use the package ${name}`;
}

/** The files that may read a clock, chance, the network or a timer, each with its reason. */
export const EDGES: readonly { readonly files: RegExp; readonly why: string }[] = [
  {
    files: /^src\/endpoint\/edges\.ts$/,
    why: 'makes the endpoint’s clock, ids and timer, for main.ts and demo.ts',
  },
  { files: /^src\/app\/main\.tsx$/, why: 'is the composition root of the staff app' },
  { files: /^src\/app\/local\/edges\//, why: 'holds the adapters for clock, chance, timer and transport' },
  {
    files: /^src\/worker\//,
    why: 'a service worker is woken by the browser and has no root that could hand it ports',
  },
  { files: /^src\/app\/citizen\/[^/]+\.client\.ts$/, why: 'is a whole small program of a citizen’s page' },
];

export const edgeOf = (path: string): string | undefined => EDGES.find((edge) => edge.files.test(path))?.why;
