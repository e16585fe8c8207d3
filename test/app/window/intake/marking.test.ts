import { describe, expect, it } from 'vitest';
import { choiceOf, choicesFor, markOf, statusOfLine } from '../../../../src/app/window/intake/marking.ts';
import { checkMark } from '../../../../src/domain/checklist.ts';
import { guideOf, rules, TODAY } from '../builders.ts';

const materials = ['1', '7a', '7b', '10']
  .filter((id) => rules.guide(id)?.state === 'complete')
  .flatMap((id) => guideOf(id).materials);

describe('the control of a checklist line', () => {
  it('offers nothing that the guide does not allow', () => {
    for (const material of materials) {
      for (const { value } of choicesFor(material)) {
        const mark = markOf(value, material, TODAY, rules.calendar);
        const problem = checkMark(material, mark, TODAY, rules.calendar);
        expect([undefined, 'mark.sourceMissing', 'mark.whyMissing']).toContain(problem);
        expect(choiceOf(mark)).toBe(value);
      }
    }
  });

  it('lets no core paper come later or be left out', () => {
    for (const material of materials.filter((one) => one.core)) {
      const offered = choicesFor(material).map((one) => one.value);
      expect(offered).not.toContain('deferred');
      expect(offered).not.toContain('notNeeded');
    }
  });

  it('shows a line nobody has looked at as open', () => {
    const [material] = materials;
    if (material) expect(statusOfLine({ material, state: 'asked', because: [] }, undefined)).toBe('open');
  });
});
