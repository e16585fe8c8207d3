import { describe, expect, it } from 'vitest';
import { quarantineModel } from '../../../src/app/oversight/quarantineModel.ts';
import type { Outcome } from '../../../src/protocol/command.ts';
import { apiThat } from '../../support/apiThat.ts';

const ENTRY = {
  id: '019a0000-0000-7000-8000-00000000000e',
  code: 'device.revoked',
  type: 'receive',
  office: '370406102',
  by: { id: 'p', name: '李娜' },
  device: { id: 'd', name: '下乡平板' },
  at: '2026-11-24T01:00:00.000Z',
  receivedAt: '2026-11-24T02:00:00.000Z',
};

/** One entry, which is gone once a ruling has been made on it. */
function world(outcome: Partial<Outcome> | { readonly refused: string }) {
  let entries = [ENTRY];
  const { api, calls } = apiThat(({ method }) => {
    if (method === 'GET') return { ok: true, value: { entries } };
    if ('refused' in outcome) return { ok: false, refusal: { code: outcome.refused, facts: {} } };
    entries = [];
    return { ok: true, value: { id: ENTRY.id, ...outcome } };
  });
  return { model: quarantineModel(api), calls };
}

describe('what stands in quarantine', () => {
  it('is recorded when a supervisor releases it, with the reason', async () => {
    const { model, calls } = world({ outcome: 'recorded' });
    await model.load();
    expect(model.entries.value).toEqual([ENTRY]);
    const ruling = { ruling: 'release', reason: '已和大厅核实' } as const;
    expect(await model.rule(ENTRY.id, ruling)).toBe(true);
    expect(calls[1]).toEqual({ method: 'POST', path: `/api/quarantine/${ENTRY.id}`, body: ruling });
    expect(model.entries.value).toEqual([]);
    expect(model.done.value).toBe('已放行，区里已登记。');
  });

  it('is judged like any other when it is released, and what became of it is said', async () => {
    const refused = world({ outcome: 'refused', code: 'case.wrongState', facts: {} });
    await refused.model.rule(ENTRY.id, { ruling: 'release', reason: '核实' });
    expect(refused.model.done.value).toContain('按规则不能登记');
    const waits = world({ outcome: 'retry', code: 'after.unknown', facts: {} });
    await waits.model.rule(ENTRY.id, { ruling: 'release', reason: '核实' });
    expect(waits.model.done.value).toContain('还要等前一步');
  });

  it('may be set aside', async () => {
    const { model } = world({ outcome: 'refused', code: 'quarantine.setAside', facts: {} });
    expect(await model.rule(ENTRY.id, { ruling: 'setAside', reason: '设备被盗' })).toBe(true);
    expect(model.done.value).toContain('已决定不登记');
  });

  it('stays when another supervisor was faster, and the screen says so', async () => {
    const { model } = world({ refused: 'quarantine.unknown' });
    await model.load();
    expect(await model.rule(ENTRY.id, { ruling: 'release', reason: '核实' })).toBe(false);
    expect(model.trouble.value?.what).toContain('可能已经处理过了');
    expect(model.entries.value).toEqual([ENTRY]);
  });
});
