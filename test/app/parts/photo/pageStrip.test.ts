import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { PageStrip, type PageStripProps } from '../../../../src/app/parts/photo/pageStrip.tsx';
import { NotLoaded, type ShownPage, troubleOf } from '../../../../src/app/parts/photo/pages.ts';

const nothing = () => undefined;
const page = (at: number, type: ShownPage['type'] = 'image/jpeg'): ShownPage => ({
  id: `p${at}`,
  label: `第 ${at} 页`,
  type,
  load: () => new Promise(nothing),
});
const strip = (more: Partial<PageStripProps> = {}) =>
  renderToString(h(PageStrip, { paper: '身份证', pages: [], onOpen: nothing, ...more }));
const adding = { onPhoto: nothing, onFiles: nothing };

describe('the pages under a line', () => {
  it('are counted, and each can be opened by its name', () => {
    const drawn = strip({ pages: [page(1), page(2, 'application/pdf')] });
    expect(drawn).toContain('共 2 页');
    expect(drawn).toContain('aria-label="第 1 页：身份证"');
    expect(drawn).toContain('PDF');
    expect(strip()).toContain('还没有照片');
  });

  it('are photographed with the camera that looks away from the person, or chosen as files', () => {
    const drawn = strip(adding);
    expect(drawn).toContain('aria-label="拍照：身份证"');
    expect(drawn).toMatch(/<input[^>]*accept="image\/\*"[^>]*capture="environment"/);
    expect(drawn).toMatch(
      /<input[^>]*accept="image\/jpeg,image\/png,image\/heic,application\/pdf"[^>]*multiple/,
    );
  });

  it('are only looked at where nothing may be added', () => {
    const drawn = strip({ pages: [page(1)] });
    expect(drawn).not.toContain('拍照');
    expect(drawn).not.toContain('选文件');
  });

  it('say why no more can be added', () => {
    const drawn = strip({ ...adding, full: '一件最多 40 个文件，已经放满。' });
    expect(drawn).toContain('一件最多 40 个文件');
    expect(drawn.match(/<button[^>]* disabled/g)).toHaveLength(2);
  });

  it('tell how many have arrived while they are sent, and nothing once all have', () => {
    expect(strip({ uploading: { done: 3, of: 5 } })).toMatch(/材料上传中 3\/5.*<progress[^>]*max="5"/);
    expect(strip({ uploading: { done: 5, of: 5 } })).not.toContain('材料上传中');
  });

  it('say in words what went wrong', () => {
    const drawn = strip({ troubles: [{ what: '这不是照片。', todo: '请重新选。' }] });
    expect(drawn).toMatch(/role="alert".*这不是照片。.*请重新选。/);
  });
});

describe('a page that could not be shown', () => {
  it('says the reason that was given', () => {
    expect(troubleOf(new NotLoaded({ code: 'file.onTheWay', facts: {} })).what).toContain('还在从大厅传来');
  });

  it('says that it is not lost when there was none', () => {
    expect(troubleOf(new Error('broken')).todo).toContain('没有丢失');
  });
});
