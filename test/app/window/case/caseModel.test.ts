import { describe, expect, it } from 'vitest';
import { listenForPresses } from '../../../../src/app/parts/press.ts';
import { CaseModel, nameOf } from '../../../../src/app/window/case/caseModel.ts';
import { refuse } from '../../../../src/domain/result.ts';
import { VirtualTime } from '../../../support/devicePorts.ts';
import { caseOf, deskOf, viewOf } from '../builders.ts';

const PARTY = {
  role: 'applicant',
  kind: 'person',
  name: '李秀英',
  idKind: 'identityNumber',
  idNumber: '11010519491231002X',
  telephone: '13806320000',
} as const;

function opened(answer?: Parameters<typeof deskOf>[0]) {
  const world = deskOf(answer);
  world.cases.value = [viewOf({ parties: [PARTY] })];
  return { ...world, model: new CaseModel(world.desk, caseOf().id) };
}

describe('a form on the case page', () => {
  it('keeps an update from being offered until it is left', () => {
    const { desk, model } = opened();
    expect(desk.formOpen.value).toBe(false);
    model.begin('withdraw');
    expect(desk.formOpen.value).toBe(true);
    model.leave();
    expect(desk.formOpen.value).toBe(false);
  });

  it('is left when its act is saved, and stands when it is refused', async () => {
    const saved = opened();
    saved.model.begin('withdraw');
    await saved.model.submit();
    expect(saved.desk.formOpen.value).toBe(false);
    const refused = opened(refuse('case.wrongState'));
    refused.model.begin('withdraw');
    await refused.model.submit();
    expect(refused.desk.formOpen.value).toBe(true);
  });
});

describe('a form that was left while it is being saved', () => {
  it('says nothing of the form that is open elsewhere by then', async () => {
    const { desk, model } = opened();
    model.begin('withdraw');
    const saved = model.submit();
    model.close();
    expect(desk.formOpen.value).toBe(false);
    desk.formOpen.value = true;
    expect(await saved).not.toBeNull();
    expect(desk.formOpen.value).toBe(true);
  });
});

describe('the case page', () => {
  it('tells a case that is still being opened from one that is not on this device', () => {
    const { model, opening, cases } = opened();
    expect(model.view.value?.case.id).toBe(caseOf().id);
    opening.value = true;
    expect([model.opening.value, model.view.value]).toEqual([true, undefined]);
    opening.value = false;
    cases.value = [];
    expect([model.opening.value, model.view.value]).toEqual([false, undefined]);
  });

  it('puts no other button under a finger when a colleague goes on with the case', () => {
    const screen = new EventTarget();
    const time = new VirtualTime(0);
    const stop = listenForPresses(screen, { after: (ms, run) => time.after(ms, run) });
    const { model, cases } = opened();
    const before = model.acts.value;
    expect(before).not.toEqual([]);
    screen.dispatchEvent(new Event('pointerdown'));
    cases.value = [viewOf({ parties: [PARTY], status: 'withdrawn' })];
    expect(model.acts.value).toEqual(before);
    screen.dispatchEvent(new Event('pointerup'));
    time.moveTo(50);
    expect(model.acts.value).toEqual([]);
    stop();
  });

  it('gives the case up when it is left', () => {
    const { model, watching } = opened();
    expect(watching.value).toBe(1);
    model.close();
    expect(watching.value).toBe(0);
  });
});

describe('a number on the case page', () => {
  it('is shown to whoever asks, after the asking is recorded, until the page is left', async () => {
    const { model, asked } = opened();
    expect(model.shown.value).toEqual({});
    await model.reveal(0, 'identityNumber');
    expect(asked).toEqual([`${caseOf().id} 0 identityNumber`]);
    expect(model.shown.value).toEqual({ [nameOf(0, 'identityNumber')]: PARTY.idNumber });
    expect(model.shown.value[nameOf(0, 'telephone')]).toBeUndefined();
    model.close();
    expect(model.shown.value).toEqual({});
  });

  it('stays covered when the asking could not be recorded, and the page says why', async () => {
    const { model } = opened(refuse('store.quota'));
    await model.reveal(0, 'identityNumber');
    expect(model.shown.value).toEqual({});
    expect(model.askTrouble.value?.what).toContain('存储空间满了');
    const broken = opened();
    broken.local.reveal = () => Promise.reject(new Error('closed'));
    await broken.model.reveal(0, 'telephone');
    expect(broken.model.shown.value).toEqual({});
    expect(broken.model.askTrouble.value?.what).toContain('号码没有显示');
    expect(broken.model.busy.value).toBe(false);
  });
});
