import type { CaseEvent } from '../../domain/case.ts';
import type { CasePayloads } from '../../domain/commands.ts';
import type { CommandContent, Opened } from '../opening/opened.ts';
import type { Recorded } from '../store/recordingPort.ts';
import { printed } from './subjects.ts';
import { numberKeyOf, type WorkingSet } from './workingSet.ts';

/** The number of the sticker that a receipt says it is, as it is printed. */
function stickerIn(content: CommandContent): string | undefined {
  if (content.kind !== 'case' || content.type !== 'receive') return undefined;
  return (content.payload as CasePayloads['receive']).sticker;
}

/** As it is looked up. */
export function stickerKeyIn(content: CommandContent): string | undefined {
  const sticker = stickerIn(content);
  return sticker === undefined ? undefined : numberKeyOf(sticker);
}

/**
 * Two devices without a line cannot know of each other, and both papers are in somebody's hand: both cases stand. The sticker
 * goes on opening the first alone, and whoever received the second one is told to hand over another receipt.
 */
export function stickerFlags(content: CommandContent, work: WorkingSet, at: string): CaseEvent[] {
  const [first] = work.stickerUses(stickerKeyIn(content));
  if (!first) return [];
  const facts = { sticker: stickerIn(content) ?? '', number: printed(first.number) };
  return [{ type: 'flagged', data: { code: 'sticker.usedTwice', facts, at } }];
}

/** Its place among the cases of the same sticker. */
export function stickerPlace(content: CommandContent, work: WorkingSet): Recorded['sticker'] {
  const key = stickerKeyIn(content);
  return key === undefined ? undefined : { key, turn: work.stickerUses(key).length + 1 };
}

export function rememberSticker({ header }: Opened, { sticker, stream }: Recorded, work: WorkingSet): void {
  if (sticker)
    work.addStickerUse({ key: sticker.key, stream: header.stream.id, number: stream.numberKey ?? '' });
}
