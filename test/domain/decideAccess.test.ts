import { describe, expect, it } from 'vitest';
import type { AccessCommand } from '../../src/domain/commands.ts';
import { decideAccess } from '../../src/domain/decideAccess.ts';
import { type Act, acting, CASE_ID, refusedBy } from '../support/sampleCase.ts';
import { DEPARTMENT, DISTRICT, WEST } from '../support/sampleCatalogue.ts';

const reveal: AccessCommand = {
  type: 'reveal',
  payload: { catalogue: 1, case: CASE_ID, party: 0, what: 'identityNumber' },
};
const handOver: AccessCommand = {
  type: 'handOver',
  payload: { catalogue: 1, to: CASE_ID, drafts: [CASE_ID] },
};
const decided = (command: AccessCommand, act: Act = {}) => decideAccess(command, acting(act));

describe('an act on what a device holds', () => {
  it('is recorded as it was asked for: which number was shown, never what it says', () => {
    expect(decided(reveal)).toEqual({ ok: true, value: { type: 'revealed', data: reveal.payload } });
    expect(decided(handOver)).toEqual({ ok: true, value: { type: 'handedOver', data: handOver.payload } });
  });

  it('is for whoever handles cases at the office', () => {
    for (const [office, role] of [
      [WEST, 'sealer'],
      [DEPARTMENT, 'officer'],
      [DISTRICT, 'supervisor'],
    ] as const)
      expect(decided(reveal, { office, roles: [role] }).ok, role).toBe(true);
  });

  it('is not for who only administers or edits, nor for who holds no post there', () => {
    for (const roles of [['admin'], ['editor'], []] as const)
      expect(refusedBy(decided(reveal, { office: DISTRICT, roles })).code).toBe('power.role');
  });
});
