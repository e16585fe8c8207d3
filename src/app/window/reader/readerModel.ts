import { signal } from '@preact/signals';
import * as v from 'valibot';
import { mask } from '../../../domain/identity.ts';
import { isExpired, ReaderService, type ReaderSettings } from '../../local/cardReader.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { type Trouble, troubleOf } from '../trouble.tsx';

type Way = ReaderSettings['way'];
type Fields = ReaderService['fields'];

/** As it is typed; only what is whole is kept. */
export interface ServiceTyped {
  readonly address: string;
  readonly method: ReaderService['method'];
  readonly fields: Fields;
  readonly success: ReaderService['success'];
}

const BLANK: ServiceTyped = {
  address: '',
  method: 'GET',
  fields: { name: '', idNumber: '', address: '', birth: '', validUntil: '' },
  success: { field: '', value: '' },
};

export type Wrong = 'address' | 'name' | 'idNumber' | 'other';

/** How cards are read on this device: looked at, changed, tried. */
export class ReaderModel {
  readonly way = signal<Way | null>(null);
  readonly typed = signal<ServiceTyped>(BLANK);
  readonly wrong = signal<ReadonlySet<Wrong>>(new Set());
  readonly trouble = signal<Trouble | null>(null);
  readonly kept = signal(false);
  readonly busy = signal(false);
  /** What came of a try, masked. */
  readonly tried = signal<string | null>(null);
  private readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  async open(): Promise<void> {
    const settings = await (await this.desk.cardReader()).settings();
    if (settings.way === 'service') {
      const { way: _, ...typed } = settings;
      this.typed.value = typed;
    }
    this.way.value = settings.way;
  }

  choose(way: Way): void {
    this.way.value = way;
    this.changed();
  }

  set(patch: Partial<ServiceTyped>): void {
    this.typed.value = { ...this.typed.value, ...patch };
    this.changed();
  }

  async keep(): Promise<void> {
    const settings = this.settings();
    if (!settings) return;
    const result = await (await this.desk.cardReader()).keep(settings);
    this.trouble.value = result.ok ? null : troubleOf(result.refusal);
    this.kept.value = result.ok;
  }

  /** Reads a card with what stands here, kept or not. */
  async try(): Promise<void> {
    const settings = this.settings();
    if (settings?.way !== 'service' || this.busy.value) return;
    this.busy.value = true;
    this.tried.value = null;
    this.trouble.value = null;
    try {
      const { today } = benchOf(this.desk);
      const result = await (await this.desk.cardReader()).read(settings, today);
      if (!result.ok) this.trouble.value = troubleOf(result.refusal);
      else {
        const { name, idNumber, address } = result.value;
        const expired = isExpired(result.value, today) ? '，已过期' : '';
        this.tried.value = `${[...name][0]}**，${mask(idNumber)}，${address ? '有住址' : '没有住址'}${expired}`;
      }
    } finally {
      this.busy.value = false;
    }
  }

  private changed(): void {
    this.wrong.value = new Set();
    this.trouble.value = null;
    this.kept.value = false;
    this.tried.value = null;
  }

  /** What stands here, if it is whole; otherwise `wrong` says what is not. */
  private settings(): ReaderSettings | null {
    const way = this.way.value;
    if (way !== 'service') return way && { way };
    const parsed = v.safeParse(ReaderService, { way, ...this.typed.value });
    if (parsed.success) return parsed.output;
    this.wrong.value = new Set(parsed.issues.map((issue) => partOf(v.getDotPath(issue))));
    if (this.wrong.value.has('address'))
      this.trouble.value = troubleOf({ code: 'reader.address', facts: {} });
    return null;
  }
}

function partOf(path: string | null): Wrong {
  if (path === 'address') return 'address';
  if (path === 'fields.name') return 'name';
  return path === 'fields.idNumber' ? 'idNumber' : 'other';
}
