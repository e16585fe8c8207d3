/** An installed program whose staff app seals nothing that it keeps: the search of a profile has to succeed there. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { build, type Plugin } from 'vite';
import { installedProgram } from './journeyBuild.ts';
import { ROOT } from './root.ts';

const VAULT = join(ROOT, 'test/support/atRestOpenVault.ts');
const REAL = join(ROOT, 'src/app/local/edges/vault.ts');

/** To be removed by the caller. @throws when the app no longer takes its vault from where this puts another */
export async function programWithOpenVault(): Promise<string> {
  const root = installedProgram();
  const desk = join(root, 'dist/desk');
  rmSync(desk, { recursive: true });
  let replaced = 0;
  const openVault: Plugin = {
    name: 'open-vault',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (found?.id !== REAL) return null;
      replaced += 1;
      return VAULT;
    },
  };
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    base: '/desk/',
    define: { __VERSION__: JSON.stringify('open-vault') },
    plugins: [openVault, preact()],
    build: {
      outDir: desk,
      emptyOutDir: true,
      target: 'chrome109',
      manifest: true,
      minify: false,
      rollupOptions: { external: ['crypto'] },
    },
  });
  if (replaced === 0) throw new Error(`nothing imports ${REAL}: the control would be the app itself`);
  // The real worker would fetch the files of the real build.
  writeFileSync(join(desk, 'sw.js'), 'addEventListener("install", () => skipWaiting());\n');
  return root;
}
