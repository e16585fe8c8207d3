/** An installed program of its own, on which a new version of the staff app can be put while it runs. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** A copy of what `npm run build` made. Inside the repository, so that the packages left outside are found. */
export function installedProgram(): string {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const root = mkdtempSync(join(ROOT, '.cache', 'installed-'));
  cpSync(join(ROOT, 'dist'), join(root, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  process.once('exit', () => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** The next version: another page, under another revision in the worker's list. */
export function installVersion(root: string, title: string): void {
  edit(join(root, 'dist/desk/index.html'), /<title>[^<]*<\/title>/, `<title>${title}</title>`);
  const revision = /"revision":"[^"]+","url":"index\.html"/;
  edit(join(root, 'dist/desk/sw.js'), revision, `"revision":"${title}","url":"index.html"`);
}

function edit(file: string, pattern: RegExp, by: string): void {
  const before = readFileSync(file, 'utf8');
  if (!pattern.test(before)) throw new Error(`${file} has nothing like ${pattern}`);
  writeFileSync(file, before.replace(pattern, by));
}
