/** Cases at a recorder, taken along their way by everybody whom it needs. */
import { v7 } from 'uuid';
import type { Case } from '../../src/domain/case.ts';
import { fileHashOf } from '../../src/domain/caseFile.ts';
import type { CaseCommand } from '../../src/domain/commands.ts';
import { deadlinesOf } from '../../src/domain/limits.ts';
import { isComplete } from '../../src/domain/rules.ts';
import { legalDateOf } from '../../src/domain/time.ts';
import { type Receipt, receipt, STAFF, WAYS, type Who } from './handlingActs.ts';
import { handlingCatalogue, handlingRules } from './handlingCatalogue.ts';
import { caseNumber } from './intake.ts';
import type { RecordingBench } from './recording.ts';
import { signedCommand, type TestHand } from './signing.ts';

const BEFORE = '2026-11-23T00:00:00.000Z';

export class HandlingBench {
  readonly #hands = new Map<Who, TestHand>();

  constructor(readonly bench: RecordingBench) {
    bench.catalogue = handlingCatalogue;
  }

  async handOf(who: Who): Promise<TestHand> {
    const [office, role] = STAFF[who];
    const hand = this.#hands.get(who) ?? (await this.bench.hand(office, [role], BEFORE));
    this.#hands.set(who, hand);
    return hand;
  }

  rowOf(id: string) {
    return this.bench.store.read.caseIn(id, ['all']);
  }

  async caseOf(id: string): Promise<Case | null> {
    return JSON.parse((await this.rowOf(id))?.state ?? 'null') as Case | null;
  }

  async does(id: string, who: Who, command: CaseCommand): Promise<void> {
    const hand = await this.handOf(who);
    const found = await this.caseOf(id);
    const basis = found ? { version: found.version, file: fileHashOf(found) } : { version: 0 };
    const { type, payload } = command;
    const header = { basis };
    const sent = await signedCommand(hand, { type, payload, stream: id, at: this.bench.time, header });
    const [outcome] = await this.bench.send(hand, [sent]);
    if (outcome?.outcome !== 'recorded') throw new Error(`${type}: ${JSON.stringify(outcome)}`);
  }

  /** A case received, accepted, and taken along a way, to the end of it or until an act. */
  async taken(
    way: 'sign' | 'birth' | 'coop',
    until?: CaseCommand['type'],
    given: Receipt = {},
  ): Promise<string> {
    const id = v7();
    const { type, payload } = receipt(way, given);
    const number = caseNumber(await this.handOf('clerk'), this.bench.time);
    await this.does(id, 'clerk', { type, payload: { ...payload, number } } as CaseCommand);
    const found = await this.caseOf(id);
    const guide = handlingRules.guide(found?.guide ?? '', found?.guideVersion);
    if (!found || !isComplete(guide)) throw new Error('not received');
    const today = legalDateOf(this.bench.time);
    const deadlines = deadlinesOf(guide, found.answers, today, handlingRules.calendar);
    await this.does(id, 'clerk', { type: 'accept', payload: { catalogue: 1, deadlines } });
    for (const [who, command] of WAYS[way]) {
      await this.does(id, who, command);
      if (command.type === until) break;
    }
    return id;
  }
}
