import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { deputies } from './migrateDeputies.ts';
import { fillRegister } from './migrateSeals.ts';
import type { Tables } from './tables.ts';

/** Every change of the schema ever shipped, in order. A shipped one is never edited. */
const MIGRATIONS: Record<string, Migration> = {
  '0001_intake': { up: intake },
  '0002_settled': { up: settled },
  '0003_sealing': { up: sealing },
  '0004_devices': { up: devices },
  '0005_files': { up: files },
  '0006_feedback': { up: feedback },
  '0007_subjects': { up: subjects },
  '0008_documents': { up: documents },
  '0009_deputies': { up: deputies },
  '0010_stickers': { up: stickers },
  '0011_seals': { up: seals },
};

/**
 * Brings the store to the newest schema.
 * @param to an older one, where a store of before is wanted
 * @throws what the database said when it cannot
 */
export async function migrate(db: Kysely<Tables>, to?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error) throw error;
}

async function intake(db: Kysely<unknown>): Promise<void> {
  await table(db, 'meta', ['name', 'value'], ['name']);
  await table(db, 'counter', ['name', 'value#'], ['name']);
  await table(db, 'person', ['id', 'username', 'name', 'password', 'created_at', 'disabled_at?'], ['id']);
  await index(db, 'person', ['username'], true);
  await table(db, 'post', ['person', 'office', 'roles', 'valid_from', 'valid_to?'], []);
  await index(db, 'post', ['person']);
  await table(db, 'session', ['token_hash', 'person', 'created_at', 'expires_at'], ['token_hash']);
  await index(db, 'session', ['person']);
  await table(
    db,
    'device',
    ['id', 'name', 'office', 'slot', 'device_key', 'enrolled_by', 'enrolled_at', 'revoked_at?'],
    ['id'],
  );
  await index(db, 'device', ['slot'], true);
  await table(db, 'person_key', ['key_id', 'person', 'device', 'public_key', 'created_at'], ['key_id']);
  await table(db, 'contact', ['device', 'made#', 'at'], ['device', 'made']);
  await recording(db);
  await table(
    db,
    'catalogue',
    ['version#', 'data', 'etag', 'published_at', 'published_by?', 'reason'],
    ['version'],
  );
  await table(db, 'attempt', ['subject', 'at'], []);
  await index(db, 'attempt', ['subject', 'at']);
  await sql`insert into counter (name, value) values ('feed', 0), ('slot', 0)`.execute(db);
}

/** When a command counts in law, refused ones too; when what stood in quarantine was judged after all. */
async function settled(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('command').addColumn('legal_at', 'text').execute();
  await db.schema.alterTable('quarantine').addColumn('settled_at', 'text').execute();
}

/** The endpoint's sealing keys, and what a supervisor sees and rules. What was kept unsealed is dropped: it was never in use. */
async function sealing(db: Kysely<unknown>): Promise<void> {
  await table(db, 'sealing_key', ['key_id', 'private', 'created_at', 'retired_at?'], ['key_id']);
  await db.schema.alterTable('quarantine').addColumn('ruling', 'text').execute();
  await db.schema.alterTable('quarantine').addColumn('header', 'text').execute();
  await sql`delete from quarantine`.execute(db);
  await sql`delete from kept`.execute(db);
  await index(db, 'quarantine', ['settled_at']);
  await index(db, 'person_key', ['device']);
}

/** Enrolment by code, contact, wiping, rolled-back disks, kept keys, renewal of sessions, policies. */
async function devices(db: Kysely<unknown>): Promise<void> {
  for (const column of ['wipe_ordered_at', 'wiped_at', 'disk_encrypted_at'])
    await db.schema.alterTable('device').addColumn(column, 'text').execute();
  const counted = db.schema.alterTable('device');
  await counted.addColumn('rolled_back', 'bigint', (one) => one.notNull().defaultTo(0)).execute();
  for (const column of ['device', 'proof_hash'])
    await db.schema.alterTable('session').addColumn(column, 'text').execute();
  await index(db, 'session', ['device']);
  await db.schema.alterTable('person_key').addColumn('renewed_at', 'text').execute();
  const made = ['made_by', 'made_at', 'expires_at', 'used_by?'];
  await table(db, 'enrolment_code', ['hash', 'name', 'office', ...made], ['hash']);
  await table(db, 'device_status', ['device', 'at', 'contact', 'said'], ['device']);
  await table(db, 'kept_key', ['device', 'person', 'sealed', 'at'], ['device', 'person']);
  await table(db, 'policy', ['office', 'policy'], ['office']);
}

/** What came of photographed papers, and which streams name them. */
async function files(db: Kysely<unknown>): Promise<void> {
  await table(db, 'file', ['hash', 'size#', 'arrived_at'], ['hash']);
  const named = ['stream', 'hash', 'size#', 'type', 'key?', 'recorded#', 'checked_at?', 'fault?'];
  await table(db, 'file_of', named, ['stream', 'hash']);
  await index(db, 'file_of', ['hash']);
  await index(db, 'file_of', ['checked_at']);
}

/** What citizens say afterwards, and what supervisors answer: rows are added, and only emptied by the rule of retention. */
async function feedback(db: Kysely<unknown>): Promise<void> {
  const said = ['channel', 'words?', 'telephone?', 'at'];
  await table(db, 'evaluation', ['case_id', 'sequence#', 'level', ...said], ['case_id', 'sequence']);
  const happened = ['office', 'ground', 'happened_on', 'case_number?'];
  await table(db, 'complaint', ['id', 'number_key', ...happened, ...said], ['id']);
  await index(db, 'complaint', ['number_key'], true);
  await table(db, 'follow_up', ['id', 'kind', 'subject', 'office', 'opened_at', 'due'], ['id']);
  await index(db, 'follow_up', ['subject']);
  await index(db, 'follow_up', ['due']);
  await table(db, 'follow_up_answer', ['follow_up', 'by', 'note?', 'at'], ['follow_up']);
  await table(db, 'day_count', ['day', 'subject', 'count#'], ['day', 'subject']);
}

/** Which cases are about the same matter: by a hash, so that a likely duplicate is seen wherever it was received. */
async function subjects(db: Kysely<unknown>): Promise<void> {
  await table(db, 'subject', ['key', 'stream'], ['key', 'stream']);
  await index(db, 'subject', ['stream']);
}

/** Documents that verify: what they are signed with, what was signed, and how often each was printed. */
async function documents(db: Kysely<unknown>): Promise<void> {
  await table(db, 'document_key', ['key_id', 'private', 'created_at', 'retired_at?'], ['key_id']);
  const signed = ['stream', 'title', 'hash', 'version#', 'code'];
  await table(db, 'document', signed, ['stream', 'title', 'hash']);
  await table(db, 'print', ['id', 'stream', 'hash', 'at'], ['id']);
  await index(db, 'print', ['stream']);
}

/** Stickers that are receipts: the first case of each is found by it, a later one never. */
async function stickers(db: Kysely<unknown>): Promise<void> {
  await table(db, 'sticker', ['number_key', 'turn#', 'stream'], ['number_key', 'turn']);
}

/** The seal register: the columns of the book, by office, year and number, with what was recorded before it was kept. */
async function seals(db: Kysely<unknown>): Promise<void> {
  const place = ['office', 'year', 'serial#', 'turn#'];
  const columns = ['stream', 'version#', 'sealed_on', 'title', 'case_number', 'seal', 'copies#'];
  const names = ['approver', 'drafter', 'sealer', 'note', 'given_back?', 'given_back_on?'];
  await table(db, 'seal_line', [...place, ...columns, ...names], ['office', 'year', 'serial', 'turn']);
  await index(db, 'seal_line', ['stream', 'version'], true);
  await fillRegister(db);
}

async function recording(db: Kysely<unknown>): Promise<void> {
  const command = ['id', 'header', 'header_hash', 'signature', 'payload?', 'salt?', 'stream', 'device'];
  const answer = [
    'sent_by',
    'received_at',
    'outcome',
    'code?',
    'facts?',
    'version#?',
    'replaces?',
    'mended_by?',
  ];
  await table(db, 'command', [...command, ...answer], ['id']);
  const whole = ['id', 'header_hash', 'envelope', 'sent_by', 'received_at'];
  await table(db, 'quarantine', [...whole, 'stream', 'code'], ['id']);
  await table(db, 'kept', whole, ['id', 'header_hash']);
  await table(db, 'turned_away', ['id', 'stream?', 'code', 'sent_by', 'at', 'mended_by?'], ['id']);
  const event = ['stream', 'version#', 'type', 'header', 'hash', 'salt?', 'data?'];
  await table(db, 'event', event, ['stream', 'version']);
  const search = ['number_key?', 'item?', 'status?', 'hall?', 'updated_at'];
  await table(db, 'stream', ['id', 'kind', 'version#', 'head?', 'state?', ...search], ['id']);
  await index(db, 'stream', ['number_key'], true);
  await index(db, 'stream', ['hall', 'id']);
  await table(db, 'feed', ['scope', 'stream', 'position#', 'gone#'], ['scope', 'stream']);
  await index(db, 'feed', ['scope', 'position']);
}

/** `name` is text, `name#` a whole number; `?` at the end allows null. */
async function table(
  db: Kysely<unknown>,
  name: string,
  columns: readonly string[],
  primaryKey: readonly string[],
): Promise<void> {
  let create = db.schema.createTable(name);
  for (const column of columns) {
    const type = column.includes('#') ? 'bigint' : 'text';
    create = create.addColumn(column.replace(/[#?]/g, ''), type, (one) => {
      const checked = column.endsWith('?') ? one : one.notNull();
      return column === 'gone#' ? checked.defaultTo(0) : checked;
    });
  }
  if (primaryKey.length > 0)
    create = create.addPrimaryKeyConstraint(`${name}_key`, [...primaryKey] as never[]);
  await create.execute();
}

async function index(db: Kysely<unknown>, name: string, columns: string[], unique = false): Promise<void> {
  const create = db.schema
    .createIndex(`${name}_${columns.join('_')}`)
    .on(name)
    .columns(columns);
  await (unique ? create.unique() : create).execute();
}
