import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenLocal } from '../../../src/app/local/local.ts';
import type { CaseDocuments } from '../../../src/protocol/documents.ts';
import type { FeedPage } from '../../../src/protocol/feed.ts';
import { CLERK, Hall, intake, must, OFFLINE } from '../../support/hall.ts';
import { refusedBy } from '../../support/sampleCase.ts';

const HASH = '00112233445566778899aabbccddeeff';
const DECISION = { kind: 'decision', hash: HASH } as const;
const SIGNED = { title: '准予行政许可决定书', hash: HASH, code: 'a'.repeat(197) } as const;
let hall: Hall;
let local: OpenLocal;

beforeEach(async () => {
  hall = new Hall();
  ({ local } = await hall.ready());
});
afterEach(() => hall.close());

async function caseHere(): Promise<string> {
  const saved = must(await local.submit(intake()));
  await hall.settle();
  return saved.case.id;
}

async function print(id: string): Promise<void> {
  const watched = local.watchCase(id);
  while (!watched.view.value) await hall.settle();
  must(await (await local.papers()).print(watched.view.value, DECISION));
  watched.close();
}

/** From now on the feed brings these along with every case. */
function bringing(documents: (id: string) => CaseDocuments): void {
  hall.instead = (resource, body) => {
    if (resource !== 'feed') return undefined;
    const [scope = '', after = '0'] = body.split(' ');
    const page = hall.authority.feed(scope, Number(after));
    const rows = page.rows.map((row) => ({ ...row, documents: documents(row.id) }));
    return { kind: 'answer', value: { ...page, rows } satisfies FeedPage };
  };
}

describe('the printing of a document', () => {
  it('without a line is known at once, signed and saved, and sent when there is one', async () => {
    const id = await caseHere();
    hall.instead = () => OFFLINE;
    await print(id);
    await print(id);
    const { prints } = await (await local.papers()).documentsOf(id);
    expect(prints.map((one) => one.hash)).toEqual([HASH, HASH]);
    expect(local.outbox.value.map((one) => one.type)).toEqual(['print', 'print']);
    hall.instead = () => undefined;
    await hall.pass(600_000);
    expect(hall.commandsOf('print')).toMatchObject(
      Array(2).fill({ by: CLERK.id, payload: { case: id, kind: 'decision', document: HASH } }),
    );
    // Recorded, and not in the feed yet: not forgotten.
    expect((await (await local.papers()).documentsOf(id)).prints).toHaveLength(2);
  });

  it('that comes back with its case is counted once, beside those of other devices', async () => {
    const id = await caseHere();
    await print(id);
    const [mine] = (await (await local.papers()).documentsOf(id)).prints;
    const theirs = { id: '019ac0de-0000-7000-9000-00000000ffff', hash: HASH, at: hall.time.instant() };
    if (!mine) throw new Error('not printed');
    bringing(() => ({ signed: [SIGNED], prints: [theirs, mine] }));
    must(await local.submit({ caseId: id, acts: [{ type: 'withdraw', payload: { text: '撤回' } }] }));
    await hall.pass(120_000);
    const held = await (await local.papers()).documentsOf(id);
    expect(held.signed).toEqual([SIGNED]);
    expect(held.prints.map((one) => one.id).sort()).toEqual([mine.id, theirs.id].sort());
  });

  it('is nobody’s to read while the screen is locked, and lies nowhere in clear', async () => {
    const id = await caseHere();
    bringing(() => ({ signed: [SIGNED], prints: [] }));
    must(await local.submit({ caseId: id, acts: [{ type: 'withdraw', payload: { text: '撤回' } }] }));
    await hall.pass(120_000);
    await print(id);
    expect((await (await local.papers()).documentsOf(id)).signed).toHaveLength(1);
    local.lock();
    expect(await (await local.papers()).documentsOf(id)).toEqual({ signed: [], prints: [] });
  });
});

describe('a scanned code', () => {
  it('is refused in words on a device that has no key yet, without a line', async () => {
    hall.instead = () => OFFLINE;
    expect(refusedBy(await (await local.papers()).verifyDocument('随便写的')).code).toBe('document.notOurs');
    expect(refusedBy(await (await local.papers()).verifyDocument('abc')).code).toBe('document.damaged');
  });
});
