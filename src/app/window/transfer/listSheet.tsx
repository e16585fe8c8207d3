import { PackageOpen, Printer } from 'lucide';
import type { Case } from '../../../domain/case.ts';
import { isComplete } from '../../../domain/rules.ts';
import { listCode } from '../../../protocol/paperScan.ts';
import { Button } from '../../parts/button.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Empty } from '../../parts/empty.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useBench } from '../desk.tsx';
import papers from '../papers/papers.module.css';
import { useWhole } from '../papers/whole.ts';
import { titleOf } from '../start/caseList.ts';
import { type FiledPaper, filedPapers, type ListLine, linesOf } from './listLines.ts';
import styles from './transfer.module.css';

const BACK = { label: '移交', href: '/desk/transfer' };

/** 移交清单: signed by both sides, line by line (domain.md §2.5). The same from both ends, and however much has been signed for. */
export function ListPapers({ id }: { readonly id: string }) {
  const { local, rules } = useBench();
  const lines = linesOf(local.cases.value, id);
  const opened = useWhole(lines.map(({ view }) => view.case.id));
  // What is in a file stands in the whole case: a list printed before those are open would lack it.
  const ready = opened.every((view) => view !== undefined);
  const print = () => window.print();
  useShortcuts(ready ? [{ keys: 'p', label: '打印', run: print }] : []);
  const [first] = lines;
  if (!first)
    return local.searchable.value ? (
      <Page heading="没有找到要打印的清单" back={BACK}>
        <Empty
          icon={PackageOpen}
          what="这张清单不在本机"
          how="请连网更新后再试；办结较久的办件已从本机移除，清单请向移出的单位要。"
        />
      </Page>
    ) : null;
  const name = (office: string) => rules.office(office)?.name ?? office;
  return (
    <Page
      heading="打印移交清单"
      width="wide"
      back={BACK}
      actions={
        <ActionBar>
          <Button kind="primary" icon={Printer} shortcut="P" disabled={!ready} onClick={print}>
            打印
          </Button>
        </ActionBar>
      }
    >
      <div class={papers.preview}>
        <Sheet
          size="a4"
          issuer={name(first.from)}
          title="纸质材料移交清单"
          number={id.slice(-12).toUpperCase()}
          stamp={false}
          qr={{ text: listCode(id), label: '扫码看清单' }}
          signed={<p>{dateInFull(first.sent)}移交</p>}
        >
          <p>
            移交给：{name(first.to)}，共 {lines.length} 件{signedInWords(lines)}
          </p>
          <Rows lines={lines} cases={opened.map((view) => view?.case)} />
          <p class={styles.small}>
            份数是收件时登记的；页数、完好情况、退还约定由移交人当面填写，接收人核对后逐件签收。
          </p>
          <div class={styles.signs}>
            <p>移交人（签名）：</p>
            <p>接收人（签名）：</p>
            <p>时间：　　年　　月　　日　　时</p>
            <p>时间：　　年　　月　　日　　时</p>
          </div>
        </Sheet>
      </div>
    </Page>
  );
}

function signedInWords(lines: readonly ListLine[]): string {
  const count = lines.filter((line) => line.signed).length;
  return count === 0 ? '' : `，打印时已在系统里签收 ${count} 件`;
}

interface RowsProps {
  readonly lines: readonly ListLine[];
  readonly cases: readonly (Case | undefined)[];
}

const HEADS = ['序号', '材料名', '形式', '份数', '页数', '完好情况', '退还约定', '签收'] as const;

/** A case in a line of its own, over the papers in its file; where nothing is known of them a line to be filled in. */
function Rows({ lines, cases }: RowsProps) {
  const { rules } = useBench();
  return (
    <table class={`paper-table ${styles.table}`}>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      {lines.map((line, at) => {
        const { view } = line;
        return (
          <tbody key={view.case.id}>
            <tr>
              <td>{at + 1}</td>
              <td colSpan={HEADS.length - 2}>
                <b>{view.case.applicant}</b>　{titleOf(view, rules)}　{view.case.number}
              </td>
              <td>{standingInWords(line)}</td>
            </tr>
            <Papers at={at} papers={papersOf(cases[at])} />
          </tbody>
        );
      })}
    </table>
  );

  function papersOf(found: Case | undefined): readonly FiledPaper[] {
    const version = found && rules.guide(found.guide, found.guideVersion);
    return found && isComplete(version) ? filedPapers(found, version) : [];
  }
}

function Papers({ at, papers: filed }: { readonly at: number; readonly papers: readonly FiledPaper[] }) {
  const rows: readonly Partial<FiledPaper>[] = filed.length > 0 ? filed : [{}];
  return (
    <>
      {rows.map((paper, place) => (
        <tr key={place}>
          <td>
            {at + 1}.{place + 1}
          </td>
          <td>{paper.name ?? '　'}</td>
          <td>{paper.form}</td>
          <td>{paper.copies}</td>
          <td />
          <td />
          <td />
          <td />
        </tr>
      ))}
    </>
  );
}

function standingInWords({ signed, missing }: ListLine): string {
  if (signed) return `已签收 ${signed.name} ${signed.on}`;
  return missing === undefined ? '' : `没有收到：${missing}`;
}
