import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Checkbox } from '../../../src/app/parts/checkbox.tsx';
import { Choice } from '../../../src/app/parts/choice.tsx';
import { Field, type FieldProps } from '../../../src/app/parts/field.tsx';
import { Segments } from '../../../src/app/parts/segments.tsx';

const nothing = () => undefined;
const field = (more: Partial<FieldProps> = {}) =>
  renderToString(h(Field, { label: '姓名', value: '', onInput: nothing, ...more }));
const boxesOf = (html: string) => html.match(/<(input|textarea|select)[^>]*>/g) ?? [];

describe('a field', () => {
  it('never fills itself in with another citizen’s data', () => {
    const options = [
      { value: 'a', label: '甲' },
      { value: 'b', label: '乙' },
    ];
    const drawn = [
      field(),
      field({ type: 'search' }),
      field({ type: 'tel' }),
      field({ type: 'date' }),
      field({ rows: 3 }),
      renderToString(h(Checkbox, { label: '同意', checked: false, onChange: nothing })),
      renderToString(h(Choice, { question: '谁？', options, value: undefined, onChange: nothing })),
      renderToString(h(Segments, { label: '看', options, value: 'a', onChange: nothing })),
    ];
    const boxes = drawn.flatMap(boxesOf);
    expect(boxes.length).toBeGreaterThanOrEqual(8);
    for (const box of boxes) expect(box).toContain('autocomplete="off"');
  });
});
