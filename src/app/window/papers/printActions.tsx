import { Printer, UserPlus, Users } from 'lucide';
import { useLocation } from 'preact-iso';
import type { Case } from '../../../domain/case.ts';
import { isComplete } from '../../../domain/rules.ts';
import { Button } from '../../parts/button.tsx';
import { ActionBar } from '../../parts/page.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useBench } from '../desk.tsx';
import { hasAgent, nextOf } from '../intake/nextApplicant.ts';
import { beginIntake, beginWith } from '../memory.ts';

interface PrintActionsProps {
  /** The case that was just saved: whoever brought it may have brought another. */
  readonly after?: Case | undefined;
  readonly onPrint?: () => void;
}

/** Prints what stands on the screen, and goes on with the queue. */
export function PrintActions({ after, onPrint }: PrintActionsProps) {
  const { desk, local, roles, rules } = useBench();
  const { route } = useLocation();
  const receives = roles.includes('clerk');
  const next = () => route(`/desk/intake/${beginIntake(desk)}`);
  const guide = after && hasAgent(after) ? rules.guide(after.guide) : undefined;
  const same = receives && after && isComplete(guide) ? { after, guide } : undefined;
  const nextOfAgent = () => {
    if (same) route(`/desk/intake/${beginWith(desk, nextOf(same.after, same.guide), local.now())}`);
  };
  const print = onPrint ?? (() => window.print());
  useShortcuts([
    { keys: 'p', label: '打印', run: print },
    ...(receives ? [{ keys: 'n', label: '下一位申请人', run: next }] : []),
    ...(same ? [{ keys: 'm', label: '同一代办人，下一位', run: nextOfAgent }] : []),
  ]);
  return (
    <ActionBar>
      {same && (
        <Button icon={Users} shortcut="M" onClick={nextOfAgent}>
          同一代办人，下一位
        </Button>
      )}
      {receives ? (
        <Button icon={UserPlus} shortcut="N" onClick={next}>
          下一位申请人
        </Button>
      ) : (
        <Button href="/desk/">回到列表</Button>
      )}
      <Button kind="primary" icon={Printer} shortcut="P" onClick={print}>
        打印
      </Button>
    </ActionBar>
  );
}
