import { describe, expect, it } from 'vitest';
import type { HeldFile } from '../../../../src/app/local/types.ts';
import { Pages } from '../../../../src/app/window/photos/pages.ts';
import { deskOf } from '../builders.ts';

const photo = (text: string): Blob => new Blob([text], { type: 'image/jpeg' });
const pdf = (text: string): Blob => new Blob([text], { type: 'application/pdf' });
const AS_IT_IS = { turn: 0, crop: null, watermark: null } as const;

function album() {
  const { desk, kept } = deskOf();
  let files: readonly HeldFile[] = [];
  const pages = new Pages(desk.local, desk.photos, {
    caseId: 'case',
    files: () => files,
    change: (next) => {
      files = next;
    },
  });
  return { pages, kept, files: () => files };
}

describe('photographing a paper', () => {
  it('looks at each picture that was chosen, one after the other, and keeps them in their order', async () => {
    const { pages, files } = album();
    await pages.choose('form', [photo('a'), photo('b')]);
    expect(pages.editing.value?.paper).toBe('form');
    await pages.use({ ...AS_IT_IS, turn: 90 });
    expect(await pages.editing.value?.source.text()).toBe('b');
    await pages.use(AS_IT_IS);
    expect(pages.editing.value).toBeNull();
    expect(pages.of('form').map((one) => one.hash)).toEqual(['page1', 'page2']);
    expect(files()[0]).toMatchObject({ for: 'form', type: 'image/jpeg', key: 'key of page1' });
  });

  it('keeps a PDF as it is, without an editor', async () => {
    const { pages } = album();
    await pages.choose('form', [pdf('章程'), photo('b')]);
    expect(pages.of('form')).toMatchObject([{ type: 'application/pdf' }]);
    expect(await pages.editing.value?.source.text()).toBe('b');
  });

  it('goes on to the next one when a picture is not wanted', async () => {
    const { pages } = album();
    await pages.choose('form', [photo('a'), photo('b')]);
    await pages.skip();
    await pages.use(AS_IT_IS);
    expect(pages.of('form')).toHaveLength(1);
  });

  it('says why a picture cannot be read, leaves it in the editor, and loses nothing that was kept', async () => {
    const { pages } = album();
    await pages.choose('form', [photo('a')]);
    await pages.use(AS_IT_IS);
    await pages.choose('form', [photo('broken')]);
    await pages.use(AS_IT_IS);
    expect(pages.trouble.value).toMatchObject({
      paper: 'form',
      words: { what: expect.stringContaining('打不开') },
    });
    expect(pages.editing.value).not.toBeNull();
    expect(pages.of('form')).toHaveLength(1);
    expect(pages.busy.value).toBeNull();
  });

  it('takes no more than forty for a case, and says so', async () => {
    const { pages, files } = album();
    for (let count = 0; count < 40; count += 1) await pages.choose('form', [pdf(`${count}`)]);
    await pages.choose('other', [pdf('one more')]);
    expect(files()).toHaveLength(40);
    expect(pages.trouble.value).toMatchObject({
      paper: 'other',
      words: { what: expect.stringContaining('40') },
    });
  });

  it('gives up a page that is removed, on the form and on the disk', async () => {
    const { pages, kept, files } = album();
    await pages.choose('form', [pdf('a'), pdf('b')]);
    await pages.remove('page1');
    expect(files().map((one) => one.hash)).toEqual(['page2']);
    expect([...kept]).toEqual(['page2']);
  });
});
