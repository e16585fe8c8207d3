/** An installed program of its own, on which a new version of the staff app can be put while it runs. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from './root.ts';

/** A copy of what `npm run build` made, to be removed by the caller. Inside the repository, so that the packages left outside are found. */
export function installedProgram(): string {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const root = mkdtempSync(join(ROOT, '.cache', 'installed-'));
  installAgain(root);
  return root;
}

/** Puts the same there again, whatever has been installed over it. */
export function installAgain(root: string): void {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  cpSync(join(ROOT, 'dist'), join(root, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
}

/** The next version: another page, under another revision in the worker's list. */
export function installVersion(root: string, version: string): void {
  edit(
    join(root, 'dist/desk/index.html'),
    /<html lang="zh-CN"[^>]*>/,
    `<html lang="zh-CN" data-version="${version}">`,
  );
  const revision = /"revision":"[^"]+","url":"index\.html"/;
  edit(join(root, 'dist/desk/sw.js'), revision, `"revision":"${version}","url":"index.html"`);
}

/** The version of the page that runs in a window; `undefined` = the one that was built. */
export const versionIn = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset.version);

function edit(file: string, pattern: RegExp, by: string): void {
  const before = readFileSync(file, 'utf8');
  if (!pattern.test(before)) throw new Error(`${file} has nothing like ${pattern}`);
  writeFileSync(file, before.replace(pattern, by));
}
