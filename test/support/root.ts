import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The repository, also seen from a test program that was built into `dist/`. */
export const ROOT: string = rootFrom(import.meta.dirname);

function rootFrom(folder: string): string {
  if (existsSync(join(folder, 'vite.config.ts'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('not inside the repository');
  return rootFrom(parent);
}
