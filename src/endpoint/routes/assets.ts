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
    globIgnore: ['.vite/**', '**/*.map'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(root, 'assets'));
      reply.header('cache-control', hashed ? FOREVER : 'no-cache');
    },
  });
}
