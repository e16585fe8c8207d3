import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type TestUserConfig, type ViteUserConfig } from 'vitest/config';

/**
 * Three builds from this one file (`npm run build` makes all of them):
 *
 * - `vite build`                → dist/desk/      the staff app, served under /desk/, with its worker /desk/sw.js
 * - `vite build --mode citizen` → dist/citizen/   what a citizen's page loads, served under /. The endpoint finds each
 *                                 script by its source in dist/citizen/.vite/manifest.json
 *                                 (key `src/app/citizen/progress.client.ts`, field `file`)
 * - `vite build --ssr`          → dist/endpoint/  programs for Node, packages left outside. The citizen's pages are
 *                                 rendered there from src/app/citizen/*.tsx
 *
 * `vite build --ssr FILE --outDir FOLDER` makes any other program for Node in the same way (see `npm run bench`).
 */

const ROOT = import.meta.dirname;
const VERSION = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version as string;
/** The last Chromium for Windows 7 counters. */
const COUNTER_BROWSER = 'chrome109';
/** Citizens: Safari 15.4 and the WebViews of WeChat. */
const CITIZEN_BROWSERS = ['chrome87', 'safari15.4'];

const CITIZEN = 'src/app/citizen';
const PROGRAMS = ['main', 'demo', 'verify', 'retain', 'opening/openerThread'].map(
  (name) => `src/endpoint/${name}.ts`,
);

type BuildOptions = NonNullable<ViteUserConfig['build']>;

/** As it was written: what the package offers first is made for browsers that have no classes, and twice as long. */
const MODERN = { 'tus-js-client': 'tus-js-client/lib/browser/index.js' };

/** One entry for each source, named after it: `a/b.client.ts` → `b.client`. */
const entries = (sources: readonly string[]): Record<string, string> =>
  Object.fromEntries(sources.map((source) => [basename(source, '.ts'), join(ROOT, source)]));

const clientScripts = (): string[] =>
  existsSync(join(ROOT, CITIZEN))
    ? readdirSync(join(ROOT, CITIZEN))
        .filter((name) => name.endsWith('.client.ts'))
        .map((name) => `${CITIZEN}/${name}`)
    : [];

const deskBuild: BuildOptions = {
  outDir: 'dist/desk',
  target: COUNTER_BROWSER,
  manifest: true,
  // @hpke/common asks for Node's module only where there is no Web Crypto: never in a browser that gets this far.
  rollupOptions: { external: ['crypto'] },
};

/** The citizens' worker stands at the root: its address decides what it may answer. */
const CITIZEN_WORKER = { sw: join(ROOT, 'src/worker/citizen.ts') };

const citizenBuild: BuildOptions = {
  outDir: 'dist/citizen',
  target: CITIZEN_BROWSERS,
  manifest: true,
  modulePreload: { polyfill: false },
  rollupOptions: {
    input: { ...entries(clientScripts()), ...CITIZEN_WORKER },
    output: {
      entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
    },
  },
};

const endpointBuild: BuildOptions = {
  outDir: 'dist/endpoint',
  target: 'node20',
  copyPublicDir: false,
  sourcemap: true,
  rollupOptions: { input: entries(PROGRAMS.filter((source) => existsSync(join(ROOT, source)))) },
};

/**
 * Has the page ask at once for what its entry imports first: the scripts and styles of `start.tsx` then come together
 * with the entry instead of after it.
 */
const preloaded = (): Plugin => ({
  name: 'jinban-preload',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const files = new Set<string>();
      const styles = new Set<string>();
      const add = (name: string): void => {
        const chunk = bundle[name];
        // The page names its entry itself.
        if (chunk?.type !== 'chunk' || chunk.isEntry || files.has(name)) return;
        files.add(name);
        for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
        for (const one of chunk.imports) add(one);
      };
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('src/app/start.tsx'))
          add(chunk.fileName);
      const link = (attrs: Record<string, string>) => ({ tag: 'link', attrs, injectTo: 'head' as const });
      return [
        ...[...files].map((name) => link({ rel: 'modulepreload', crossorigin: '', href: `/desk/${name}` })),
        ...[...styles].map((name) =>
          link({ rel: 'preload', as: 'style', crossorigin: '', href: `/desk/${name}` }),
        ),
      ];
    },
  },
});

/** What is never changed is packed once, as small as it gets: `assets.ts` serves it to whoever can open it. */
const packed = (): Plugin => ({
  name: 'jinban-packed',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((one) => /^assets\/.+\.(js|css)$/.test(one))) {
      const whole = readFileSync(join(dir, name));
      const small = brotliCompressSync(whole);
      if (small.length < whole.length) writeFileSync(join(dir, `${name}.br`), small);
    }
  },
});

/** The staff app's web manifest and precache. The app registers /desk/sw.js itself, through workbox-window. */
const installable = () =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/worker',
    filename: 'desk.ts',
    injectRegister: false,
    // The plugin names the worker after its source; this and `swDest` make it sw.js.
    integration: {
      configureCustomSWViteBuild: (options) => {
        options.logLevel = 'warn';
        Object.assign(options.build?.rollupOptions?.output ?? {}, { entryFileNames: 'sw.js' });
      },
    },
    injectManifest: {
      swDest: resolve(ROOT, 'dist/desk/sw.js'),
      rollupFormat: 'iife',
      target: COUNTER_BROWSER,
      globPatterns: ['index.html', 'assets/**/*.{js,css,svg,woff2}'],
      maximumFileSizeToCacheInBytes: 600 * 1024,
    },
    manifest: {
      id: '/desk/',
      name: '就近办',
      short_name: '就近办',
      description: '乡镇便民服务大厅收件、审核与移交，断网也能办。',
      lang: 'zh-CN',
      dir: 'ltr',
      start_url: '/desk/',
      scope: '/desk/',
      display: 'standalone',
      theme_color: '#1f4d3a',
      background_color: '#faf8f3',
      icons: [
        { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });

const unit: TestUserConfig = {
  name: 'unit',
  environment: 'node',
  include: ['test/**/*.test.{ts,tsx}'],
  exclude: ['test/journeys/**', 'test/bench/**'],
  // Passwords and secrets cost real time on purpose, and the machine may be busy: a limit here finds what hangs.
  testTimeout: 30_000,
  maxWorkers: 2,
  // No test leaves anything in a module: what all of them use need not be loaded for each file.
  isolate: false,
};

const journeys: TestUserConfig = {
  name: 'journeys',
  environment: 'node',
  include: ['test/journeys/**/*.test.ts'],
  globalSetup: 'test/support/journeySetup.ts',
  // Half of a journey is waiting; each worker has a prepared counter of its own (`test/support/journeySetup.ts`).
  maxWorkers: 2,
  isolate: false,
  testTimeout: 400_000,
  hookTimeout: 400_000,
  // On a machine of which nothing is known, a browser that stands still is no fault of the product. What went wrong first is
  // printed, and `retry x1` beside the name: to be looked into all the same.
  retry: process.env.CI ? 1 : 0,
};

export default defineConfig(({ command, mode, isSsrBuild }) => {
  const citizen = mode === 'citizen';
  const desk = !citizen && !isSsrBuild;
  return {
    root: ROOT,
    // A build says nothing but what is wrong: `npm run demo` ends in an address and sign-ins, not in a list of chunks.
    logLevel: command === 'build' ? 'warn' : 'info',
    base: desk ? '/desk/' : '/',
    define: { __VERSION__: JSON.stringify(VERSION) },
    resolve: { alias: desk && command === 'build' ? MODERN : {} },
    plugins: [
      preact(),
      desk && command === 'build' && [preloaded(), installable()],
      !isSsrBuild && command === 'build' && packed(),
    ],
    build: isSsrBuild ? endpointBuild : citizen ? citizenBuild : deskBuild,
    test: {
      projects: [
        { extends: true, test: unit },
        { extends: true, test: journeys },
      ],
    },
  };
});
