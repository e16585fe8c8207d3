import { describe, expect, it } from 'vitest';
import { CaseModel } from '../../../../src/app/window/case/caseModel.ts';
import { refuse } from '../../../../src/domain/result.ts';
import { caseOf, deskOf, viewOf } from '../builders.ts';

function opened(answer?: Parameters<typeof deskOf>[0]) {
  const world = deskOf(answer);
  world.cases.value = [viewOf()];
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
