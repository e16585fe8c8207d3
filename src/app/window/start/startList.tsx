import { useComputed } from '@preact/signals';
import { FilePlus2, FolderInput } from 'lucide';
import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { receivesAt } from '../../../domain/office.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useHeld } from '../../parts/press.ts';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useBench } from '../desk.tsx';
import { beginIntake, listFilter as filter } from '../memory.ts';
import { InquiryButton } from '../slip/slipButtons.tsx';
import { BegunRows } from './begunRows.tsx';
import { firstSpan, type Span } from './caseList.ts';
import type { CaseRowsProps } from './caseRows.tsx';
import { DeputyLine } from './deputyLine.tsx';
import { DraftRows } from './draftRows.tsx';
import { Found } from './found.tsx';
import styles from './start.module.css';

interface StartListProps extends Pick<CaseRowsProps, 'current'> {
  readonly main: boolean;
}

/** The left side of the desk: begin, continue, find. */
export function StartList({ current, main }: StartListProps) {
  const { desk, local, roles, hall } = useBench();
  const { route, path } = useLocation();
  const drafts = useHeld(local.drafts);
  const box = useRef<HTMLDivElement>(null);
  const receives = receivesAt(hall.kind, roles);
  const begin = () => route(`/desk/intake/${beginIntake(desk)}`);
  useShortcuts([
    ...(receives ? [{ keys: 'n', label: '收件', run: begin }] : []),
    { keys: '/', label: '找办件', run: () => box.current?.querySelector('input')?.focus() },
  ]);
  return (
    <div class={styles.list} ref={box}>
      <ListHeading main={main} />
      <DeputyLine />
      {receives ? (
        <div class={styles.begin}>
          <Button kind="primary" icon={FilePlus2} shortcut="N" wide onClick={begin}>
            收件
          </Button>
          {/* A dialog that is open ends with the address at which it was opened. */}
          <InquiryButton key={path} />
          <Button icon={FolderInput} href="/desk/deposit">
            别的大厅的办件
          </Button>
        </div>
      ) : (
        roles.length === 0 && (
          <Notice
            kind="info"
            heading="您在本单位没有办件的岗位，可以查看，不能收件"
            todo="需要办件的，请管理员核对岗位，或者退出后换有岗位的人登录。"
          />
        )
      )}
      <DraftRows key={path} drafts={drafts} />
      <BegunRows current={current} />
      <Found current={current} />
    </div>
  );
}

/** What stands around the list is not drawn again with it. Whoever searches looks through all. */
function ListHeading({ main }: Pick<StartListProps, 'main'>) {
  const { roles } = useBench();
  const Heading = main ? 'h1' : 'h2';
  const { value: heading } = useComputed(() => {
    const { query, span } = filter.value;
    return HEADINGS[query.trim() === '' ? (span ?? firstSpan(roles)) : 'all'];
  });
  return <Heading class={styles.heading}>{heading}</Heading>;
}

const HEADINGS: Readonly<Record<Span, string>> = {
  mine: '等我办的',
  today: '今天的办件',
  all: '全部办件',
  flagged: '待核的',
};
