import { Printer } from 'lucide';
import { useMemo } from 'preact/hooks';
import { pendingSections } from '../../domain/pendingFacts.ts';
import { legalDateOf } from '../../domain/time.ts';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { dateInFull } from '../parts/dates.ts';
import { Empty } from '../parts/empty.tsx';
import { ActionBar, Page } from '../parts/page.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import styles from './confirmSheet.module.css';
import { ConfirmSheet } from './confirmSheet.tsx';

const BACK = { label: '事项状态', href: '/desk/items' };

/** 核定表: everything that waits for one office's confirmation, to be corrected by hand, signed and sent back. */
export function ConfirmScreen({ local, office: id }: { readonly local: Local; readonly office: string }) {
  const data = local.catalogue.value?.data;
  const sections = useMemo(() => (data ? pendingSections(data, id) : []), [data, id]);
  const office = data?.offices.find((one) => one.id === id);
  if (!data || !office || sections.length === 0) return <NothingPending />;
  const printedOn = dateInFull(legalDateOf(local.now()));
  return (
    <Page
      heading={`打印核定表：${office.name}`}
      lead="每个事项一份，打印后送部门核对、签名、盖章，再按核定的内容改指南。"
      width="wide"
      back={BACK}
      actions={<PrintBar />}
    >
      <div class={styles.preview}>
        {sections.map((section) => (
          <ConfirmSheet
            key={section.item?.id ?? ''}
            section={section}
            office={office}
            version={data.version}
            printedOn={printedOn}
          />
        ))}
      </div>
    </Page>
  );
}

function PrintBar() {
  const print = () => window.print();
  useShortcuts([{ keys: 'p', label: '打印', run: print }]);
  return (
    <ActionBar>
      <Button kind="primary" icon={Printer} shortcut="P" onClick={print}>
        打印
      </Button>
    </ActionBar>
  );
}

function NothingPending() {
  return (
    <Page heading="没有要核定的" back={BACK}>
      <Empty what="这个单位没有等待核定的内容" how="目录更新后有新的待核定内容，会列在事项状态页上。" />
    </Page>
  );
}
