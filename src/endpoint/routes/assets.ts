import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Folders that the build made. Absent ones are not served: an endpoint also runs without them. */
export interface AssetFolders {
  readonly desk: string;
  readonly citizen: string;
}

const FOREVER = 'public, max-age=31536000, immutable';

/** What a browser reads of a page and of nothing that the page loads: half a kilobyte with each script on a slow line. */
const OF_PAGES = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** The staff app under /desk/, and what the citizens' pages load. */
export async function assetRoutes(app: FastifyInstance, folders: AssetFolders): Promise<void> {
  if (existsSync(folders.citizen)) await serve(app, folders.citizen, '/', true);
  if (!existsSync(folders.desk)) return;
  await serve(app, folders.desk, '/desk/', false);
  app.get('/desk', async (_request, reply) => reply.redirect('/desk/', 308));
  // A deep link opens the app, which finds its own way; a missing script or picture stays missing.
  app.get('/desk/*', async (request, reply) => {
    const path = request.url.replace(/\?.*$/, '');
    const name = decodeURIComponent(path.slice('/desk/'.length));
    if (name !== '' && /\.[a-z0-9]+$/i.test(name)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html', folders.desk);
  });
}

async function serve(
  app: FastifyInstance,
  root: string,
  prefix: string,
  decorateReply: boolean,
): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    prefix,
    decorateReply: decorateReply || !app.hasReplyDecorator('sendFile'),
    wildcard: false,
    index: prefix === '/' ? false : ['index.html'],
    dotfiles: 'ignore',
    globIgnore: ['.vite/**', '**/*.map', '**/*.br'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(root, 'assets'));
      reply.header('cache-control', hashed ? FOREVER : 'no-cache');
      // A worker obeys its own policy, and only the desk has workers among its assets.
      if (hashed && prefix === '/') for (const name of OF_PAGES) reply.removeHeader(name);
    },
  });
}
