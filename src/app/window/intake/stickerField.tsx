import { useSignal } from '@preact/signals';
import { Trash2 } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { Result } from '../../../domain/result.ts';
import type { Sticker } from '../../../domain/sticker.ts';
import { readSticker } from '../../../protocol/stickerCode.ts';
import type { PapersOfCases } from '../../local/papers.ts';
import { Button } from '../../parts/button.tsx';
import { useBench } from '../desk.tsx';
import { type Trouble, troubleOf } from '../trouble.tsx';
import type { IntakeContent } from './content.ts';
import type { Intake } from './intake.ts';
import styles from './scan.module.css';
import { ScanField } from './scanField.tsx';

/**
 * 扫收件贴: on a tour without a printer the sticker on the person's paper is the receipt. What would be refused when it is
 * submitted is said at once, while the sticker is still in the clerk's hand.
 */
export function StickerField({ intake }: { readonly intake: Intake }) {
  const { local } = useBench();
  const papers = useSignal<PapersOfCases | null>(null);
  useEffect(() => {
    void local.papers().then((found) => {
      papers.value = found;
    });
  }, [local, papers]);
  if (intake.replaces !== undefined) return <KeptSticker intake={intake} />;
  return papers.value && <NewSticker intake={intake} rule={papers.value} />;
}

/** Number and code are on paper: whoever mends the receipt sees them, and changes neither. */
function KeptSticker({ intake }: { readonly intake: Intake }) {
  const { sticker } = intake.content.value;
  return (
    sticker && (
      <p>
        收件贴 <strong>{sticker.number}</strong> 已经贴在来人手里的那一份上，重报后照旧是凭证。
      </p>
    )
  );
}

interface NewProps {
  readonly intake: Intake;
  readonly rule: Pick<PapersOfCases, 'stickerRefusal'>;
}

function NewSticker({ intake, rule }: NewProps) {
  const trouble = useSignal<Trouble | null>(null);
  const { sticker } = intake.content.value;
  const judged = (text: string): Result<Sticker> => {
    const read = readSticker(text);
    if (!read.ok) return read;
    const refusal = rule.stickerRefusal(intake.id, read.value);
    return refusal ? { ok: false, refusal } : read;
  };
  const scan = (text: string): boolean => {
    const read = judged(text);
    trouble.value = read.ok ? null : troubleOf(read.refusal);
    if (read.ok) intake.replace({ ...withoutTyped(intake), sticker: read.value });
    return read.ok;
  };
  const remove = () => {
    const { sticker: _, ...rest } = intake.content.value;
    intake.replace(rest);
  };
  if (!sticker)
    return (
      <ScanField
        trouble={trouble.value}
        onScan={scan}
        kept={{
          typed: intake.content.value.stickerTyped ?? '',
          onTyped: (text) => {
            trouble.value = null;
            intake.replace(
              text === '' ? withoutTyped(intake) : { ...intake.content.value, stickerTyped: text },
            );
          },
        }}
        label="扫收件贴"
        hint="下乡没有打印机时用：扫一张收件贴，贴在来人的材料上，当作收件凭证。扫不了的，输贴号和查询码。"
      />
    );
  return (
    <div class={styles.taken}>
      <p role="status">
        收件贴 <strong>{sticker.number}</strong>，查询码 {sticker.code}。提交后贴在来人手里的那一份上。
      </p>
      <Button icon={Trash2} onClick={remove}>
        不用这张贴
      </Button>
    </div>
  );
}

function withoutTyped({ content }: Intake): IntakeContent {
  const { stickerTyped: _, ...rest } = content.value;
  return rest;
}
