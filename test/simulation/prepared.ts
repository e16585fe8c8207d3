import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../src/domain/office.ts';
import { makeEnrolmentCode } from '../../src/endpoint/access/enrolment.ts';
import { addStaff, type By } from '../../src/endpoint/access/staff.ts';
import { memoryDeviceKeys, VirtualTime } from '../support/devicePorts.ts';
import { must, SECRET } from '../support/hall.ts';
import { at, MONDAY } from '../support/sampleCase.ts';
import { DISTRICT, EAST, WEST } from '../support/sampleCatalogue.ts';
import { Endpoint } from './endpoint.ts';
import { Line } from './line.ts';
import { type DiskImage, Place } from './place.ts';
import { MOST_DEVICES } from './script.ts';
import { Stillness } from './stillness.ts';
import { Window } from './window.ts';

/** A member of staff as the runs know them. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly office: string;
}

export interface Prepared {
  readonly folder: string;
  /** The district's file. */
  readonly file: string;
  readonly disks: readonly DiskImage[];
  readonly offices: readonly string[];
  readonly people: readonly Person[];
  /** Who administers, edits and oversees. */
  readonly by: By;
  readonly endsAt: number;
}

const NOTHING = () => undefined;
/** Everybody's. */
export const PASSWORD = 'password';
/** The first three already stand in two towns; the fifth oversees all. */
const OFFICES = [WEST, WEST, EAST, WEST, DISTRICT, EAST] as const;
const officeOf = (device: number): string => OFFICES[device % OFFICES.length] ?? WEST;

const CLERKS: readonly {
  readonly username: string;
  readonly office: string;
  readonly roles: readonly Role[];
}[] = [
  { username: 'wang', office: WEST, roles: ['clerk'] },
  { username: 'li', office: WEST, roles: ['clerk'] },
  { username: 'zhao', office: EAST, roles: ['clerk'] },
  { username: 'qian', office: EAST, roles: ['clerk'] },
  { username: 'sun', office: DISTRICT, roles: ['clerk', 'supervisor'] },
  { username: 'zhou', office: DISTRICT, roles: ['clerk'] },
];

let made: Promise<Prepared> | undefined;

/** Fetched by the product when they are first needed; a run is not to wait for a file. */
const fetchedApart = () =>
  Promise.all([
    import('../../src/app/local/actsOfPersons.ts'),
    import('../../src/app/local/files/sendFiles.ts'),
    import('../../src/app/local/sealing.ts'),
    import('../../src/app/local/view.ts'),
  ]);

/**
 * A district with its staff and twenty enrolled devices, on each of which both clerks of the hall have set a secret:
 * made once for each process, by the product itself, and copied for each run.
 */
export function prepared(): Promise<Prepared> {
  made ??= prepare();
  return made;
}

async function prepare(): Promise<Prepared> {
  await fetchedApart();
  // In memory where there is such a place: a run loses nothing with the machine, so no disk has to be waited for.
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'jinban-simulation-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const time = new VirtualTime(Date.parse(at(MONDAY)));
  const stillness = new Stillness();
  const endpoint = await Endpoint.open(time, folder, { happened: NOTHING }, 0);
  stillness.also(() => endpoint.underWay);
  const line = new Line(endpoint, time, { happened: NOTHING, traced: NOTHING });
  const people: Person[] = [];
  for (const { username, office, roles } of [...CLERKS, ADMINISTRATOR])
    people.push({ id: await addPerson(endpoint, username, office, roles), username, office });
  const administrator = people.pop() as Person;
  const by = { person: administrator.id, office: DISTRICT, at: time.instant() };
  const disks: DiskImage[] = [];
  for (let index = 0; index < MOST_DEVICES; index += 1) {
    const hooks = { happened: NOTHING, moved: () => stillness.moved() };
    const place = new Place({ index, time, line, seed: 3_000_000 + index, hooks }, () =>
      memoryDeviceKeys().device(),
    );
    disks.push(await enrolled(place, endpoint, by, stillness));
  }
  const { file } = endpoint;
  await endpoint.close();
  const offices = disks.map((_, index) => officeOf(index));
  return { folder, file, disks, offices, people, by, endsAt: time.ms };
}

const ADMINISTRATOR = {
  username: 'chen',
  office: DISTRICT,
  roles: ['admin', 'editor', 'supervisor'],
} as const satisfies { username: string; office: string; roles: readonly Role[] };

async function addPerson(
  { server, store, time }: Endpoint,
  username: string,
  office: string,
  roles: readonly Role[],
): Promise<string> {
  const passwordHash = await server.context.passwords.hash(PASSWORD);
  const staff = { username, name: username, posts: [{ office, roles: [...roles] }], passwordHash };
  // Long enough ago that nobody's clock is ever put back to before it.
  const since = new Date(time.ms - 60 * 86_400_000).toISOString();
  const member = await store.write((tx) => addStaff(tx, staff, 'program', since, server.context));
  return member.id;
}

/** Enrols a device, and has both clerks of its office sign in and set a secret. */
async function enrolled(place: Place, endpoint: Endpoint, by: By, stillness: Stillness): Promise<DiskImage> {
  const office = officeOf(place.index);
  const { code } = await makeEnrolmentCode({ name: '窗口', office }, by, endpoint.server.context);
  const window = await Window.open(place);
  const { local } = window;
  must(await local.enrol(code));
  for (const { username } of CLERKS.filter((one) => one.office === office)) {
    await stillness.settle();
    must(await local.signIn(username, PASSWORD));
    must(await local.setSecret(SECRET));
  }
  await stillness.settle();
  const image = await place.image();
  await window.close(() => stillness.settle());
  return image;
}
