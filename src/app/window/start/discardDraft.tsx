import { useSignal } from '@preact/signals';
import { Trash2 } from 'lucide';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useDesk } from '../desk.tsx';
import { endIntake } from '../memory.ts';

/** Throws a draft away after one question. */
export function DiscardDraft({
  id,
  name,
  discard,
}: {
  readonly id: string;
  readonly name?: string;
  /** Where it stands in a form: takes it out of there, and throws it away. */
  readonly discard?: () => Promise<void>;
}) {
  const { local } = useDesk();
  const open = useSignal(false);
  const onDiscard = async () => {
    if (discard) await discard();
    else await local.removeDraft(id);
    endIntake(id);
    open.value = false;
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
            <Button kind="danger" onClick={() => void onDiscard()}>
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
