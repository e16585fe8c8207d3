import type { ChecklistLine } from '../../../domain/checklist.ts';
import { deliverySignature, MAX_FILES, SIGNATURE, stepFiles } from '../../../domain/files.ts';
import type { GuideStep } from '../../../domain/guide.ts';
import type { HeldFile, Local } from '../../local/types.ts';
import { PageEditor, PageViewer } from '../../parts/photo/later.tsx';
import { PageStrip } from '../../parts/photo/pageStrip.tsx';
import { NotLoaded, type ShownPage } from '../../parts/photo/pages.ts';
import { useBench } from '../desk.tsx';
import type { Pages } from './pages.ts';
import { isIdentityPaper, watermarkFor } from './watermark.ts';

/** The pages of one paper under its line, and how more are photographed. */
export function PaperPages({
  pages,
  paper,
  name,
}: {
  readonly pages: Pages;
  readonly paper: string;
  readonly name: string;
}) {
  const trouble = pages.trouble.value;
  return (
    <PageStrip
      paper={name}
      pages={shownOf(pages, paper)}
      full={pages.isFull() ? `一件最多 ${MAX_FILES} 个文件` : undefined}
      preparing={pages.busy.value === paper ? 1 : 0}
      troubles={trouble?.paper === paper && pages.editing.value === null ? [trouble.words] : []}
      onOpen={(id) => pages.open(paper, id)}
      onPhoto={(photo) => void pages.choose(paper, [photo])}
      onFiles={(files) => void pages.choose(paper, files)}
    />
  );
}

/** What opens over the form: a photo just taken, or the pages of a paper one by one. Once on a screen. */
export function PhotoTable({
  pages,
  item,
  nameOf,
}: {
  readonly pages: Pages;
  /** What is applied for, for the watermark. */
  readonly item: string;
  readonly nameOf: (paper: string) => string;
}) {
  const { desk } = useBench();
  const editing = pages.editing.value;
  const viewing = pages.viewing.value;
  const trouble = pages.trouble.value;
  if (editing) {
    const name = nameOf(editing.paper);
    return (
      <PageEditor
        label={`${name}，第 ${pages.of(editing.paper).length + 1} 页`}
        source={editing.source}
        photos={desk.photos}
        watermark={isIdentityPaper(name) ? watermarkFor(item) : undefined}
        busy={pages.busy.value !== null}
        trouble={trouble?.paper === editing.paper ? trouble.words : null}
        onUse={(how) => void pages.use(how)}
        onRetake={(photo) => pages.retake(photo)}
        onClose={() => void pages.skip()}
      />
    );
  }
  if (!viewing) return null;
  return (
    <PageViewer
      heading={nameOf(viewing.paper)}
      pages={shownOf(pages, viewing.paper)}
      first={viewing.page}
      onRemove={(id) => void pages.remove(id)}
      onClose={() => pages.close()}
    />
  );
}

const shownOf = (pages: Pages, paper: string): ShownPage[] =>
  pages.of(paper).map((file, at) => shownPage(file, at, () => pages.load(file)));

/**
 * What may have brought a page of a case that was not to be had: the line or the session is back, or it has arrived.
 * @param awaiting how many of its files the district did not have
 */
export function broughtTo(
  caseId: string,
  { status, uploads }: Pick<Local, 'status' | 'uploads'>,
  awaiting = 0,
): string {
  const { online, sessionEnded } = status.value;
  return `${online} ${sessionEnded} ${awaiting} ${uploads.value.get(caseId)?.done ?? ''}`;
}

/** A file of a case as a page to look at. */
export function shownPage(
  { hash, type }: Pick<HeldFile, 'hash' | 'type'>,
  at: number,
  load: () => ReturnType<Pages['load']>,
  since?: string,
): ShownPage {
  return {
    id: hash,
    label: `第 ${at + 1} 页`,
    type,
    load: async () => {
      const read = await load();
      if (!read.ok) throw new NotLoaded(read.refusal);
      return read.value;
    },
    ...(since !== undefined && { since }),
  };
}

/** What a file is for, in words. */
export function paperNameIn(
  lines: readonly ChecklistLine[],
  paper: string,
  steps: readonly GuideStep[] = [],
): string {
  if (paper === SIGNATURE) return '当事人签名';
  if (paper === deliverySignature('decision')) return '送达回证上的签名';
  if (paper === deliverySignature('revocation')) return '撤销决定送达回证上的签名';
  const step = steps.find((one) => stepFiles(one.id) === paper);
  if (step) return step.name;
  return lines.find((line) => line.material.id === paper)?.material.name ?? paper;
}
