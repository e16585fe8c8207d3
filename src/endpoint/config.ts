/** Where and how an endpoint runs (DESIGN §7). */
export interface Config {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** Without a slash at the end; undefined = http://localhost and the port. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
}

/** A value that cannot be used: one line, for the person who started the program. */
export class ConfigError extends Error {}

/** @throws ConfigError */
export function readConfig(env: Readonly<Record<string, string | undefined>>, dataDir: string): Config {
  const port = env.PORT ?? '8460';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new ConfigError(`PORT must be a number from 0 to 65535, not "${port}"`);
  const host = env.HOST ?? 'localhost';
  if (!/^[A-Za-z0-9.:-]+$/.test(host))
    throw new ConfigError(`HOST must be a name or an address, not "${host}"`);
  const folder = env.DATA_DIR ?? dataDir;
  if (folder.trim() === '') throw new ConfigError('DATA_DIR must not be empty');
  for (const later of ['DATABASE_URL', 'FILES_URL'])
    if (env[later]) throw new ConfigError(`${later} is not supported by this version; unset it`);
  return { host, port: Number(port), publicUrl: publicUrlIn(env.PUBLIC_URL), dataDir: folder };
}

function publicUrlIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url && url.pathname === '/' && url.search === '' && url.hash === '';
  if (!url || !bare || !/^https?:$/.test(url.protocol))
    throw new ConfigError(`PUBLIC_URL must be like https://jinban.example.gov.cn, not "${text}"`);
  return url.origin;
}
