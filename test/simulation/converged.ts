import type { CommandRow } from '../../src/app/local/database.ts';
import type { FileRow } from '../../src/app/local/files/rows.ts';
import { isHeldBack, linksOf } from '../../src/app/local/order.ts';
import type { CaseView, WatchedCase } from '../../src/app/local/types.ts';
import type { Case } from '../../src/domain/case.ts';
import type { Rules } from '../../src/domain/rules.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { contentOfFile } from '../../src/endpoint/files/sealedFile.ts';
import type { Device } from './device.ts';
import { type Complaint, diverged, duplicated, lost } from './ledger.ts';
import type { Office } from './office.ts';
import type { World } from './world.ts';

/**
 * How long everything has been well before each look. The first is at once, on the reconnect alone and on somebody's
 * turning to the screen; then come a poll, and the longest wait that there is between two tries, some times over.
 */
const LOOKS_MS = [0, 61_000, 61_000, ...Array.from({ length: 10 }, () => 300_000)];

/**
 * Everything is well again: the line, the endpoint, every disk; whoever was disabled works again, and a supervisor has
 * let in what stood apart. Then time passes until all agree, or until they should have.
 */
export async function heal(world: World, office: Office): Promise<void> {
  world.trace('healing');
  world.endpoint.disarm();
  await world.stillness.until(world.line.heal());
  await world.afterStep();
  for (const { place } of world.devices) {
    place.store.disarm();
    // Where something waits, or the cable was out, the browser hears that there is a network again.
    if (place.store.rows('commands').length > 0) place.setOnline(false);
    place.setOnline(true);
  }
  for (const id of world.record.disabled()) await office.setDisabled(id, false);
  let found: Complaint[] = [];
  for (const ms of LOOKS_MS) {
    for (const id of world.record.quarantined()) await office.rule(id, 'release');
    for (const device of world.devices) {
      device.person ??= device.people[0] ?? null;
      for (const window of device.alive) {
        await device.unlock(window);
        await device.signInAgain(window);
      }
    }
    await world.pass(ms);
    for (const { place } of world.devices) place.look();
    await world.afterStep();
    found = await disagreements(world);
    if (found.length === 0) break;
  }
  world.complain(found);
}

/** Where somebody sees anything else than what is recorded, or something has not found its end. */
async function disagreements(world: World): Promise<Complaint[]> {
  const found: Complaint[] = [...sameActTwice(world), ...(await incompletePages(world))];
  for (const device of world.devices) {
    found.push(...unfinished(world, device));
    if (device.barred) continue;
    const recorded = world.record.cases(scopeOf(device));
    for (const { local } of device.alive) {
      // A receipt that the district has refused stays shown until somebody mends it or puts it aside.
      const standing = local.cases.value.filter((one) => one.receiptRefused !== true);
      const shown = new Map(standing.map((one) => [one.case.id, one.case]));
      const whole = await openedWhole(world, device, [...recorded.keys()]);
      found.push(...differences(device, recorded, shown, whole, local.catalogue.value?.rules));
    }
    if (device.alive.length === 0) found.push(diverged(`device ${device.place.index} does not open`));
  }
  return found;
}

function scopeOf({ office, alive }: Device): string {
  const person = alive[0]?.local.signedIn.value;
  return person?.posts.some((post) => post.roles.includes('supervisor')) ? 'all' : office;
}

/** The cases as a screen shows them, opened one by one. */
async function openedWhole(
  { stillness }: World,
  { alive }: Device,
  ids: readonly string[],
): Promise<Map<string, CaseView>> {
  const whole = new Map<string, CaseView>();
  const watched: [string, WatchedCase][] = [];
  for (const { local } of alive) for (const id of ids) watched.push([id, local.watchCase(id)]);
  await stillness.settle();
  for (const [id, one] of watched) {
    if (one.view.value) whole.set(id, one.view.value);
    one.close();
  }
  return whole;
}

function differences(
  { place: { index } }: Device,
  recorded: ReadonlyMap<string, Case>,
  shown: ReadonlyMap<string, unknown>,
  whole: ReadonlyMap<string, CaseView>,
  rules: Rules | undefined,
): Complaint[] {
  const found: Complaint[] = [];
  const say = (what: string): void => void found.push(diverged(`device ${index}: ${what}`));
  for (const [id, state] of recorded) {
    const listed = shown.get(id);
    if (listed === undefined) say(`case ${id} is not shown`);
    else if (stable(listed) !== stable(summaryOf(state, rules)))
      say(`case ${id} is listed as ${stable(listed)}, recorded as ${stable(state)}`);
    const open = whole.get(id)?.case;
    if (stable(open) !== stable(state))
      say(`case ${id} is shown as ${stable(open)}, recorded as ${stable(state)}`);
  }
  for (const id of shown.keys()) if (!recorded.has(id)) say(`case ${id} is shown but not recorded`);
  return found;
}

/** Refusals that somebody else's act, or the district's, may bring upon a command; anything else is ours. */
const EXPECTED: readonly string[] = ['case.wrongState', 'after.setAside', 'quarantine.setAside'];

/** What still waits, and refusals that nobody can have caused. */
function unfinished({ record }: World, { place, alive, barred }: Device): Complaint[] {
  const found: Complaint[] = [];
  const say = (what: string): void => void found.push(diverged(`device ${place.index}: ${what}`));
  const listed = new Set(alive.flatMap(({ local }) => local.outbox.value.map((one) => one.id)));
  const rows = place.store.rows<CommandRow>('commands');
  const links = linksOf(rows);
  for (const row of rows) {
    const { id, state, last } = row;
    const known = record.known(id);
    // What comes before it waits for a person, and so does this.
    const heldBack = isHeldBack(row, links);
    // Sealed to a key that is gone, where nobody can seal it again: the one thing that a wiped device keeps for ever.
    if (state === 'waiting' && !row.reseal && !heldBack) say(`${id} still waits: ${last?.code}`);
    // A device that has obeyed its order asks no more; the district has what it sent.
    if (state === 'quarantined' && !barred && !heldBack) say(`${id} still stands apart`);
    if (state === 'recorded' && !barred) say(`${id} is recorded, and its copy is still here`);
    if (state === 'refused' && !EXPECTED.includes(last?.code ?? ''))
      say(`${id} was refused with ${last?.code}`);
    if (state === 'refused' && known?.standing === 'recorded')
      say(`${id} is recorded, and shown as refused with ${last?.code}`);
    if ((state === 'refused' || state === 'held') && row.body !== null && !listed.has(id))
      found.push(lost(`${id} is ${state} on device ${place.index}, and stands nowhere`));
  }
  return found;
}

/** Every page that a recorded case names has come, opens, and shows what was photographed; its device has let it go. */
async function incompletePages({ record, ledger, endpoint, devices }: World): Promise<Complaint[]> {
  const found: Complaint[] = [];
  const contents = new Map(ledger.pages.map(({ hash, content }) => [hash, content]));
  const arrived = record.arrived();
  const named = new Set<string>();
  for (const naming of record.namings()) {
    const { stream, hash, fault, checkedAt } = naming;
    named.add(hash);
    const say = (what: string): void => void found.push(diverged(`page ${hash} of ${stream} ${what}`));
    const sealed = endpoint.files.files.get(hash);
    const content = contents.get(hash);
    if (!sealed || !arrived.has(hash)) say('has not come');
    else if (checkedAt === null || fault !== null) say(`was looked at: ${fault ?? 'not yet'}`);
    else if (content && !content.equals(Buffer.from(await contentOfFile(sealed, naming))))
      say('is not what was photographed');
  }
  // A device that has obeyed its order asks no more; the district has what it sent.
  for (const { place } of devices.filter((one) => !one.barred))
    for (const { hash, state } of place.store.rows<FileRow>('files'))
      if (named.has(hash)) found.push(diverged(`page ${hash} is still on device ${place.index}: ${state}`));
  return found;
}

/** One act of a person, recorded under two ids. */
function sameActTwice({ record }: World): Complaint[] {
  const seen = new Map<string, string>();
  const found: Complaint[] = [];
  for (const [id, state] of record.everyCase()) {
    const name = state.parties[0]?.name ?? '';
    const before = seen.get(name);
    if (before !== undefined)
      found.push(duplicated(`the receipt of ${name} is recorded as ${before} and ${id}`));
    seen.set(name, id);
  }
  return found;
}

/** Equal content, whatever the order of fields. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part instanceof Object && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
