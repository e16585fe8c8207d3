import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Transport } from '../../src/app/local/ports.ts';
import type { Store } from '../../src/endpoint/store/store.ts';
import { memoryDeviceKeys, VirtualTime } from '../support/devicePorts.ts';
import { Device } from './device.ts';
import { Endpoint } from './endpoint.ts';
import { type FaultKind, Tally } from './faults.ts';
import type { StoreHooks } from './faultyStore.ts';
import { type Complaint, Ledger } from './ledger.ts';
import { Line } from './line.ts';
import { Place } from './place.ts';
import { type Prepared, prepared } from './prepared.ts';
import { DistrictRecord } from './record.ts';
import type { Script } from './script.ts';
import { NotAtRest, Stillness } from './stillness.ts';

/** A fault that is planted in a seam of the product, to show that the simulation finds it. */
export interface Plant {
  readonly device?: (way: Transport, place: Place, world: () => World) => Transport;
  readonly endpoint?: (store: Store) => Store;
  readonly undone?: StoreHooks['staysWhenUndone'];
}

/** Timers that may fall due in one passing of time: far more than any device sets. */
const MOST_TIMERS = 5_000;
const TOUCH_MS = 60_000;

/** A district in the middle of a run: devices, the line, the endpoint, and what has been promised so far. */
export class World {
  readonly tally = new Tally();
  readonly devices: Device[] = [];
  readonly complaints: Complaint[] = [];
  readonly #trace = createHash('sha256');
  /** Every line of the trace, where somebody wants to read it. */
  readonly lines: string[] | undefined;
  /** Acts of people so far: each receipt says which it is. */
  acts = 0;
  #touchedAt = 0;

  private constructor(
    readonly prepared: Prepared,
    readonly time: VirtualTime,
    readonly stillness: Stillness,
    readonly endpoint: Endpoint,
    readonly line: Line,
    readonly record: DistrictRecord,
    readonly ledger: Ledger,
    traced: string[] | undefined,
  ) {
    this.lines = traced;
  }

  static async begin({ seed, devices }: Script, plant: Plant = {}, traced?: string[]): Promise<World> {
    const image = await prepared();
    const time = new VirtualTime(image.endsAt);
    const stillness = new Stillness();
    const made: { world?: World } = {};
    const happened = (kind: FaultKind): void => made.world?.happened(kind);
    const hooks = { happened, store: plant.endpoint };
    const endpoint = await Endpoint.open(time, image.folder, hooks, seed + 1, image.file);
    stillness.also(() => endpoint.underWay);
    const line = new Line(endpoint, time, {
      happened,
      traced: (text) => {
        stillness.moved();
        made.world?.trace(text);
      },
    });
    const record = new DistrictRecord(endpoint.file);
    const world = new World(image, time, stillness, endpoint, line, record, new Ledger(record), traced);
    made.world = world;
    for (let index = 0; index < devices; index += 1) world.devices.push(world.#device(index, seed, plant));
    for (const device of world.devices) {
      const close = device.place.stillOpen();
      await device.open();
      close();
    }
    return world;
  }

  get places(): Place[] {
    return this.devices.map((device) => device.place);
  }

  happened(kind: FaultKind): void {
    this.tally.add(kind);
    this.trace(`! ${kind}`);
  }

  trace(text: string): void {
    const line = `${this.time.ms} ${text}\n`;
    this.#trace.update(line);
    this.lines?.push(line);
  }

  /** Of everything that was decided so far: the same for the same script, whatever the machine does. */
  hash(): string {
    return this.#trace.copy().digest('hex');
  }

  complain(found: readonly Complaint[]): void {
    for (const one of found) this.trace(`complaint ${one.what}`);
    this.complaints.push(...found);
  }

  /** Lets time pass, with everything that falls due in it. @throws NotAtRest */
  async pass(ms: number): Promise<void> {
    const end = this.time.ms + ms;
    let timers = 0;
    for (let next = this.time.nextAt(); next !== undefined && next <= end; next = this.time.nextAt()) {
      timers += 1;
      if (timers > MOST_TIMERS) throw new NotAtRest(`${timers} timers fell due within ${ms} ms`);
      this.#touch();
      this.time.moveTo(next);
      await this.stillness.settle();
    }
    this.time.moveTo(end);
    await this.stillness.settle();
  }

  /** Somebody sits at each screen that is not locked: none locks itself. */
  #touch(): void {
    if (this.time.ms < this.#touchedAt + TOUCH_MS) return;
    this.#touchedAt = this.time.ms;
    for (const device of this.devices)
      if (device.person) for (const window of device.alive) window.local.touched();
  }

  /** After each step: who has died is there again, and every promise holds. */
  async afterStep(): Promise<void> {
    await this.stillness.settle();
    await this.endpoint.start();
    for (const device of this.devices) await device.revive();
    await this.stillness.settle();
    this.complain(this.ledger.check(this.places));
  }

  async end(): Promise<void> {
    for (const device of this.devices) for (const window of device.alive) window.kill();
    // What never comes to rest has been said already.
    await this.stillness.settle().catch(() => undefined);
    this.record.close();
    await this.endpoint.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${this.endpoint.file}${suffix}`, { force: true });
  }

  #device(index: number, seed: number, plant: Plant): Device {
    const { time, line, stillness } = this;
    const { disks, offices, people } = this.prepared;
    const office = offices[index] as string;
    const spoiled = plant.device;
    const place = new Place(
      {
        ...{ index, time, line, image: disks[index] },
        seed: seed * 64 + index,
        plant: spoiled && ((way, at) => spoiled(way, at, () => this)),
        hooks: {
          happened: (fault) => this.happened(fault),
          moved: () => stillness.moved(),
          staysWhenUndone: plant.undone,
        },
      },
      () => memoryDeviceKeys().device(),
    );
    const clerks = people.filter((one) => one.office === office);
    return new Device(place, office, clerks, stillness);
  }
}
