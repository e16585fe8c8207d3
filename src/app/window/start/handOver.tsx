import { useSignal } from '@preact/signals';
import { Users } from 'lucide';
import type { Draft } from '../../local/types.ts';
import { Button } from '../../parts/button.tsx';
import { Checkbox } from '../../parts/checkbox.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useBench } from '../desk.tsx';
import { NOT_STORED, type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';

export interface HandOverProps {
  readonly drafts: readonly Draft[];
  /** What stands in the row of a draft. */
  readonly nameOf: (draft: Draft) => string;
  /** With what is said of it. */
  readonly onDone: (said: string) => void;
}

/** At the end of a shift: drafts go to a colleague on this device, and that is recorded. */
export function HandOver({ drafts, nameOf, onDone }: HandOverProps) {
  const { local } = useBench();
  const open = useSignal(false);
  const access = local.access.value;
  const colleagues =
    access.state === 'open' ? access.people.filter((one) => one.id !== access.person.id) : [];
  if (colleagues.length === 0) return null;
  return (
    <>
      <div>
        <Button
          kind="quiet"
          icon={Users}
          onClick={() => {
            open.value = true;
          }}
        >
          交接草稿
        </Button>
      </div>
      {open.value && (
        <HandOverDialog
          drafts={drafts}
          nameOf={nameOf}
          colleagues={colleagues}
          onDone={(said) => {
            open.value = false;
            onDone(said);
          }}
          onClose={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}

interface DialogProps extends HandOverProps {
  readonly colleagues: readonly { readonly id: string; readonly username: string }[];
  readonly onClose: () => void;
}

function HandOverDialog({ drafts, nameOf, colleagues, onDone, onClose }: DialogProps) {
  const { local } = useBench();
  const chosen = useSignal<readonly string[]>(drafts.map((one) => one.id));
  const to = useSignal<string | undefined>(colleagues.length === 1 ? colleagues[0]?.id : undefined);
  const busy = useSignal(false);
  const trouble = useSignal<Trouble | null>(null);
  const handOver = async () => {
    if (!to.value || chosen.value.length === 0 || busy.value) return;
    busy.value = true;
    try {
      const result = await local.handOver(chosen.value, to.value);
      const name = colleagues.find((one) => one.id === to.value)?.username;
      if (result.ok) onDone(`${chosen.value.length} 份草稿已交给 ${name}，对方解锁后就能接着办。`);
      else trouble.value = troubleOf(result.refusal);
    } catch {
      trouble.value = NOT_STORED;
    } finally {
      busy.value = false;
    }
  };
  return (
    <Dialog
      open
      heading="把草稿交给同事"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>不交了</Button>
          <Button
            kind="primary"
            busy={busy.value}
            disabled={!to.value || chosen.value.length === 0}
            onClick={() => void handOver()}
          >
            交接
          </Button>
        </>
      }
    >
      <TroubleNotice trouble={trouble.value} kept="草稿都在，没有丢失。" />
      {drafts.map((draft) => (
        <Checkbox
          key={draft.id}
          label={nameOf(draft)}
          checked={chosen.value.includes(draft.id)}
          onChange={(checked) => {
            const rest = chosen.value.filter((id) => id !== draft.id);
            chosen.value = checked ? [...rest, draft.id] : rest;
          }}
        />
      ))}
      <Choice
        question="交给谁？"
        options={colleagues.map(({ id, username }) => ({ value: id, label: username }))}
        value={to.value}
        onChange={(id) => {
          to.value = id;
        }}
      />
      <p>交接会记录下来。交出后，这些草稿您就看不到了。</p>
    </Dialog>
  );
}
