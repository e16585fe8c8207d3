import { ListPlus, User } from 'lucide';
import { Button } from '../../../parts/button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { partLater } from '../../later.tsx';
import type { Intake } from '../intake.ts';
import { asksFor } from './sitting.ts';

const RosterPanel = partLater(async () => (await import('./rosterPanel.tsx')).RosterPanel);

/** Where people bring a list of several who apply: whether each row is to be a case of its own. */
export function RosterSwitch({ intake }: { readonly intake: Intake }) {
  const { roster } = intake;
  const spec = roster.spec.value;
  // A mended receipt is one case, and photographs belong to one.
  const pages = intake.content.value.files?.length ?? 0;
  if (spec?.of !== 'cases' || intake.replaces || pages > 0) return null;
  if (!roster.isSitting.value)
    return (
      <div>
        <Button icon={ListPlus} onClick={() => roster.turn(true)}>
          {`有名册，一次收多${spec.unit}`}
        </Button>
      </div>
    );
  const own = spec.columns.flatMap((column) => ('question' in column ? [column.heads[0]] : []));
  return (
    <Notice
      kind="info"
      announce
      heading={`按名册收件：每${spec.unit}各成一件，各有编号`}
      todo={`下面的情形是各${spec.unit}一样的；${own.join('、')}从名册里读。下一步粘贴名册。`}
      actions={
        <Button icon={User} onClick={() => roster.turn(false)}>
          {`只收一${spec.unit}`}
        </Button>
      }
    />
  );
}

/** The list itself, where the item has one and it is asked for in this situation. */
export function RosterPart({ intake }: { readonly intake: Intake }) {
  const { roster } = intake;
  const spec = roster.spec.value;
  const guide = intake.complete.value;
  if (!spec || !guide) return null;
  const shown =
    spec.of === 'cases' ? roster.isSitting.value : asksFor(guide, intake.content.value, spec.role);
  if (!shown) return null;
  return (
    <>
      <SavedPart intake={intake} />
      <RosterPanel book={roster} heading={spec.of === 'cases' ? '名册' : '成员名册'} />
    </>
  );
}

/** Some rows became cases, and some are left to be mended. */
export function SavedPart({ intake }: { readonly intake: Intake }) {
  const { roster } = intake;
  const saved = roster.saved.value;
  // While they are saved one after the other the button says how many are left, and the draft is written last.
  if (!roster.isSitting.value || saved === 0 || intake.busy.value) return null;
  const unit = roster.spec.value?.unit;
  return (
    <Notice
      kind="info"
      announce
      heading={`已保存 ${saved} ${unit}，还有 ${roster.rows.value.length} ${unit}在名册里`}
      todo="保存了的各有编号，可以先打印合并回执；名册里的改好后接着提交。"
      actions={<Button href={`/desk/print/sitting/${intake.id}`}>打印合并回执</Button>}
    />
  );
}
