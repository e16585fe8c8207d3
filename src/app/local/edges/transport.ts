import { FeedPage } from '../../../protocol/feed.ts';
import { SESSION_WITH } from '../../../protocol/posts.ts';
import { ContactAnswer, Enrolled, Session } from '../../../protocol/resources.ts';
import type { Reply, Transport } from '../ports.ts';
import { fetchFile } from './files.ts';
import { type Ask, type SchemaOf, send } from './http.ts';
import { openLive } from './live.ts';
import { holdProof, makeProof } from './proof.ts';
import { commandsTo, filesHeldAt } from './sending.ts';

// Fetched apart: a catalogue changes a few times a month, and a history is opened seldom.
const catalogueAnswer = async () => (await import('../../../protocol/catalogueAnswer.ts')).CatalogueAnswer;
const history = async () => (await import('./history.ts')).History;

/**
 * The endpoint over `fetch`. Every answer is validated: what does not fit is no answer of ours, and nothing of it is
 * believed. A cookie and a proof carry the session; the device's signature carries a batch.
 */
export function httpTransport(base = ''): Transport {
  const ask = <T>(request: Ask, schema: SchemaOf): Promise<Reply<T>> => send<T>(base, request, schema);
  const json = (method: 'POST', path: string, body: unknown): Ask => ({
    method,
    path,
    body: JSON.stringify(body),
  });
  return {
    commands: commandsTo(base),
    feed: (scope, after) => ask({ method: 'GET', path: `/api/feed?scope=${scope}&after=${after}` }, FeedPage),
    catalogue: (etag, since) =>
      ask(
        {
          method: 'GET',
          path: since === null ? '/api/catalogue' : `/api/catalogue?since=${since}`,
          headers: etag === null ? {} : { 'if-none-match': etag },
        },
        catalogueAnswer,
      ),
    signIn: (body) => {
      makeProof();
      return ask(json('POST', `/api/session${SESSION_WITH}`, body), Session);
    },
    signOut: () => ask({ method: 'DELETE', path: '/api/session' }, null),
    session: () => ask({ method: 'GET', path: `/api/session${SESSION_WITH}` }, Session),
    renew: (body) => {
      makeProof();
      return ask(json('POST', `/api/session/renewal${SESSION_WITH}`, body), Session);
    },
    forgetProof: () => holdProof(null),
    enrol: (body) => ask(json('POST', '/api/devices', body), Enrolled),
    contact: (body, authorisation) =>
      ask(
        { method: 'POST', path: '/api/contact', headers: { authorization: authorisation }, body },
        ContactAnswer,
      ),
    history: (caseId) => ask({ method: 'GET', path: `/api/cases/${caseId}` }, history),
    seals: async (...asked) => await (await import('./seals.ts')).sealsFrom(base, ...asked),
    filesHeld: filesHeldAt(base),
    // Fetched apart: most days begin without a file to send.
    upload: async (file) => {
      const { overFetch, uploadTo } = await import('./uploads.ts');
      return await uploadTo(overFetch(base), file);
    },
    file: (hash) => fetchFile(base, hash),
    live: (scope, onMore) => openLive(`${base}/api/feed/live?scope=${scope}`, onMore),
  };
}
