import { describe, expect, it } from 'vitest';
import { afterSummaryOf, promiseStateOf } from '../../src/domain/afterwards.ts';
import type { Case } from '../../src/domain/case.ts';
import { endedOn } from '../../src/domain/handling.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { dueDateOf } from '../../src/domain/turn.ts';
import {
  accepted,
  act,
  along,
  code,
  does,
  onTheWay,
  PROMISED,
  refusal,
  refuseIt,
  WAYS,
  type Who,
  waitsFor,
} from '../support/handlingActs.ts';
import { MONDAY } from '../support/sampleCase.ts';

const granted = (way: keyof typeof WAYS): Case => onTheWay(way, 'delivered', PROMISED);

const DAY = '2026-12-10';
const AFTER = '2026-12-11';
const unmet = act('verifyPromise', { met: false, lines: ['drawing'], text: '没有按承诺加固', mendBy: DAY });
const still = act('verifyPromise', { met: false, lines: ['drawing'], text: '仍没有加固' });
const met = act('verifyPromise');
const revoke = act('revoke');

describe('a promise that stands in for a paper', () => {
  it('waits for whoever decided from the day on which the grant was handed over, and is kept', () => {
    const found = granted('sign');
    expect(promiseStateOf(found)).toBe('check');
    expect(waitsFor(found, 'reviewer')).toBe(true);
    expect(waitsFor(found, 'leader')).toBe(false);
    expect(waitsFor(found, 'eastReviewer')).toBe(false);
    const kept = does(found, 'reviewer', met);
    expect(promiseStateOf(kept)).toBe('met');
    expect(kept.status).toBe('delivered');
    expect(afterSummaryOf(kept)?.promise).toBeUndefined();
    expect(waitsFor(kept, 'reviewer')).toBe(false);
  });

  it('is checked by the office that answers for the decision: the town, or the department', () => {
    expect(code(granted('sign'), 'officer', met)).toMatch(/^power\.(route|office)$/);
    expect(does(granted('birth'), 'reviewer', met).promiseChecks).toHaveLength(1);
    expect(code(granted('birth'), 'officer', met)).toMatch(/^power\.(route|office)$/);
    expect(code(granted('coop'), 'reviewer', met)).toMatch(/^power\.(route|office)$/);
    expect(does(granted('coop'), 'officer', met).promiseChecks).toHaveLength(1);
    expect(does(granted('district'), 'officer', met).promiseChecks).toHaveLength(1);
    expect(code(granted('district'), 'otherOfficer', met)).toBe('power.office');
  });

  it('is no matter before the end, nor where nothing was promised or granted', () => {
    const [visit, , ...rest] = WAYS.sign;
    if (!visit) throw new Error('no visit');
    const refused = along(accepted('sign', PROMISED), visit, ['reviewer', refuseIt], ...rest);
    expect(code(refused, 'reviewer', met)).toBe('promise.notGranted');
    expect(promiseStateOf(refused)).toBe('none');
    expect(code(along(accepted('sign'), ...WAYS.sign), 'reviewer', met)).toBe('promise.none');
    expect(code(accepted('sign', PROMISED), 'reviewer', met)).toBe('case.wrongState');
  });

  it('not kept, is told to be mended by a day, with what was found', () => {
    const found = granted('sign');
    const say = (more: Parameters<typeof act<'verifyPromise'>>[1]) =>
      act('verifyPromise', { met: false, lines: ['drawing'], mendBy: DAY, ...more });
    expect(code(found, 'reviewer', say({ lines: [] }))).toBe('promise.linesMissing');
    expect(code(found, 'reviewer', say({ lines: ['form'] }))).toBe('promise.unknownLine');
    expect(code(found, 'reviewer', say({ text: ' ' }))).toBe('text.missing');
    expect(code(found, 'reviewer', say({ mendBy: MONDAY }))).toBe('promise.mendBy');
    expect(code(found, 'reviewer', say({ mendBy: '2027-11-24' }))).toBe('promise.mendBy');
    expect(code(found, 'reviewer', still)).toBe('promise.mendBy');
    expect(code(found, 'reviewer', say({ met: true }))).toBe('promise.metWithLines');
    const told = does(found, 'reviewer', unmet);
    expect(told.promiseChecks).toMatchObject([{ met: false, lines: ['drawing'], mendBy: DAY }]);
    expect(promiseStateOf(told)).toBe('mend');
    expect(dueDateOf(summaryOf(told))).toBe(DAY);
    expect(waitsFor(told, 'reviewer')).toBe(true);
  });

  it('is looked at again after that day, not before; mended it may be at any time', () => {
    const told = does(granted('sign'), 'reviewer', unmet);
    expect(refusal(told, 'reviewer', still, { on: DAY })).toEqual({
      code: 'promise.timeRuns',
      facts: { due: DAY },
    });
    expect(promiseStateOf(does(told, 'reviewer', met, { on: MONDAY }))).toBe('met');
    const again = act('verifyPromise', { met: false, lines: ['drawing'], mendBy: '2026-12-30' });
    expect(code(told, 'reviewer', again, { on: AFTER })).toBe('promise.mendTwice');
    const found = does(told, 'reviewer', still, { on: AFTER });
    expect(promiseStateOf(found)).toBe('revoke');
    expect(code(found, 'reviewer', still, { on: AFTER })).toBe('promise.foundAlready');
    expect(promiseStateOf(does(found, 'reviewer', met, { on: AFTER }))).toBe('met');
  });
});

describe('a revocation', () => {
  const unmended = (way: keyof typeof WAYS, who: Who): Case =>
    does(does(granted(way), who, unmet), who, still, { on: AFTER });
  const on = { on: AFTER } as const;

  it('is the leader’s, on what another person has found, and with its reason from the list', () => {
    const found = unmended('sign', 'reviewer');
    expect(waitsFor(found, 'leader', AFTER)).toBe(true);
    expect(waitsFor(found, 'reviewer', AFTER)).toBe(false);
    expect(code(found, 'reviewer', revoke, on)).toBe('power.role');
    expect(code(found, 'leader', revoke, { ...on, by: 'reviewer' })).toBe('duty.finder');
    expect(code(found, 'leader', act('revoke', { reason: 'ugly' }), on)).toBe('reason.unknown');
    expect(code(found, 'leader', act('revoke', { text: '' }), on)).toBe('text.missing');
    const stale = { ...on, basis: { version: found.version, file: 'e'.repeat(64) } };
    expect(code(found, 'leader', revoke, stale)).toBe('file.changed');
    const revoked = does(found, 'leader', revoke, on);
    expect(revoked).toMatchObject({
      status: 'revoked',
      decision: { granted: true },
      revocation: { reason: 'promiseUnmet', drafter: { by: 'reviewer' }, by: 'leader' },
    });
    expect(code(revoked, 'leader', revoke, on)).toBe('case.passed');
  });

  it('waits until the time for mending is over, unless the licence was got by deceit', () => {
    const found = granted('sign');
    expect(code(found, 'leader', revoke)).toBe('revoke.noFinding');
    const told = does(found, 'reviewer', unmet);
    expect(refusal(told, 'leader', revoke)).toEqual({ code: 'revoke.mendingRuns', facts: { due: DAY } });
    expect(does(told, 'leader', act('revoke', { reason: 'deceit' })).status).toBe('revoked');
    expect(code(does(told, 'reviewer', met), 'leader', revoke)).toBe('revoke.noFinding');
  });

  it('is sealed by a third person under a number of its own, and then handed over', () => {
    const revoked = does(unmended('sign', 'reviewer'), 'leader', revoke, on);
    expect(waitsFor(revoked, 'sealer', AFTER)).toBe(true);
    expect(waitsFor(revoked, 'clerk', AFTER)).toBe(false);
    expect(endedOn(revoked)).toBeUndefined();
    expect(code(revoked, 'clerk', act('deliver'), on)).toBe('revoke.notSealed');
    expect(code(revoked, 'sealer', act('seal'), { ...on, by: 'leader' })).toBe('duty.approver');
    expect(code(revoked, 'sealer', act('seal'), { ...on, by: 'reviewer' })).toBe('duty.drafter');
    const sealed = does(revoked, 'sealer', act('seal'), on);
    expect(sealed.sealings).toHaveLength(2);
    expect(sealed.sealing).toEqual(revoked.sealing);
    expect(sealed.revocation?.sealing).toMatchObject({ drafter: 'reviewer', approver: 'leader' });
    expect(code(sealed, 'sealer', act('seal'), on)).toBe('revoke.sealedAlready');
    expect(waitsFor(sealed, 'clerk', AFTER)).toBe(true);
    const over = does(sealed, 'clerk', act('deliver'), on);
    expect(over.status).toBe('revoked');
    expect(over.delivery).toEqual(revoked.delivery);
    expect(endedOn(over)).toBe(AFTER);
    expect(waitsFor(over, 'clerk', AFTER)).toBe(false);
    expect(code(over, 'clerk', act('deliver'), on)).toBe('revoke.deliveredAlready');
    // Its receipt of delivery is another one than that of the result, and so is the signature under it.
    const page = { hash: 'a'.repeat(43), size: 10, type: 'image/png', for: 'signature-revocation' } as const;
    const signed = does(sealed, 'clerk', act('deliver', { files: [page] }), on);
    expect(signed.files?.at(-1)).toEqual(page);
    const other = { ...page, for: 'signature-decision' };
    expect(code(sealed, 'clerk', act('deliver', { files: [other] }), on)).toBe('files.unknownLine');
  });

  it('of what was issued on a town’s opinion is the department’s, on what the town found', () => {
    const found = unmended('birth', 'reviewer');
    expect(code(found, 'leader', revoke, on)).toMatch(/^power\.(route|office)$/);
    const revoked = does(found, 'departmentLeader', revoke, on);
    expect(code(revoked, 'sealer', act('seal'), on)).toMatch(/^(power|case)\./);
    expect(does(revoked, 'clerk', act('deliver'), on).revocation?.delivery).toBeDefined();
  });
});
