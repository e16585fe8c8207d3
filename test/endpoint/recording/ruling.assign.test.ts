import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { assigneeOf } from '../../../src/domain/assignment.ts';
import type { Case } from '../../../src/domain/case.ts';
import { verifyStore } from '../../../src/endpoint/verify.ts';
import { accept, receive, SANGCUN, streamOf, XIJI } from '../../support/intake.ts';
import { openRecording, type RecordingBench } from '../../support/recording.ts';
import { signedCommand, type TestHand } from '../../support/signing.ts';

let bench: RecordingBench;
let at: string;
let clerk: TestHand;
let second: TestHand;
let leader: TestHand;
let stream: string;
beforeAll(async () => {
  bench = await openRecording();
  at = bench.time;
  [clerk, second] = [await bench.hand(XIJI, ['clerk'], at), await bench.hand(XIJI, ['clerk'], at)];
  leader = await bench.hand(XIJI, ['leader'], at);
  const received = await receive(clerk, at);
  stream = streamOf(received);
  await bench.send(clerk, [received, await accept(clerk, received, at)]);
});

const assign = async (person: string | null, from: string | null = null, text = '') => {
  const payload = { catalogue: 1, person, name: '设备上写的名字', from, text };
  const [outcome] = await bench.send(leader, [
    await signedCommand(leader, { type: 'assign', stream, payload, at }),
  ]);
  return outcome;
};
const found = async () =>
  JSON.parse((await bench.store.read.caseIn(stream, ['all']))?.state ?? 'null') as Case;

describe('the endpoint, to which all people are known', () => {
  it('refuses whoever holds no post at that office, is not there, or is let in no more', async () => {
    const other = await bench.hand(SANGCUN, ['clerk'], at);
    const gone = await bench.hand(XIJI, ['clerk'], at);
    await bench.store.write((tx) => tx.setDisabled(gone.person, at));
    for (const person of [other.person, v7(), gone.person])
      expect(await assign(person)).toMatchObject({ outcome: 'refused', code: 'assign.notThere' });
    const sealer = await bench.hand(XIJI, ['sealer'], at);
    expect(await assign(sealer.person)).toMatchObject({ outcome: 'refused', code: 'assign.notTurn' });
    expect(await found()).not.toHaveProperty('assigned');
  });

  it('writes the name that the person has here, and keeps a trail that verifies', async () => {
    expect(await assign(clerk.person)).toMatchObject({ outcome: 'recorded' });
    expect(await assign(second.person)).toMatchObject({ outcome: 'refused', code: 'assign.taken' });
    expect(await assign(second.person, clerk.person)).toMatchObject({ code: 'assign.reasonMissing' });
    expect(await assign(second.person, clerk.person, '本人请假')).toMatchObject({ outcome: 'recorded' });
    const now = await found();
    expect(assigneeOf(now)).toMatchObject({
      person: second.person,
      personName: '测试人员',
      text: '本人请假',
    });
    expect(now.assigned?.map((one) => one.person)).toEqual([clerk.person, second.person]);
    const events = await bench.store.read.events(stream);
    expect(events.map(({ type }) => type)).toEqual(['received', 'accepted', 'assigned', 'assigned']);
    expect((await verifyStore(bench.store)).faults).toEqual([]);
  });
});
