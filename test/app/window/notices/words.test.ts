import { expect, it } from 'vitest';
import { relievedInWords } from '../../../../src/app/window/notices/words.ts';

const at = { on: '2026-11-24', at: '2026-11-24T01:00:00.000Z', office: '370406102' };
const taken = { had: 'zhao', by: 'sun', name: '孙镇长', ...at };
const assigned = { person: 'qian', personName: '钱', by: 'sun', name: '孙镇长', ...at };

it('whoever a case was taken from reads who did it, and whose it is by now', () => {
  const relieved = [taken];
  expect(relievedInWords({ relieved, assigned }, 'zhao')).toBe('孙镇长改派，现在由钱承办');
  // It went on since.
  const on = { ...assigned, person: 'li', personName: '李' };
  expect(relievedInWords({ relieved, assigned: on }, 'zhao')).toBe('孙镇长改派，现在由李承办');
  expect(relievedInWords({ relieved }, 'zhao')).toBe('孙镇长改派，现在同岗位的都可以办');
  // By whom, and not by what name: two colleagues may have the same.
  const own = { ...assigned, person: 'sun', personName: '孙镇长' };
  expect(relievedInWords({ relieved, assigned: own }, 'zhao')).toBe('孙镇长领办');
  const other = { ...assigned, person: 'sun2', personName: '孙镇长' };
  expect(relievedInWords({ relieved, assigned: other }, 'zhao')).toBe('孙镇长改派，现在由孙镇长承办');
  expect(relievedInWords({ relieved, assigned }, 'qian')).toBe('');
  expect(relievedInWords({ assigned }, 'zhao')).toBe('');
});
