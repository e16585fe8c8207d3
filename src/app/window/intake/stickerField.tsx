import { useSignal } from '@preact/signals';
import { Trash2 } from 'lucide';
import { numberPrefixOf } from '../../../domain/caseNumber.ts';
import { ok, type Result, refuse } from '../../../domain/result.ts';
import type { Sticker } from '../../../domain/sticker.ts';
import { parseStickerNumber } from '../../../domain/sticker.ts';
import { readSticker } from '../../../protocol/stickerCode.ts';
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
  const { local, hall } = useBench();
  const trouble = useSignal<Trouble | null>(null);
  const { sticker } = intake.content.value;
  const judged = (text: string): Result<Sticker> => {
    const read = readSticker(text);
    if (!read.ok) return read;
    const { number } = read.value;
    if (parseStickerNumber(number)?.hall !== numberPrefixOf(hall.id))
      return refuse('sticker.otherHall', { sticker: number });
    const used = local.cases.value.find(({ case: one }) => one.sticker === number && one.id !== intake.id);
    return used ? refuse('sticker.used', { sticker: number, number: used.case.number }) : ok(read.value);
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
