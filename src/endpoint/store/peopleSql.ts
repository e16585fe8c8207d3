import { type Kysely, sql } from 'kysely';
import type { Role } from '../../domain/office.ts';
import type { DeviceRow, People, PeopleChanges, PersonRow, SessionRow } from './peoplePort.ts';
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
    posts: async (persons) =>
      (await queries.posts(db, persons)).map((row) => ({
        person: row.person,
        office: row.office,
        roles: JSON.parse(row.roles) as Role[],
        from: row.valid_from,
        to: row.valid_to,
      })),
    session: async (hash) => (await queries.session(db, { hash })).map(sessionOf)[0],
    device: async (id) => (await queries.device(db, { id })).map(deviceOf)[0],
    personKey: async (keyId) => {
      const row = await db.sql
        .selectFrom('person_key')
        .where('key_id', '=', keyId)
        .selectAll()
        .executeTakeFirst();
      return row && { keyId: row.key_id, person: row.person, device: row.device, publicKey: row.public_key };
    },
  };
}

export function peopleChangesOn(db: Db): PeopleChanges {
  return { ...personChanges(db), ...sessionChanges(db), ...deviceChanges(db) };
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
      const { person, office, roles, from, to } = post;
      const row = { person, office, roles: JSON.stringify(roles), valid_from: from, valid_to: to };
      await db.sql.insertInto('post').values(row).execute();
    },
    endPosts: async (person: string, at: string) => {
      const held = db.sql.updateTable('post').where('person', '=', person).where('valid_to', 'is', null);
      await held.set({ valid_to: at }).execute();
    },
  };
}

function sessionChanges(db: Db) {
  return {
    addSession: async (session: SessionRow) => {
      const { tokenHash, person, createdAt, expiresAt } = session;
      const row = { token_hash: tokenHash, person, created_at: createdAt, expires_at: expiresAt };
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
    forgetSessions: async (before: string) => {
      await db.sql.deleteFrom('session').where('expires_at', '<', before).execute();
    },
  };
}

function deviceChanges(db: Db) {
  return {
    addDevice: async (device: DeviceRow) => {
      const { deviceKey, enrolledBy, enrolledAt, revokedAt, ...rest } = device;
      const row = {
        device_key: deviceKey,
        enrolled_by: enrolledBy,
        enrolled_at: enrolledAt,
        revoked_at: revokedAt,
      };
      await db.sql
        .insertInto('device')
        .values({ ...rest, ...row })
        .execute();
    },
    revokeDevice: async (id: string, at: string) => {
      await db.sql.updateTable('device').set({ revoked_at: at }).where('id', '=', id).execute();
    },
    addPersonKey: async (key: Parameters<PeopleChanges['addPersonKey']>[0], at: string) => {
      const { keyId, person, device, publicKey } = key;
      const row = { key_id: keyId, person, device, public_key: publicKey, created_at: at };
      await db.sql.insertInto('person_key').values(row).execute();
    },
    nextSlot: async () => {
      const next = db.sql.updateTable('counter').where('name', '=', 'slot').set({ value: sql`value + 1` });
      const row = await next.returning('value').executeTakeFirstOrThrow();
      return Number(row.value) - 1;
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
  };
}
