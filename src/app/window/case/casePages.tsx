import { useSignal } from '@preact/signals';
import type { Case } from '../../../domain/case.ts';
import type { CaseFile } from '../../../domain/files.ts';
import type { CaseView } from '../../local/types.ts';
import { PageViewer } from '../../parts/photo/later.tsx';
import { PageStrip, Uploading } from '../../parts/photo/pageStrip.tsx';
import { useBench } from '../desk.tsx';
import { shownPage } from '../photos/paperPages.tsx';
import styles from './case.module.css';

/** The photographed papers of a case by material, and how many are still on their way. */
export function CasePages({
  view,
  nameOf,
}: {
  readonly view: CaseView;
  readonly nameOf: (paper: string) => string;
}) {
  const { local } = useBench();
  const open = useSignal<{ readonly paper: string; readonly page: string } | null>(null);
  const found: Case = view.case;
  if (!found.files || found.files.length === 0) return null;
  // The line or the session may be back, or a page may have arrived meanwhile.
  const { online, sessionEnded } = local.status.value;
  const since = `${online} ${sessionEnded} ${view.awaiting?.length ?? 0} ${local.uploads.value.get(found.id)?.done ?? ''}`;
  const papers = [...new Set(found.files.map((file) => file.for))];
  const shown = (paper: string) =>
    (found.files ?? [])
      .filter((file) => file.for === paper)
      .map((file, at) => shownPage(file, at, () => local.readFile(file), since));
  return (
    <section class={styles.section} aria-label="照片">
      <h2>照片</h2>
      <Arriving id={found.id} files={found.files} awaiting={view.awaiting ?? []} />
      {papers.map((paper) => (
        <div key={paper}>
          <h3>{nameOf(paper)}</h3>
          <PageStrip
            paper={nameOf(paper)}
            pages={shown(paper)}
            onOpen={(page) => {
              open.value = { paper, page };
            }}
          />
        </div>
      ))}
      {open.value && (
        <PageViewer
          heading={nameOf(open.value.paper)}
          pages={shown(open.value.paper)}
          first={open.value.page}
          onClose={() => {
            open.value = null;
          }}
        />
      )}
    </section>
  );
}

/** On this device: how far the sending is. On another: what is still to come, and from where. */
function Arriving(props: {
  readonly id: string;
  readonly files: readonly CaseFile[];
  readonly awaiting: readonly string[];
}) {
  const { local } = useBench();
  const own = local.uploads.value.get(props.id);
  if (own) return <Uploading done={own.done} of={own.files} />;
  if (props.awaiting.length === 0) return null;
  return (
    <p role="status">
      材料上传中：还有 {props.awaiting.length} / {props.files.length}{' '}
      个文件在收件大厅的设备上，连上网会自动传来。
    </p>
  );
}
