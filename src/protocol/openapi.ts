import * as v from 'valibot';
import { CatalogueAnswer } from './catalogueAnswer.ts';
import { Claimable, ClaimQuery } from './claims.ts';
import {
  Batch,
  BatchAnswer,
  CommandHeader,
  Envelope,
  Hash,
  MAX_BODY_BYTES,
  Outcome,
  WireCommand,
} from './command.ts';
import { ERRORS } from './errors.ts';
import { FeedPage, FeedRow, FeedScope } from './feed.ts';
import { HistoryEntry } from './history.ts';
import { deputyPaths, documentKeyPaths, withDeputies } from './openapiAdmin.ts';
import { feedbackPaths } from './openapiFeedback.ts';
import { filePaths } from './openapiFiles.ts';
import {
  answers,
  BY_DEVICE,
  BY_SESSION,
  body,
  inPath,
  type Json,
  PROBLEM,
  query,
  schemaOf,
} from './openapiParts.ts';
import { registerPaths } from './openapiRegister.ts';
import { sessionPaths } from './openapiSession.ts';
import { PROOF_HEADER } from './proof.ts';
import * as resources from './resources.ts';
import { SealingKey } from './sealing.ts';

const Health = v.object({
  status: v.picklist(['ok', 'down']),
  store: v.string(),
  version: v.string(),
  catalogue: v.number(),
  now: v.string(),
});
const StaffList = v.object({ staff: v.array(resources.StaffMember) });
const DeviceList = v.object({ devices: v.array(resources.DeviceEntry) });
const Policy = v.object({ office: v.string(), policy: resources.DevicePolicy });
const PolicyList = v.object({ policies: v.array(Policy) });
const QuarantineList = v.object({ entries: v.array(resources.QuarantineEntry) });
const Version = v.object({ version: v.number() });
const CaseRow = v.object({
  id: v.string(),
  version: v.number(),
  head: v.nullable(v.string()),
  state: FeedRow.entries.state,
});
const CaseList = v.object({ rows: v.array(CaseRow), next: v.nullable(v.string()) });
const CaseFound = v.object({
  state: FeedRow.entries.state,
  history: v.array(HistoryEntry),
  /** Files that have not come yet, and those that are not what they were named to be. */
  awaiting: v.array(Hash),
  faulty: v.array(Hash),
});

const TEXT: Json = { type: 'string' };

/** The description at `/api/openapi.json`, made of the schemas that validate. */
export function openApi(version: string): Json {
  return {
    openapi: '3.0.3',
    info: { title: '就近办 (Jinban) district endpoint', version },
    paths: {
      ...publicPaths(),
      ...accessPaths(),
      ...devicePaths(),
      ...recordPaths(),
      ...filePaths(),
      ...quarantinePaths(),
      ...registerPaths(),
      ...feedbackPaths(),
    },
    components: {
      schemas: {
        Envelope: schemaOf(Envelope),
        WireCommand: schemaOf(WireCommand),
        CommandHeader: schemaOf(CommandHeader),
      },
      securitySchemes: {
        session: {
          ...{ type: 'apiKey', in: 'cookie', name: 'jinban_session' },
          description: `together with the header ${PROOF_HEADER}, where the session was begun with one`,
        },
        device: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'Jinban-Device id="…", at="…", sig="…": see src/protocol/README.md',
        },
      },
    },
    'x-codes': Object.fromEntries(Object.entries(ERRORS).map(([code, entry]) => [code, entry])),
  };
}

function publicPaths(): Json {
  return {
    '/api/health': { get: { responses: answers(Health, 'liveness, store and version') } },
    '/metrics': {
      get: { responses: { 200: { description: 'Prometheus text', content: { 'text/plain': {} } } } },
    },
    '/api/catalogue': {
      get: {
        description: 'ETag and If-None-Match; 304 when unchanged',
        parameters: [query('since', { type: 'integer', minimum: 1 })],
        responses: {
          ...answers(CatalogueAnswer, 'the catalogue, or what changed since'),
          304: { description: 'unchanged' },
        },
      },
    },
    '/api/openapi.json': { get: { responses: answers({ type: 'object' }, 'this description') } },
  };
}

function accessPaths(): Json {
  return {
    ...sessionPaths(),
    '/api/setup': {
      post: {
        requestBody: body(resources.Setup),
        responses: answers(resources.StaffMember, 'the first administrator', 201),
      },
    },
    '/api/staff': {
      get: {
        ...BY_SESSION,
        parameters: [withDeputies()],
        responses: answers(StaffList, 'everybody, by username'),
      },
      post: {
        ...BY_SESSION,
        requestBody: body(resources.NewStaff),
        responses: answers(resources.StaffMember, 'added', 201),
      },
    },
    '/api/staff/{id}': {
      patch: {
        ...BY_SESSION,
        parameters: [inPath('id'), withDeputies()],
        requestBody: body(resources.StaffChange),
        responses: answers(resources.StaffMember, 'changed'),
      },
    },
    ...deputyPaths(),
    '/api/items/{id}/status': {
      post: {
        ...BY_SESSION,
        description:
          'If-Match with the catalogue’s ETag refuses a publication over one that the editor has not seen',
        parameters: [inPath('id')],
        requestBody: body(resources.StatusChange),
        responses: answers(Version, 'published', 201),
      },
    },
  };
}

function devicePaths(): Json {
  return {
    '/api/devices': {
      get: { ...BY_SESSION, responses: answers(DeviceList, 'every device, by office and name') },
      post: {
        requestBody: body(resources.Enrolment, 'the code is all that it takes, once'),
        responses: answers(resources.Enrolled, 'enrolled'),
      },
    },
    '/api/devices/codes': {
      post: {
        ...BY_SESSION,
        requestBody: body(resources.NewEnrolmentCode),
        responses: answers(resources.ShownEnrolmentCode, 'told once', 201),
      },
    },
    '/api/devices/{id}': {
      patch: {
        ...BY_SESSION,
        parameters: [inPath('id')],
        requestBody: body(resources.DeviceChange),
        responses: answers(resources.DeviceEntry, 'changed'),
      },
    },
    '/api/contact': {
      post: {
        ...BY_DEVICE,
        requestBody: body(resources.Contact, 'not packed'),
        responses: answers(resources.ContactAnswer, 'what is asked of the device'),
      },
    },
    '/api/policies': {
      get: { ...BY_SESSION, responses: answers(PolicyList, 'by office; `*` = every office without its own') },
    },
    '/api/policies/{office}': {
      put: {
        ...BY_SESSION,
        parameters: [inPath('office')],
        requestBody: body(resources.PolicyChange),
        responses: answers(Policy, 'holds from the next contact on'),
      },
    },
  };
}

function quarantinePaths(): Json {
  return {
    '/api/quarantine': {
      get: { ...BY_SESSION, responses: answers(QuarantineList, 'in the order in which it came') },
    },
    '/api/quarantine/{id}': {
      post: {
        ...BY_SESSION,
        parameters: [inPath('id')],
        requestBody: body(resources.QuarantineRuling),
        responses: answers(Outcome, 'what became of the command'),
      },
    },
    '/api/sealing-keys': {
      post: { ...BY_SESSION, responses: answers(SealingKey, 'what devices seal to from now on', 201) },
    },
    ...documentKeyPaths(),
  };
}

function recordPaths(): Json {
  return {
    '/api/commands': {
      post: {
        ...BY_DEVICE,
        requestBody: body(Batch, `at most ${MAX_BODY_BYTES} bytes after decompression; gzip is accepted`),
        responses: answers(BatchAnswer, 'one outcome for each command, in their order'),
      },
    },
    '/api/feed': {
      get: {
        ...BY_SESSION,
        parameters: [
          query('scope', schemaOf(FeedScope), true),
          query('after', { type: 'integer', minimum: 0 }),
        ],
        responses: answers(FeedPage, 'rows after a position'),
      },
    },
    '/api/feed/live': {
      get: {
        ...BY_SESSION,
        parameters: [query('scope', schemaOf(FeedScope), true)],
        responses: {
          200: { description: 'server-sent `more` events', content: { 'text/event-stream': {} } },
          default: PROBLEM,
        },
      },
    },
    '/api/cases': {
      get: {
        ...BY_SESSION,
        parameters: ['number', 'item', 'status', 'hall', 'before'].map((name) => query(name, TEXT)),
        responses: answers(CaseList, 'newest first'),
      },
    },
    '/api/claims': {
      post: {
        ...BY_SESSION,
        requestBody: body(ClaimQuery),
        responses: answers(
          Claimable,
          'what may be claimed, without whose it is; open, holder and paper only for `ways`',
        ),
      },
    },
    '/api/cases/{id}': {
      get: {
        ...BY_SESSION,
        parameters: [inPath('id')],
        responses: answers(CaseFound, 'state, history and what is known of its files'),
      },
    },
  };
}
