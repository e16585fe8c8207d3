import * as v from 'valibot';
import type { ClaimPurpose } from '../../domain/claim.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Claimable } from '../../protocol/claims.ts';
import { CASE_PAYLOADS } from '../../protocol/payloads.ts';
import { makeRows, numbersFor, type Spec } from './author.ts';
import type { Core } from './core.ts';
import { newId } from './ids.ts';
import { commit, PLAIN, tailOf, untilSaved } from './save.ts';

/**
 * Claims a case that is not on this device: there is nothing to judge it on here, so the endpoint alone does. It comes with
 * the feed once the claim is recorded.
 */
export async function claim(core: Core, shown: Claimable, purpose: ClaimPurpose): Promise<Result<null>> {
  const actor = core.actor();
  if (!actor.ok) return actor;
  const at = core.line.now();
  const payload = {
    ...{ catalogue: actor.value.rules.version, code: shown.code },
    ...(purpose === 'supplement' ? {} : { for: purpose }),
  };
  const shape = v.safeParse(CASE_PAYLOADS.claim, payload);
  if (!shape.success) return refuse('payload.malformed', { path: v.getDotPath(shape.issues[0]) ?? 'claim' });
  const rows = core.outbox.commands.value.filter((one) => one.row.stream === shown.id).map((one) => one.row);
  const tail = tailOf(rows);
  // Pressed twice: the first is on its way.
  if (tail !== null) return ok(null);
  const spec: Spec = {
    id: newId(core.ports),
    ...{ kind: 'case', stream: shown.id, type: 'claim', payload, version: shown.version },
    ...{ after: null, replaces: null, number: shown.number },
    item: actor.value.rules.item(shown.item)?.shortName ?? shown.item,
  };
  const done = await core.store.run(() =>
    untilSaved(core, async (counters) => {
      const { seqs, taking } = numbersFor(core.ports, actor.value, counters, at, 1, false);
      const made = await makeRows(core, actor.value, [spec], seqs, at);
      return await commit(core, { ...PLAIN, stream: shown.id, tail, made, taking });
    }),
  );
  if (!done.ok) return done;
  return done.value === 'saved' ? ok(null) : refuse('store.failed');
}
