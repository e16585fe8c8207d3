import { sql } from 'kysely';
import type { DevicePolicy } from '../../protocol/resources.ts';
import type { Sealed } from '../../protocol/sealing.ts';
import type { DeviceChanges, DeviceSaid, DeviceStatusRow, Devices, ListedDevice } from './devicePort.ts';
import { deviceOf } from './peopleSql.ts';
import type { Tables } from './tables.ts';
import type { Db } from './template.ts';

export function devicesOn(db: Db): Devices {
  return {
    enrolmentCode: async (hash) => {
      const found = db.sql.selectFrom('enrolment_code').where('hash', '=', hash).selectAll();
      const row = await found.executeTakeFirst();
      if (!row) return undefined;
      const { made_by: madeBy, made_at: madeAt, expires_at: expiresAt, used_by: usedBy, ...rest } = row;
      return { ...rest, madeBy, madeAt, expiresAt, usedBy };
    },
    deviceStatus: async (device) => {
      const found = db.sql.selectFrom('device_status').where('device', '=', device).selectAll();
      const row = await found.executeTakeFirst();
      return row && statusOf(row);
    },
    listedDevices: (id) => listedDevices(db, id),
    keptKeys: async (device) => {
      const rows = await db.sql.selectFrom('kept_key').where('device', '=', device).selectAll().execute();
      return rows.map((row) => ({
        device: row.device,
        person: row.person === '' ? null : row.person,
        sealed: JSON.parse(row.sealed) as Sealed,
      }));
    },
    policies: async () => {
      const rows = await db.sql.selectFrom('policy').selectAll().orderBy('office').execute();
      return rows.map((row) => ({ office: row.office, policy: JSON.parse(row.policy) as DevicePolicy }));
    },
  };
}

async function listedDevices(db: Db, id: string | undefined): Promise<ListedDevice[]> {
  const ordered = db.sql.selectFrom('device').selectAll().orderBy('office').orderBy('name').orderBy('id');
  const devices = await ordered.$if(id !== undefined, (one) => one.where('id', '=', id ?? '')).execute();
  const ids = new Set(devices.map((row) => row.id));
  const statuses = new Map<string, DeviceStatusRow>();
  for (const row of await db.sql.selectFrom('device_status').selectAll().execute())
    if (ids.has(row.device)) statuses.set(row.device, statusOf(row));
  const keys = db.sql.selectFrom('person_key').innerJoin('person', 'person.id', 'person_key.person');
  const pairs = await keys.select(['device', 'username']).distinct().orderBy('username').execute();
  const people = new Map<string, string[]>();
  for (const { device, username } of pairs) people.set(device, [...(people.get(device) ?? []), username]);
  return devices.map((row) => ({
    device: deviceOf(row),
    status: statuses.get(row.id),
    people: people.get(row.id) ?? [],
  }));
}

function statusOf({ said, ...row }: Tables['device_status']): DeviceStatusRow {
  return { ...row, said: JSON.parse(said) as DeviceSaid };
}

export function deviceChangesOn(db: Db): DeviceChanges {
  return { ...enrolmentChanges(db), ...trustChanges(db), ...contactChanges(db) };
}

function enrolmentChanges(db: Db) {
  return {
    addEnrolmentCode: async (code: Parameters<DeviceChanges['addEnrolmentCode']>[0]) => {
      const { madeBy, madeAt, expiresAt, usedBy, ...rest } = code;
      const row = { made_by: madeBy, made_at: madeAt, expires_at: expiresAt, used_by: usedBy };
      await db.sql
        .insertInto('enrolment_code')
        .values({ ...rest, ...row })
        .execute();
    },
    useEnrolmentCode: async (hash: string, device: string) => {
      await db.sql.updateTable('enrolment_code').set({ used_by: device }).where('hash', '=', hash).execute();
    },
    addDevice: async (device: Parameters<DeviceChanges['addDevice']>[0]) => {
      const { deviceKey, enrolledBy, enrolledAt, revokedAt, ...rest } = device;
      const row = {
        ...{ device_key: deviceKey, enrolled_by: enrolledBy, enrolled_at: enrolledAt },
        ...{ revoked_at: revokedAt, wipe_ordered_at: null, wiped_at: null, disk_encrypted_at: null },
        rolled_back: 0,
      };
      await db.sql
        .insertInto('device')
        .values({ ...rest, ...row })
        .execute();
    },
    nextSlot: async () => {
      const next = db.sql.updateTable('counter').where('name', '=', 'slot').set({ value: sql`value + 1` });
      const row = await next.returning('value').executeTakeFirstOrThrow();
      return Number(row.value) - 1;
    },
  };
}

function trustChanges(db: Db) {
  const device = (id: string) => db.sql.updateTable('device').where('id', '=', id);
  return {
    revokeDevice: async (id: string, at: string) => {
      await device(id).set({ revoked_at: at }).execute();
    },
    orderWipe: async (id: string, at: string) => {
      await device(id).set({ wipe_ordered_at: at }).execute();
    },
    wiped: async (id: string, at: string) => {
      await device(id).set({ wiped_at: at }).execute();
    },
    setDiskEncrypted: async (id: string, at: string | null) => {
      await device(id).set({ disk_encrypted_at: at }).execute();
    },
    rollBack: async (id: string, slot: string) => {
      await device(id).set({ slot, rolled_back: sql`rolled_back + 1` }).execute();
    },
    setPolicy: async ({ office, policy: entries }: Parameters<DeviceChanges['setPolicy']>[0]) => {
      const policy = JSON.stringify(entries);
      const put = db.sql.insertInto('policy').values({ office, policy });
      await put.onConflict((conflict) => conflict.column('office').doUpdateSet({ policy })).execute();
    },
  };
}

function contactChanges(db: Db) {
  return {
    setDeviceStatus: async (status: DeviceStatusRow) => {
      const { device, ...rest } = { ...status, said: JSON.stringify(status.said) };
      const put = db.sql.insertInto('device_status').values({ device, ...rest });
      await put.onConflict((conflict) => conflict.column('device').doUpdateSet(rest)).execute();
    },
    mostMadeBetween: async (device: string, after: string, before: string) => {
      const between = db.sql.selectFrom('contact').where('device', '=', device);
      const most = between.where('at', '>', after).where('at', '<', before).select('made');
      const row = await most.orderBy('made', 'desc').limit(1).executeTakeFirst();
      return row && Number(row.made);
    },
    keepKey: async (key: Parameters<DeviceChanges['keepKey']>[0], at: string) => {
      const row = { sealed: JSON.stringify(key.sealed), at };
      const put = db.sql
        .insertInto('kept_key')
        .values({ device: key.device, person: key.person ?? '', ...row });
      await put.onConflict((conflict) => conflict.columns(['device', 'person']).doUpdateSet(row)).execute();
    },
  };
}
