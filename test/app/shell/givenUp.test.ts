import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/app/shell/givenUp.tsx';

const NONE = { waiting: 0, refused: 0, apart: 0 };

describe('what is said of a device that gave up what was readable', () => {
  it('names the reason, what is safe, and the way on', () => {
    expect(wordsOf('revoked', { ...NONE, refused: 3, apart: 3 })).toEqual({
      heading: '这台设备已由区里停用',
      kept: '3 件已送到区里单独存放，由督查人员核对后登记，没有丢失。',
      todo: '草稿和看得见的办件已从本机清除。要再用这台设备，请管理员出一个新的登记码。',
    });
    expect(wordsOf('silence', { ...NONE, waiting: 2 }).kept).toContain('2 件待上报的加密存放在本机');
    expect(wordsOf('wipe', { ...NONE, refused: 2, apart: 1 }).kept).toContain(
      '1 件区里没有登记，请联系系统管理员。',
    );
    expect(wordsOf('wipe', NONE).kept).toBe('没有待上报的。');
  });
});
