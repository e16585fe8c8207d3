import { signal } from '@preact/signals';
import { type Card, isExpired, type ReaderSettings, typedCard } from '../../local/cardReader.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { type Trouble, troubleOf } from '../trouble.tsx';
import type { Intake } from './intake.ts';

/** What was said of the last card: of whom, and what is wrong. */
interface Said {
  readonly index: number;
  /** Nothing was filled in. */
  readonly refused?: Trouble;
  /** Filled in, but the card has run out. */
  readonly expired?: Trouble;
  readonly birth?: string;
}

/** Cards read into the parties of an intake, by a service of this computer or by a reader that types. */
export class CardDesk {
  readonly settings = signal<ReaderSettings | null>(null);
  /** Into whom a card is being read. */
  readonly reading = signal<number | null>(null);
  readonly said = signal<Said | null>(null);
  /** How often a card was read into each: what was typed before is drawn anew, covered. */
  readonly reads = signal<ReadonlyMap<number, number>>(new Map());
  private readonly desk: Desk;
  private readonly intake: Intake;

  constructor(desk: Desk, intake: Intake) {
    this.desk = desk;
    this.intake = intake;
  }

  async open(): Promise<void> {
    try {
      this.settings.value = await (await this.desk.cardReader()).settings();
    } catch {
      // Not fetched, or the store is in trouble: typing works as ever.
      this.settings.value = { way: 'typing' };
    }
  }

  /** Whom a key without a pointer reads into: the first person without a number. */
  next(): number {
    const people = this.intake.content.value.parties;
    const at = people.findIndex((one) => one.kind === 'person' && one.idNumber === '');
    return at < 0 ? people.findIndex((one) => one.kind === 'person') : at;
  }

  async read(index: number): Promise<void> {
    const service = this.settings.value;
    const party = this.intake.content.value.parties[index];
    if (service?.way !== 'service' || !party || this.reading.value !== null) return;
    this.reading.value = index;
    this.said.value = null;
    try {
      const reader = await this.desk.cardReader();
      const { today, local } = benchOf(this.desk);
      const result = await reader.read(service, today);
      // The screen was locked, or the entry went, while the card was read: it is nobody's any more.
      if (
        local.access.value.state !== 'open' ||
        this.intake.content.value.parties[index]?.role !== party.role
      )
        return;
      if (result.ok) this.fill(index, result.value);
      else this.said.value = { index, refused: troubleOf(result.refusal) };
    } catch {
      this.said.value = { index, refused: troubleOf({ code: 'reader.unreachable', facts: {} }) };
    } finally {
      this.reading.value = null;
    }
  }

  /** What stands in a field when Enter is pressed: typed by a reader, or by hand. */
  typed(index: number, field: 'name' | 'idNumber', text: string): void {
    const party = this.intake.content.value.parties[index];
    if (party?.kind !== 'person' || party.idKind !== 'identityNumber') return;
    const read = typedCard(text, benchOf(this.desk).today);
    // A name that is written by hand has no digits.
    const byHand = read.kind === 'number' || (field === 'name' && !/\d/.test(text));
    if (byHand) return;
    this.said.value = null;
    if (read.kind === 'nonsense') {
      this.intake.setParty(index, { ...party, [field]: '' });
      this.said.value = { index, refused: troubleOf({ code: 'reader.nonsense', facts: { part: '号码' } }) };
      return;
    }
    const name = read.name ?? (field === 'name' ? '' : party.name);
    this.intake.setParty(index, { ...party, name, idNumber: read.idNumber });
    this.drawnAnew(index);
  }

  private fill(index: number, card: Card): void {
    const party = this.intake.content.value.parties[index];
    if (!party) return;
    const { name, idNumber, address } = card;
    this.intake.setParty(index, { ...party, name, idNumber, ...(address ? { address } : {}) });
    const expired = isExpired(card, benchOf(this.desk).today)
      ? troubleOf({ code: 'reader.expired', facts: { until: card.validUntil ?? '' } })
      : undefined;
    this.said.value = { index, birth: card.birth, ...(expired ? { expired } : {}) };
    this.drawnAnew(index);
  }

  private drawnAnew(index: number): void {
    this.reads.value = new Map([...this.reads.value, [index, (this.reads.value.get(index) ?? 0) + 1]]);
  }
}
