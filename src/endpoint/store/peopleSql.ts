import type { Kysely } from 'kysely';
import type { Role } from '../../domain/office.ts';
import type { DeviceRow, People, PeopleChanges, PersonKeyRow, PersonRow, SessionRow } from './peoplePort.ts';
import type { Tables } from './tables.ts';
import { type Db, lookup, template } from './template.ts';

/** The queries that run with every request or every group, compiled on first use. */
export function peopleQueries(db: Kysely<Tables>) {
  return {
    device: template<{ id: string }, Tables['device']>((slot) =>
      db.selectFrom('device').where('id', '=', slot.id).selectAll(),
    ),
    session: template<{ hash: string }, Tables['session']>((slot) =>
      db.selectFrom('session').where('token_hash', '=', slot.hash).selectAll(),
    ),
    person: template<{ id: string }, Tables['person']>((slot) =>
      db.selectFrom('person').where('id', '=', slot.id).selectAll(),
    ),
    posts: lookup((persons) =>
      db
        .selectFrom('post')
        .where('person', 'in', persons)
        .selectAll()
        .orderBy('valid_from')
        .orderBy('office'),
    ),
  };
}

export function peopleOn(db: Db, queries: ReturnType<typeof peopleQueries>): People {
  return {
    personByUsername: async (username) => {
      const row = await db.sql
        .selectFrom('person')
        .where('username', '=', username)
        .selectAll()
        .executeTakeFirst();
      return row && personOf(row);
    },
    person: async (id) => (await queries.person(db, { id })).map(personOf)[0],
    persons: async () =>
      (await db.sql.selectFrom('person').selectAll().orderBy('username').execute()).map(personOf),
    personsAt: async (office, now) => {
      const held = db.sql
        .selectFrom('post')
        .where('office', '=', office)
        .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', now)]));
      const persons = db.sql
        .selectFrom('person')
        .where('disabled_at', 'is', null)
        .where('id', 'in', held.select('person'));
      return await persons.select(['id', 'name']).orderBy('name').orderBy('id').execute();
    },
    posts: async (persons) =>
      (await queries.posts(db, persons)).map((row) => ({
        person: row.person,
        office: row.office,
        roles: JSON.parse(row.roles) as Role[],
        from: row.valid_from,
        to: row.valid_to,
        ...(row.deputy !== null && row.deputy_for !== null
          ? { deputy: { id: row.deputy, for: row.deputy_for } }
          : {}),
      })),
    session: async (hash) => (await queries.session(db, { hash })).map(sessionOf)[0],
    device: async (id) => (await queries.device(db, { id })).map(deviceOf)[0],
    personKey: async (keyId) => {
      const row = await db.sql
        .selectFrom('person_key')
        .where('key_id', '=', keyId)
        .selectAll()
        .executeTakeFirst();
      return row && personKeyOf(row);
    },
    personKeysOf: async (device) => {
      const rows = db.sql.selectFrom('person_key').where('device', '=', device).selectAll();
      return (await rows.execute()).map(personKeyOf);
    },
  };
}

export function peopleChangesOn(db: Db): PeopleChanges {
  return { ...personChanges(db), ...sessionChanges(db), ...keyChanges(db) };
}

function personChanges(db: Db) {
  return {
    addPerson: async (person: PersonRow, at: string) => {
      const { disabledAt, ...rest } = person;
      await db.sql
        .insertInto('person')
        .values({ ...rest, created_at: at, disabled_at: disabledAt })
        .execute();
    },
    setDisabled: async (person: string, at: string | null) => {
      await db.sql.updateTable('person').set({ disabled_at: at }).where('id', '=', person).execute();
    },
    setPassword: async (person: string, password: string) => {
      await db.sql.updateTable('person').set({ password }).where('id', '=', person).execute();
    },
    addPost: async (post: Parameters<PeopleChanges['addPost']>[0]) => {
      const { person, office, roles, from, to, deputy } = post;
      const span = { valid_from: from, valid_to: to };
      const standsIn = { deputy: deputy?.id ?? null, deputy_for: deputy?.for ?? null };
      const row = { person, office, roles: JSON.stringify(roles), ...span, ...standsIn };
      await db.sql.insertInto('post').values(row).execute();
    },
    endPosts: async (person: string, at: string) => {
      // A deputy's posts end with the others, whenever they were to end by themselves.
      const held = db.sql
        .updateTable('post')
        .where('person', '=', person)
        .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>', at)]));
      await held.set({ valid_to: at }).execute();
    },
    endDeputy: async (id: string, at: string) => {
      await db.sql.updateTable('post').set({ valid_to: at }).where('deputy', '=', id).execute();
    },
  };
}

function sessionChanges(db: Db) {
  return {
    addSession: async (session: SessionRow) => {
      const { tokenHash, person, device, proofHash, createdAt, expiresAt } = session;
      const times = { created_at: createdAt, expires_at: expiresAt };
      const row = { token_hash: tokenHash, person, device, proof_hash: proofHash, ...times };
      await db.sql.insertInto('session').values(row).execute();
    },
    extendSession: async (hash: string, expiresAt: string) => {
      await db.sql
        .updateTable('session')
        .set({ expires_at: expiresAt })
        .where('token_hash', '=', hash)
        .execute();
    },
    endSession: async (hash: string) => {
      await db.sql.deleteFrom('session').where('token_hash', '=', hash).execute();
    },
    endSessionsOf: async (person: string) => {
      await db.sql.deleteFrom('session').where('person', '=', person).execute();
    },
    endSessionsOn: async (device: string) => {
      await db.sql.deleteFrom('session').where('device', '=', device).execute();
    },
    forgetSessions: async (before: string) => {
      await db.sql.deleteFrom('session').where('expires_at', '<', before).execute();
    },
  };
}

function keyChanges(db: Db) {
  return {
    addPersonKey: async (key: Parameters<PeopleChanges['addPersonKey']>[0], at: string) => {
      const { keyId, person, device, publicKey } = key;
      const row = { key_id: keyId, person, device, public_key: publicKey, created_at: at, renewed_at: null };
      await db.sql.insertInto('person_key').values(row).execute();
    },
    renewed: async (keyId: string, at: string) => {
      await db.sql.updateTable('person_key').set({ renewed_at: at }).where('key_id', '=', keyId).execute();
    },
  };
}

function personOf(row: Tables['person']): PersonRow {
  const { id, username, name, password } = row;
  return { id, username, name, password, disabledAt: row.disabled_at };
}

function sessionOf(row: Tables['session']): SessionRow {
  return {
    tokenHash: row.token_hash,
    person: row.person,
    device: row.device,
    proofHash: row.proof_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

export function deviceOf(row: Tables['device']): DeviceRow {
  return {
    id: row.id,
    name: row.name,
    office: row.office,
    slot: row.slot,
    deviceKey: row.device_key,
    enrolledBy: row.enrolled_by,
    enrolledAt: row.enrolled_at,
    revokedAt: row.revoked_at,
    wipe: wipeOf(row),
    diskEncrypted: row.disk_encrypted_at !== null,
    rolledBack: Number(row.rolled_back),
  };
}

function personKeyOf(row: Tables['person_key']): PersonKeyRow {
  const { key_id: keyId, person, device, public_key: publicKey, renewed_at: renewedAt } = row;
  return { keyId, person, device, publicKey, renewedAt };
}

function wipeOf(row: Tables['device']): DeviceRow['wipe'] {
  if (row.wiped_at !== null) return 'done';
  return row.wipe_ordered_at === null ? null : 'ordered';
}
