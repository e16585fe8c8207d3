import { numberPrefixOf } from '../../domain/caseNumber.ts';
import type { CasePayloads } from '../../domain/commands.ts';
import { ok, type Refusal, type Result } from '../../domain/result.ts';
import { checkSticker, MAX_SERIAL, STICKER_RANDOM, type Sticker, stickerOf } from '../../domain/sticker.ts';
import type { Core } from './core.ts';
import { crockford } from './ids.ts';
import { getMeta, putMeta } from './meta.ts';
import type { HeldCommand } from './outbox.ts';
import type { Submission } from './types.ts';

/** What speaks against the sticker for a new receipt, said before the rest of it is there to be judged. */
export function stickerRefusal(core: Core, caseId: string, sticker: Sticker): Refusal | undefined {
  const actor = core.actor();
  if (!actor.ok) return actor.refusal;
  const { number, code } = sticker;
  return checkSticker({ sticker: number, code }, actor.value.office, false) ?? usedHere(core, caseId, number);
}

/**
 * What speaks against the sticker of a receipt, besides the rule that is judged with it. Number and code of a receipt that is
 * mended are on paper, so it keeps the sticker that it had, or goes on having none.
 */
export function stickerOfReceipt(
  core: Core,
  { caseId, acts }: Submission,
  old: HeldCommand | null,
): Refusal | undefined {
  const receive = acts.find((act) => act.type === 'receive');
  if (!receive) return undefined;
  const { sticker } = receive.payload;
  if (old?.body.type === 'receive') {
    const before = old.payload as CasePayloads['receive'];
    const same =
      sticker?.number === before.sticker && (sticker === undefined || sticker.code === before.code);
    if (!same) return { code: 'sticker.changed', facts: {} };
  }
  return sticker && usedHere(core, caseId, sticker.number);
}

/**
 * The other case on this device that the sticker is used for already. What the district refused counts too: the
 * sticker is on its paper; only what was replaced or put aside has none any more.
 */
function usedHere({ recorded, outbox }: Core, caseId: string, sticker: string): Refusal | undefined {
  const there = recorded.list.value.find(({ case: one }) => one.sticker === sticker && one.id !== caseId);
  const here = outbox.commands.value.find(
    ({ row, body, payload }) =>
      body.type === 'receive' &&
      row.stream !== caseId &&
      row.state !== 'replaced' &&
      row.state !== 'setAside' &&
      (payload as CasePayloads['receive']).sticker === sticker,
  );
  const number = there?.case.number ?? here?.body.number;
  return number === undefined ? undefined : { code: 'sticker.used', facts: { sticker, number } };
}

/** The next stickers of this device. Their serials are taken before anybody sees them: no number is given twice. */
export async function newStickers(core: Core, count: number): Promise<Result<readonly Sticker[]>> {
  const actor = core.actor();
  if (!actor.ok) return actor;
  const { office, device } = actor.value;
  const taken = await core.store.guard(() =>
    core.db.transaction('rw', core.db.meta, async () => {
      const last = (await getMeta(core.db, 'stickers')) ?? 0;
      await putMeta(core.db, 'stickers', ((last + count - 1) % MAX_SERIAL) + 1);
      return last;
    }),
  );
  if (!taken.ok) return taken;
  const { randomness } = core.ports;
  const where = { hall: numberPrefixOf(office), slot: device.slot };
  return ok(
    Array.from({ length: count }, (_, index) => {
      // After the last serial the first one comes again; the random characters tell them apart.
      const serial = ((taken.value + index) % MAX_SERIAL) + 1;
      const random = crockford(STICKER_RANDOM.number, randomness);
      return stickerOf({ ...where, serial, random }, crockford(STICKER_RANDOM.code, randomness));
    }),
  );
}
