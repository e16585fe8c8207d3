import { describe, expect, it } from 'vitest';
import { paperInWords } from '../../../../src/app/window/handling/paperWords.ts';
import type { Case } from '../../../../src/domain/case.ts';
import { caseOf, HALL, TODAY } from '../builders.ts';

const DEPARTMENT = '370406-xzsp';
const words = (patch: Partial<Case>) =>
  paperInWords(caseOf(patch), (id) => (id === HALL ? '西集' : '区审批局'));
const ending = { ground: 'withdrawn', text: '', on: TODAY, lines: [] };
const away = { at: DEPARTMENT, on: TODAY };

describe('where the paper is', () => {
  it('is said in every state, also after the end', () => {
    expect(words({})).toBe('纸质材料在西集');
    expect(words({ custody: { at: HALL, on: TODAY, way: { list: 'l', to: DEPARTMENT } } })).toBe(
      '纸质材料在路上：西集 → 区审批局',
    );
    expect(words({ status: 'withdrawn', ending })).toBe('纸质材料在西集');
    expect(words({ status: 'returned', ending })).toBe('纸质材料已退还当事人');
    const way = { list: 'l', to: HALL, missing: '没有' };
    expect(words({ status: 'withdrawn', ending, custody: { ...away, way } })).toBe(
      '纸质材料在路上：区审批局 → 西集（未收到）',
    );
  });

  it('is said with where it has to go, when a case has ended elsewhere', () => {
    expect(words({ status: 'atDepartment', custody: away })).toBe('纸质材料在区审批局');
    expect(words({ status: 'withdrawn', ending, custody: away })).toBe('纸质材料在区审批局，要移交回西集');
  });
});
