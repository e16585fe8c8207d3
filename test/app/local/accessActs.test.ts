import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import { CLERK, Hall, intake, must, OFFLINE } from '../../support/hall.ts';
import { refusedBy } from '../../support/sampleCase.ts';

let hall: Hall;
let local: OpenLocal;

beforeEach(async () => {
  hall = new Hall();
  ({ local } = await hall.ready());
});
afterEach(() => hall.close());

describe('an identity number or a telephone', () => {
  it('is not in lists, and is shown only after the asking was saved; the district hears who asked', async () => {
    const saved = must(await local.submit(intake()));
    await hall.settle();
    expect(JSON.stringify(local.cases.value)).not.toContain('11010519491231002X');
    hall.instead = () => OFFLINE;
    const watched = local.watchCase(saved.case.id);
    await hall.settle();
    expect(must(await local.reveal(saved.case.id, 0, 'identityNumber'))).toBe('11010519491231002X');
    expect(local.outbox.value).toMatchObject([{ type: 'reveal', stream: { kind: 'access' } }]);
    hall.instead = () => undefined;
    await hall.pass(600_000);
    expect(hall.commandsOf('reveal')).toMatchObject([
      { by: CLERK.id, payload: { case: saved.case.id, party: 0, what: 'identityNumber' } },
    ]);
    watched.close();
  });

  it('is one asking while the same person works, and another after the screen was locked', async () => {
    const saved = must(await local.submit(intake()));
    await hall.settle();
    const ask = async () => {
      const watched = local.watchCase(saved.case.id);
      while (!watched.view.value) await hall.settle();
      must(await local.reveal(saved.case.id, 0, 'telephone'));
      await hall.settle();
      watched.close();
    };
    await ask();
    await ask();
    expect(hall.commandsOf('reveal')).toHaveLength(1);
    local.lock();
    await hall.unlock(local);
    await ask();
    expect(hall.commandsOf('reveal')).toHaveLength(2);
  });

  it('is not shown of a case that is not here', async () => {
    expect(
      refusedBy(await local.reveal('019ac0de-0000-7000-9000-00000000ffff', 0, 'identityNumber')).code,
    ).toBe('case.unknown');
  });
});
