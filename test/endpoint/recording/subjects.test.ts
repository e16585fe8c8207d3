import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
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
