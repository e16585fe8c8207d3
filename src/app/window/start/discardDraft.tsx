import { useSignal } from '@preact/signals';
import { Trash2 } from 'lucide';
import { useLocation } from 'preact-iso';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useDesk } from '../desk.tsx';
import type { Intake } from '../intake/intake.ts';
import { endIntake } from '../memory.ts';

/** Throws a draft away after one question. */
export function DiscardDraft({
  id,
  intake,
  name,
}: {
  readonly id: string;
  readonly intake?: Intake;
  readonly name?: string;
}) {
  const { local } = useDesk();
  const { route } = useLocation();
  const open = useSignal(false);
  const discard = async () => {
    intake?.saver.drop();
    await intake?.saver.flush();
    await local.removeDraft(id);
    endIntake(id);
    open.value = false;
    if (intake) route('/desk/');
  };
  return (
    <>
      <Button
        kind="quiet"
        icon={Trash2}
        label={name ? `删除草稿：${name}` : undefined}
        onClick={() => {
          open.value = true;
        }}
      >
        删除草稿
      </Button>
      <Dialog
        open={open.value}
        heading="删除这份草稿？"
        onClose={() => {
          open.value = false;
        }}
        actions={
          <>
            <Button
              onClick={() => {
                open.value = false;
              }}
            >
              留着
            </Button>
            <Button kind="danger" onClick={() => void discard()}>
              删除
            </Button>
          </>
        }
      >
        <p>删除后不能找回。还没有提交，区里没有这份记录。</p>
      </Dialog>
    </>
  );
}
