import { numberPrefixOf } from '../../domain/caseNumber.ts';
import type { CasePayloads } from '../../domain/commands.ts';
import { ok, type Refusal, type Result } from '../../domain/result.ts';
import { MAX_SERIAL, STICKER_RANDOM, type Sticker, stickerOf } from '../../domain/sticker.ts';
import type { Core } from './core.ts';
import { crockford } from './ids.ts';
import { getMeta, putMeta } from './meta.ts';
import type { Submission } from './types.ts';

/**
 * The case on this device that the sticker of a receipt is used for already. What the district refused counts too: the
 * sticker is on its paper; only what was replaced or put aside has none any more.
 */
export function stickerUsed({ recorded, outbox }: Core, { caseId, acts }: Submission): Refusal | undefined {
  const sticker = acts.find((act) => act.type === 'receive')?.payload.sticker?.number;
  if (sticker === undefined) return undefined;
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

/** The next stickers of this device. Their serials are taken before anybody sees them, and never given again. */
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
