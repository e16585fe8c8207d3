import * as v from 'valibot';
import { expect, it } from 'vitest';
import { seedCatalogue } from '../../src/catalogue/index.ts';
import { demoStaff, seedStaff } from '../../src/endpoint/demoStaff.ts';
import { Password, Username } from '../../src/protocol/resources.ts';
import { testEdges } from '../support/edges.ts';
import { signIn, startEndpoint } from '../support/endpoint.ts';

const staff = demoStaff(seedCatalogue.offices);

it('the demonstration has everybody of every office, with sign-ins that the protocol takes', () => {
  const towns = seedCatalogue.offices.filter((office) => office.kind === 'town');
  const rolesAt = (office: string) =>
    staff.filter((one) => one.office === office).flatMap((one) => one.roles);
  for (const town of towns) expect(rolesAt(town.id)).toEqual(['clerk', 'reviewer', 'leader', 'sealer']);
  expect(rolesAt('370406')).toEqual(['clerk', 'supervisor', 'editor', 'admin']);
  for (const office of seedCatalogue.offices.filter((one) => one.kind === 'department'))
    expect(rolesAt(office.id)).toEqual(['officer', 'leader', 'sealer']);
  expect(new Set(staff.map((one) => one.username)).size).toBe(staff.length);
  for (const one of staff) {
    v.parse(Username, one.username);
    v.parse(Password, one.password);
  }
});

it('a restart on the same data adds nobody twice', async () => {
  const endpoint = await startEndpoint();
  const edges = testEdges(() => Date.now());
  const few = staff.filter((one) => one.username.startsWith('xiji.'));
  for (let start = 0; start < 2; start += 1)
    await seedStaff(endpoint.store, few, endpoint.context.passwords, edges);
  expect(await endpoint.store.read.persons()).toHaveLength(4);
  for (const one of few) expect(await signIn(endpoint, one)).toMatch(/^jinban_session=/);
  await endpoint.stop();
});
