import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import { countedOnce } from '../../../src/domain/countedOnce.ts';
import { summaryOf } from '../../../src/domain/summary.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import type { Envelope } from '../../../src/protocol/command.ts';
import { DISTRICT, numberIn, receive, SANGCUN, streamOf, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';
import { signedCommand } from '../../support/signing.ts';

const AT = '2026-11-23T02:00:00.000Z';
const BEFORE = '2026-11-23T00:00:00.000Z';
let bench: RecordingBench;

beforeAll(async () => {
  bench = await openRecording();
});

const clerk = (office: string) => bench.hand(office, ['clerk'], BEFORE);
const duplicatesOf = async (stream: string) => {
  const state = JSON.parse((await bench.store.read.caseIn(stream, ['all']))?.state ?? 'null') as Case;
  return state.flags.filter((one) => one.code === 'case.likelyDuplicate').map((one) => one.facts.numbers);
};
const answers = (name: string) => ({
  action: 'setUp',
  name,
  members: 10,
  farmers: 10,
  organisations: 0,
  contribution: 'money',
  'charter-unanimous': 'yes',
  'prior-approval': 'no',
  agent: 'no',
});

describe('the same matter at two halls', () => {
  it('stands twice, and whoever looks at either is told of the other', async () => {
    const payload = { answers: answers('翼云甲果品种植专业合作社') };
    const [town, district] = [await clerk(XIJI), await clerk(DISTRICT)];
    const first = await receive(town, AT, { payload });
    const second = await receive(district, AT, { payload });
    expect(await bench.send(town, [first])).toMatchObject([{ outcome: 'recorded' }]);
    expect(await bench.send(district, [second])).toMatchObject([{ outcome: 'recorded' }]);
    expect(await duplicatesOf(streamOf(first))).toEqual([[numberIn(second)]]);
    expect(await duplicatesOf(streamOf(second))).toEqual([[numberIn(first)]]);
  });

  it('is no duplicate once the first was withdrawn, nor at the same hall, nor of another item', async () => {
    const payload = { answers: answers('翼云乙果品种植专业合作社') };
    const [town, other] = [await clerk(XIJI), await clerk(SANGCUN)];
    const first = await receive(town, AT, { payload });
    const again = await receive(town, AT, { payload });
    await bench.send(town, [first, again]);
    expect(await duplicatesOf(streamOf(again))).toEqual([]);
    const back = { type: 'withdraw', payload: { catalogue: 1, text: '不办了' }, at: AT } as const;
    for (const one of [first, again])
      expect(
        await bench.send(town, [await signedCommand(town, { ...back, stream: streamOf(one) })]),
      ).toMatchObject([{ outcome: 'recorded' }]);
    const later = await receive(other, AT, { payload });
    await bench.send(other, [later]);
    expect(await duplicatesOf(streamOf(later))).toEqual([]);
  });

  it('is seen also when both come in one group', async () => {
    const payload = { answers: answers('翼云丙果品种植专业合作社') };
    const [town, other] = [await clerk(XIJI), await clerk(SANGCUN)];
    const [first, second] = [await receive(town, AT, { payload }), await receive(other, AT, { payload })];
    await Promise.all([bench.send(town, [first]), bench.send(other, [second])]);
    const told = [...(await duplicatesOf(streamOf(first))), ...(await duplicatesOf(streamOf(second)))];
    expect(told.map(String).sort()).toEqual([numberIn(first), numberIn(second)].sort());
  });
});

describe('what two halls have received of the same matter', () => {
  const caseOf = async (one: Envelope, scope = 'all') => {
    const found = await bench.store.read.caseIn(streamOf(one), [scope]);
    return found && (JSON.parse(found.state ?? 'null') as Case);
  };

  it('tells only the halls that see a case: neither sees the other one', async () => {
    const payload = { answers: answers('翼云丁果品种植专业合作社') };
    const [town, other] = [await clerk(XIJI), await clerk(SANGCUN)];
    const [first, second] = [await receive(town, AT, { payload }), await receive(other, AT, { payload })];
    await bench.send(town, [first]);
    await bench.send(other, [second]);
    expect((await caseOf(first, XIJI))?.flags).toHaveLength(1);
    expect(await caseOf(first, SANGCUN)).toBeFalsy();
    expect(await caseOf(second, XIJI)).toBeFalsy();
    const told = JSON.stringify((await caseOf(first, XIJI))?.flags);
    expect(told).toContain(numberIn(second));
    for (const { name, idNumber } of (await caseOf(second))?.parties ?? [])
      expect([told.includes(name), told.includes(idNumber)]).toEqual([false, false]);
  });

  it('is told once, however often the receipt arrives', async () => {
    const payload = { answers: answers('翼云戊果品种植专业合作社') };
    const [town, district] = [await clerk(XIJI), await clerk(DISTRICT)];
    const [first, second] = [await receive(town, AT, { payload }), await receive(district, AT, { payload })];
    await bench.send(town, [first]);
    await bench.send(district, [second]);
    expect(await bench.send(district, [second])).toMatchObject([{ outcome: 'duplicate' }]);
    expect(await duplicatesOf(streamOf(first))).toHaveLength(1);
  });

  it('counts once, in whatever order and number they came', async () => {
    let run = 0;
    const order = fc.array(fc.constantFrom(XIJI, SANGCUN, DISTRICT), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(order, fc.boolean(), async (halls, together) => {
        run += 1;
        const payload = { answers: answers(`翼云第${run}果品种植专业合作社`) };
        const sent: Envelope[] = [];
        const batches: (() => Promise<unknown>)[] = [];
        for (const hall of halls) {
          const hand = await clerk(hall);
          const one = await receive(hand, AT, { payload });
          sent.push(one);
          batches.push(() => bench.send(hand, [one]));
        }
        if (together) await Promise.all(batches.map((send) => send()));
        else for (const send of batches) await send();
        const cases = await Promise.all(sent.map((one) => caseOf(one)));
        const summaries = cases.map((found) => {
          if (!found) throw new Error('not recorded');
          return summaryOf(found);
        });
        expect(countedOnce(summaries)).toHaveLength(new Set(halls).size > 1 ? 1 : halls.length);
      }),
      { numRuns: 12 },
    );
  });

  it('leaves a store that verifies: the event names the receipt by which the second came', async () => {
    expect((await verifyStore(bench.store)).faults).toEqual([]);
  });
});

describe('what is sealed', () => {
  it('is numbered by office and year without gaps, and a transaction that fails takes no number', async () => {
    const next = (series: string) => bench.store.write((tx) => tx.nextSerial(series));
    expect([await next('a 2026'), await next('a 2026'), await next('a 2027')]).toEqual([1, 2, 1]);
    await bench.store
      .write(async (tx) => {
        await tx.nextSerial('a 2026');
        throw new Error('the disk is full');
      })
      .catch(() => undefined);
    expect(await next('a 2026')).toBe(3);
  });
});
