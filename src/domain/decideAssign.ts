import { assigneeOf, mayGive } from './assignment.ts';
import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { statusOn } from './intakeRules.ts';
import type { Item } from './item.ts';
import { signedBy } from './judged.ts';
import { handles } from './office.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';
import type { Named, Scene } from './scene.ts';
import { carriesOn } from './turn.ts';

type Asked = CasePayloads['assign'];

/** 分派: taken, given to a colleague of the office that has it, or given back to all. Neither state nor case file changes. */
export function decideAssign(found: Case, item: Item, asked: Asked, scene: Scene): Result<CaseEvent[]> {
  const { person, text } = asked;
  const refusal =
    changedSince(found, asked) ?? notTheirs(found, asked, scene) ?? unexplained(found, asked, scene);
  if (refusal) return { ok: false, refusal };
  const named = person === null ? undefined : namedIn(asked, person, scene);
  if (named && !handles(named.roles)) return refuse('assign.notThere', { name: named.name });
  const status = statusOn(found, item.intakeRule, scene.today, scene.now.calendar);
  const actor = named && { office: scene.actor.office, roles: named.roles };
  if (actor && person !== null && !carriesOn(actor, person, found, item, status))
    return refuse('assign.notTurn', { name: named?.name ?? asked.name });
  const personName = person === null ? '' : (named?.name ?? asked.name);
  const data = { ...signedBy(scene), at: scene.at, person, personName, text: text.trim() };
  return ok([{ type: 'assigned', data }]);
}

/** Two at once: the second hears who has it by now, instead of taking it from them unawares. */
function changedSince(found: Case, { person, from }: Asked): Refusal | undefined {
  const now = assigneeOf(found);
  if ((now?.person ?? null) === from) {
    if (person !== from) return undefined;
    return now
      ? { code: 'assign.same', facts: { name: now.personName } }
      : { code: 'assign.nobody', facts: {} };
  }
  if (!now) return { code: 'assign.freed', facts: {} };
  return { code: 'assign.taken', facts: { name: now.personName, by: now.name, on: now.on } };
}

/** Whoever takes it needs no leave, also where an absent colleague has it; whoever gives it to another does. */
function notTheirs(found: Case, { person }: Asked, { by, roles }: Scene): Refusal | undefined {
  if (person === by || mayGive(roles)) return undefined;
  if (person === null && assigneeOf(found)?.person === by) return undefined;
  return { code: 'assign.ownOnly', facts: {} };
}

/** What is taken out of somebody's hands says why: they read it when they are back. */
function unexplained(found: Case, { text }: Asked, { by }: Scene): Refusal | undefined {
  const had = assigneeOf(found);
  if (!had || had.person === by || text.trim() !== '') return undefined;
  return { code: 'assign.reasonMissing', facts: { name: had.personName } };
}

/** Undefined where the people of the office are not known: a device leaves that to the endpoint. */
function namedIn({ name }: Asked, person: string, scene: Scene): Named | undefined {
  if (person === scene.by) return { name: scene.name, roles: scene.roles };
  if (!scene.colleague) return undefined;
  return scene.colleague(person) ?? { name, roles: [] };
}
