import { PackageOpen, Printer } from 'lucide';
import type { ListedCase } from '../../local/types.ts';
import { Button } from '../../parts/button.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Empty } from '../../parts/empty.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useBench } from '../desk.tsx';
import papers from '../papers/papers.module.css';
import { titleOf } from '../start/caseList.ts';
import styles from './transfer.module.css';

/** 移交清单: signed by both sides, line by line (domain.md §2.5). */
export function ListPapers({ id }: { readonly id: string }) {
  const { local, rules } = useBench();
  const lines = local.cases.value.filter((one) => one.case.custody?.way?.list === id);
  const print = () => window.print();
  useShortcuts([{ keys: 'p', label: '打印', run: print }]);
  const [first] = lines;
  const custody = first?.case.custody;
  if (!custody?.way)
    return (
      <Page heading="没有找到要打印的清单" back={{ label: '移交', href: '/desk/transfer' }}>
        <Empty
          icon={PackageOpen}
          what="这张清单上的都签收了"
          how="签收过的，在各个办件里可以看到材料在哪里。"
        />
      </Page>
    );
  return (
    <Page
      heading="打印移交清单"
      width="wide"
      back={{ label: '移交', href: '/desk/transfer' }}
      actions={
        <ActionBar>
          <Button kind="primary" icon={Printer} shortcut="P" onClick={print}>
            打印
          </Button>
        </ActionBar>
      }
    >
      <div class={papers.preview}>
        <Sheet
          size="a4"
          issuer={rules.office(custody.at)?.name ?? custody.at}
          title="纸质材料移交清单"
          number={id.slice(-12).toUpperCase()}
          stamp={false}
          qr={{ text: `JBL:${id}`, label: '扫码看清单' }}
          signed={<p>{dateInFull(custody.on)}</p>}
        >
          <p>移交给：{rules.office(custody.way.to)?.name}</p>
          <Rows lines={lines} />
          <div class={styles.signs}>
            <p>移交人：　　　　　　　　日期：</p>
            <p>接收人：　　　　　　　　日期：</p>
          </div>
        </Sheet>
      </div>
    </Page>
  );
}

function Rows({ lines }: { readonly lines: readonly ListedCase[] }) {
  const { rules } = useBench();
  return (
    <table class="paper-table">
      <thead>
        <tr>
          <th>序号</th>
          <th>办件编号</th>
          <th>申请人</th>
          <th>事项</th>
          <th>页数、份数</th>
          <th>签收</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((one, at) => (
          <tr key={one.case.id}>
            <td>{at + 1}</td>
            <td>{one.case.number}</td>
            <td>{one.case.applicant}</td>
            <td>{titleOf(one, rules)}</td>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
