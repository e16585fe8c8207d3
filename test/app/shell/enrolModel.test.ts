import { describe, expect, it } from 'vitest';
import type { DeviceInfo, Local } from '../../../src/app/local/types.ts';
import { EnrolModel } from '../../../src/app/shell/enrolModel.ts';
import { ok, refuse } from '../../../src/domain/result.ts';

const device = { id: 'd', name: '2 号窗口', slot: 'K7' } as DeviceInfo;

function world(...answers: Awaited<ReturnType<Local['enrol']>>[]) {
  const asked: [string, boolean | undefined][] = [];
  const model = new EnrolModel(async (code, sure) => {
    asked.push([code, sure]);
    return answers.shift() ?? ok(device);
  });
  return { model, asked };
}

describe('enrolling a device', () => {
  it('asks for the code before it asks the district', async () => {
    const { model, asked } = world();
    expect(await model.submit()).toBe(false);
    expect(asked).toEqual([]);
    expect(model.trouble.value?.what).toBe('还没有填登记码。');
  });

  it('forgets the code when it has served, and keeps a wrong one to be mended', async () => {
    const { model } = world(refuse('enrol.codeWrong'));
    model.code.value = ' 4qxm 7k2d ';
    expect(await model.submit()).toBe(false);
    expect(model.trouble.value?.what).toContain('登记码不对');
    expect(model.code.value).toBe(' 4qxm 7k2d ');
    expect(await model.submit()).toBe(true);
    expect([model.code.value, model.trouble.value]).toEqual(['', null]);
  });

  it('lets the person say that it is no private window, which a browser can only be suspected of', async () => {
    const { model, asked } = world(refuse('enrol.private'));
    model.code.value = '4QXM7K2D';
    await model.submit();
    expect(model.suspected.value).toBe(true);
    expect(await model.submit(true)).toBe(true);
    expect(asked.at(-1)).toEqual(['4QXM7K2D', true]);
    expect(model.suspected.value).toBe(false);
  });

  it('leaves no such way inside WeChat', async () => {
    const { model } = world(refuse('enrol.wechat'));
    model.code.value = '4QXM7K2D';
    await model.submit();
    expect(model.suspected.value).toBe(false);
    expect(model.trouble.value?.todo).toContain('在浏览器打开');
  });

  it('says without a line that enrolling needs one', async () => {
    const { model } = world(refuse('line.offline'));
    model.code.value = '4QXM7K2D';
    await model.submit();
    expect(model.trouble.value?.todo).toContain('登记要连网');
  });
});
