import { type Signal, useSignal } from '@preact/signals';
import type { CaseFile } from '../../../domain/files.ts';
import type { CaseView } from '../../local/types.ts';
import { Notice } from '../../parts/notice.tsx';
import { PageViewer } from '../../parts/photo/later.tsx';
import { PageStrip, Uploading } from '../../parts/photo/pageStrip.tsx';
import type { ShownPage } from '../../parts/photo/pages.ts';
import { useBench } from '../desk.tsx';
import { broughtTo, shownPage } from '../photos/paperPages.tsx';
import styles from './case.module.css';

/** The photographed papers of a case. */
export interface CaseAlbum {
  readonly view: CaseView;
  readonly files: readonly CaseFile[];
  readonly nameOf: (paper: string) => string;
  /** The page that is looked at. */
  readonly open: Signal<{ readonly paper: string; readonly page: string } | null>;
  pagesOf(paper: string): ShownPage[];
}

/** @returns undefined when nothing of the case was photographed */
export function useAlbum(
  view: CaseView | null | undefined,
  nameOf: (paper: string) => string,
): CaseAlbum | undefined {
  const { local } = useBench();
  const open = useSignal<{ readonly paper: string; readonly page: string } | null>(null);
  const files = view?.case.files;
  if (!view || !files || files.length === 0) return undefined;
  const since = broughtTo(view.case.id, local, view.awaiting?.length);
  return {
    ...{ view, files, nameOf, open },
    pagesOf: (paper) =>
      files
        .filter((file) => file.for === paper)
        .map((file, at) => shownPage(file, at, () => local.readFile(file), since)),
  };
}

/** The pages of one paper, on its line of the checklist; nothing where it has none. */
export function pagesOnLine(album: CaseAlbum | undefined, paper: string) {
  return album?.files.some((file) => file.for === paper) ? <Strip album={album} paper={paper} /> : undefined;
}

function Strip({ album, paper }: { readonly album: CaseAlbum; readonly paper: string }) {
  return (
    <PageStrip
      paper={album.nameOf(paper)}
      pages={album.pagesOf(paper)}
      onOpen={(page) => {
        album.open.value = { paper, page };
      }}
    />
  );
}

interface CasePagesProps {
  readonly album: CaseAlbum;
  /** Papers whose pages stand on their line of the checklist. */
  readonly onLines: ReadonlySet<string>;
}

/** What belongs to no line of the checklist, as a signature or what was seen on the spot; and the page that is open. */
export function CasePages({ album, onLines }: CasePagesProps) {
  const { open, nameOf } = album;
  const papers = [...new Set(album.files.map((file) => file.for))].filter((paper) => !onLines.has(paper));
  return (
    <>
      {papers.length > 0 && (
        <section class={styles.section} aria-label="其他照片">
          <h2>其他照片</h2>
          {papers.map((paper) => (
            <div key={paper}>
              <h3>{nameOf(paper)}</h3>
              <Strip album={album} paper={paper} />
            </div>
          ))}
        </section>
      )}
      {open.value && (
        <PageViewer
          heading={nameOf(open.value.paper)}
          pages={album.pagesOf(open.value.paper)}
          first={open.value.page}
          onClose={() => {
            open.value = null;
          }}
        />
      )}
    </>
  );
}

/** Over the checklist: how far the pages have come, and why those that lie elsewhere cannot be seen now. */
export function PagesState({ album: { view, files } }: { readonly album: CaseAlbum }) {
  const { local } = useBench();
  const own = local.uploads.value.get(view.case.id);
  const awaiting = view.awaiting?.length ?? 0;
  const { online, sessionEnded } = local.status.value;
  const elsewhere = files.length > (own?.files ?? 0);
  return (
    <>
      {own ? (
        <Uploading done={own.done} of={own.files} />
      ) : (
        awaiting > 0 && (
          <p role="status">
            材料上传中：还有 {awaiting} / {files.length} 个文件在收件大厅的设备上，连上网会自动传来。
          </p>
        )
      )}
      {elsewhere && (!online || sessionEnded) && (
        <Notice
          kind="info"
          announce={false}
          heading={online ? '登录过期了，存在区里的照片现在看不到' : '没有网，存在区里的照片现在看不到'}
          kept="照片都在区里，没有丢失；这一件的其他内容都在本机，照常看、照常办。"
          todo={online ? '重新登录以后，照片会自动出来。' : '连上网以后，照片会自动出来。'}
        />
      )}
    </>
  );
}
