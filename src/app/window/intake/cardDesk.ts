import { signal } from '@preact/signals';
import type { Party } from '../../../domain/parties.ts';
import { isExpired, type ReaderSettings, type Typed, typedCard } from '../../local/cardReader.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { type Trouble, troubleOf } from '../trouble.tsx';
import {
  isSomebodyElse,
  nextPlace,
  onScreen,
  placeOf,
  type ReadPerson,
  typedOnto,
  withRead,
} from './cardPlace.ts';
import type { Intake } from './intake.ts';

/** What was said of the last card: of whom, and what is wrong. */
interface Said {
  /** Null = of the step: nobody in particular is meant. */
  readonly index: number | null;
  /** Nothing was filled in. */
  readonly refused?: Trouble;
  /** Somebody else stands there: what was read waits until it is said whether it takes that place. */
  readonly instead?: ReadPerson;
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

  /** A key without a pointer: into the first person on the screen without a number, and over nobody. */
  async readNext(): Promise<void> {
    if (this.reading.value !== null) return;
    const at = nextPlace(this.intake.partyRules.value, this.parties, this.today);
    if (at === undefined) this.refuse(null, 'reader.allFilled');
    else await this.read(at, true);
  }

  /** @param byKey nobody pointed at this person: a card that is read already stays where it is */
  async read(index: number, byKey = false): Promise<void> {
    const service = this.settings.value;
    const role = this.parties[index]?.role;
    if (service?.way !== 'service' || role === undefined || this.reading.value !== null) return;
    this.reading.value = index;
    this.said.value = null;
    try {
      const reader = await this.desk.cardReader();
      const result = await reader.read(service, this.today);
      // The screen was locked, or the entry went, while the card was read: it is nobody's any more.
      const open = this.desk.local.access.value.state === 'open';
      if (!open || this.shown(index)?.role !== role) return;
      if (!result.ok) this.said.value = { index, refused: troubleOf(result.refusal) };
      else if (byKey && this.standsAlready(result.value)) this.refuse(index, 'reader.already');
      else this.take(index, result.value);
    } catch {
      this.refuse(index, 'reader.unreachable');
    } finally {
      this.reading.value = null;
    }
  }

  /**
   * What stands in a field when Enter is pressed: typed by a reader, or by hand.
   * @param before what stood in it when the hand came to it
   */
  typed(index: number, field: 'name' | 'idNumber', text: string, before = ''): void {
    const party = this.shown(index);
    if (party?.kind !== 'person' || party.idKind !== 'identityNumber') return;
    const onto = typedOnto(before, text);
    const read = typedIn(onto, text, this.today);
    // A name that is written by hand has no digits.
    const byHand = read.kind === 'number' || (field === 'name' && !/\d/.test(text));
    if (byHand) return;
    this.said.value = null;
    // The field holds what the reader typed: as it was before, nothing of it is lost.
    const stood: Party = { ...party, [field]: onto === undefined ? '' : before };
    this.intake.setParty(index, stood);
    if (read.kind === 'nonsense') this.refuse(index, 'reader.nonsense', { part: '号码' });
    else this.take(index, { idNumber: read.idNumber, ...(read.name ? { name: read.name } : {}) });
  }

  /** Whoever stands there gives way to the card that was read. */
  replace(): void {
    const { index, instead } = this.said.value ?? {};
    if (instead && typeof index === 'number' && this.shown(index)) this.fill(index, instead);
  }

  /** Whoever stands there stays. */
  keep(): void {
    this.said.value = null;
  }

  private take(index: number, read: ReadPerson): void {
    const party = this.shown(index);
    if (!party) return;
    if (!isSomebodyElse(party, read, this.today)) this.fill(index, read);
    else
      this.said.value = {
        index,
        refused: troubleOf({ code: 'reader.somebodyElse', facts: {} }),
        instead: read,
      };
  }

  private fill(index: number, read: ReadPerson): void {
    const party = this.shown(index);
    if (!party) return;
    this.intake.setParty(index, withRead(party, read, this.today));
    const until = read.validUntil ?? '';
    const expired = isExpired(read, this.today)
      ? { expired: troubleOf({ code: 'reader.expired', facts: { until } }) }
      : {};
    this.said.value = read.birth || read.validUntil ? { index, ...expired, ...birthOf(read) } : null;
    this.reads.value = new Map([...this.reads.value, [index, (this.reads.value.get(index) ?? 0) + 1]]);
  }

  private standsAlready = (read: ReadPerson): boolean =>
    placeOf(this.intake.partyRules.value, this.parties, read) !== undefined;

  private refuse(index: number | null, code: string, facts: { readonly part?: string } = {}): void {
    this.said.value = { index, refused: troubleOf({ code, facts }) };
  }

  /** Somebody whom the screen shows in this situation. */
  private shown(index: number): Party | undefined {
    const isShown = onScreen(this.intake.partyRules.value, this.parties).includes(index);
    return isShown ? this.parties[index] : undefined;
  }

  private get parties(): readonly Party[] {
    return this.intake.content.value.parties;
  }

  private get today() {
    return benchOf(this.desk).today;
  }
}

/** What was typed at the end of what stood there, where that is a card; else all of it. */
function typedIn(onto: string | undefined, text: string, today: string): Typed {
  const end = onto === undefined ? undefined : typedCard(onto, today);
  return end?.kind === 'card' ? end : typedCard(text, today);
}

const birthOf = ({ birth }: ReadPerson) => (birth === undefined ? {} : { birth });
