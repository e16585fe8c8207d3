import * as v from 'valibot';
import type { AccessCommand, AccessPayloads, Revealed } from '../../domain/commands.ts';
import { decideAccess } from '../../domain/decideAccess.ts';
import type { HandledDocument } from '../../domain/documentTitles.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { ACCESS_PAYLOADS } from '../../protocol/payloads.ts';
import { type Actor, contextOf, makeRows, numbersFor, type Spec } from './author.ts';
import type { Core } from './core.ts';
import type { PrintRow } from './database.ts';
import { handedRows } from './drafts.ts';
import { newId } from './ids.ts';
import { type Printed, printRowName } from './prints.ts';
import { commit, PLAIN, type Plan, untilSaved } from './save.ts';
import type { CaseView, Draft } from './types.ts';

/** Acts on what a device holds: each is a signed command in a stream of its own, saved before anything is shown. */

/**
 * Records that a party's identity number or telephone is asked for.
 * @param view the case as this person sees it
 */
export async function reveal(
  core: Core,
  view: CaseView,
  party: number,
  what: Revealed,
): Promise<Result<null>> {
  const actor = core.actor();
  if (!actor.ok) return actor;
  const payload: AccessPayloads['reveal'] = {
    catalogue: actor.value.rules.version,
    case: view.case.id,
    party,
    what,
  };
  const item = actor.value.rules.item(view.case.item)?.shortName ?? view.case.item;
  const about = { number: view.case.number, item };
  return await saveAct(core, actor.value, { type: 'reveal', payload }, about);
}

/** Hands drafts to a colleague, with the record of it in the same transaction. */
export async function handOver(core: Core, drafts: readonly Draft[], to: string): Promise<Result<null>> {
  const actor = core.actor();
  if (!actor.ok) return actor;
  if (drafts.length === 0 || to === actor.value.person.id)
    return refuse('payload.malformed', { path: 'drafts' });
  const handed = await handedRows(core, drafts, to);
  const payload: AccessPayloads['handOver'] = {
    catalogue: actor.value.rules.version,
    to,
    drafts: drafts.map((one) => one.id),
  };
  return await saveAct(
    core,
    actor.value,
    { type: 'handOver', payload },
    { number: '', item: '' },
    { handed },
  );
}

/**
 * Records that a document of the case is printed; the next printing, here or elsewhere, is marked (补打).
 * @param view the case as this person sees it
 */
export async function print(
  core: Core,
  view: CaseView,
  document: { readonly kind: HandledDocument; readonly hash: string },
): Promise<Result<null>> {
  const actor = core.actor();
  if (!actor.ok) return actor;
  const { kind, hash } = document;
  const { rules } = actor.value;
  const payload = { catalogue: rules.version, case: view.case.id, kind, document: hash };
  const item = rules.item(view.case.item)?.shortName ?? view.case.item;
  const about = { number: view.case.number, item };
  const stream = newId(core.ports);
  const body = await core.vault.seal(printRowName(stream), { hash, at: core.line.now() } satisfies Printed);
  const printed: PrintRow = { id: stream, case: view.case.id, body };
  return await saveAct(core, actor.value, { type: 'print', payload }, about, { printed }, stream);
}

async function saveAct(
  core: Core,
  actor: Actor,
  command: AccessCommand,
  about: Pick<Spec, 'number' | 'item'>,
  beside: Pick<Plan, 'handed' | 'printed'> = {},
  stream = newId(core.ports),
): Promise<Result<null>> {
  const at = core.line.now();
  const shape = v.safeParse(ACCESS_PAYLOADS[command.type], command.payload);
  if (!shape.success)
    return refuse('payload.malformed', { path: v.getDotPath(shape.issues[0]) ?? command.type });
  const decided = decideAccess(command, contextOf(actor, at));
  if (!decided.ok) return decided;
  const spec: Spec = {
    id: newId(core.ports),
    kind: 'access',
    stream,
    type: command.type,
    payload: command.payload,
    version: 0,
    after: null,
    replaces: null,
    ...about,
  };
  const done = await core.store.run(() =>
    untilSaved(core, async (counters) => {
      const { seqs, taking } = numbersFor(core.ports, actor, counters, at, 1, false);
      const made = await makeRows(core, actor, [spec], seqs, at);
      return await commit(core, { ...PLAIN, stream, tail: null, made, taking, ...beside });
    }),
  );
  if (!done.ok) return done;
  return done.value === 'saved' ? ok(null) : refuse('store.failed');
}
