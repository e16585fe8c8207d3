import { describe, expect, it } from 'vitest';
import { filledSheets } from '../../../../src/app/window/papers/sittingForms.tsx';
import { person, SAMPLES } from '../../../catalogue/samples.ts';
import { caseOf, guideOf, rules } from '../builders.ts';

const household = (id: string, name: string) => {
  const { version } = guideOf('12');
  return caseOf({
    ...{ id, item: '12', guide: '12', guideVersion: version, answers: SAMPLES['12'].answers },
    parties: [{ ...person('applicant'), name }],
  });
};
const titles = (sheets: ReturnType<typeof filledSheets>) => sheets.map(({ form }) => form.title);

describe('the application forms of a sitting', () => {
  it('are those that each case asks for, one after the other, filled with what that one said', () => {
    const [first, second] = [household('a', '李大山'), household('b', '张小河')];
    const sheets = filledSheets([first, second], rules);
    expect(titles(sheets)).toEqual([
      ...titles(filledSheets([first], rules)),
      ...titles(filledSheets([second], rules)),
    ]);
    expect(titles(sheets)).toContain('自然灾害救助申请书');
    for (const { of, fields } of sheets) {
      const said = fields.flatMap(({ parts }) => parts.map((part) => part.text));
      expect(said).toContain(of.parties[0]?.name);
      expect(said).not.toContain(of === first ? '张小河' : '李大山');
    }
  });

  it('are none where the guide that it was received with has none here', () => {
    expect(filledSheets([caseOf({ guide: 'gone' })], rules)).toEqual([]);
  });
});
