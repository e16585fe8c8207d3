/** A real browser with the worker that prepares photos, bundled as the staff app bundles it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, preview } from 'vite';
import { openBrowser } from './browser.ts';
import type {} from './photoInPage.ts';
import { ROOT } from './root.ts';

export interface PhotoPage {
  readonly page: Page;
  readonly end: () => Promise<void>;
}

/** A page with `window.photos`. Everything that it needs is made, and gone with `end`. */
export async function openPhotoPage(): Promise<PhotoPage> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'photos-'));
  const source = join(ROOT, 'test/support');
  const outDir = join(folder, 'page');
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome109',
      rollupOptions: { input: join(source, 'photo.html') },
    },
  });
  const server = await preview({
    root: source,
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { host: 'localhost', port: 0 },
  });
  const browser = await openBrowser(join(folder, 'profile'));
  const end = async (): Promise<void> => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(new URL('photo.html', server.resolvedUrls?.local[0]).href);
  await page.waitForFunction(() => 'photos' in window);
  return { page, end };
}
