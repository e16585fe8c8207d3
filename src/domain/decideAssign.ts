import { assigneeOf, handles, mayGive } from './assignment.ts';
import type { Case, CaseEvent } from './case.ts';
import type { CasePayloads } from './commands.ts';
import { signedBy } from './judged.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';
import type { Scene } from './scene.ts';

type Asked = CasePayloads['assign'];

/** 分派: taken, given to a colleague of the office that has it, or given back to all. Neither state nor case file changes. */
export function decideAssign(found: Case, asked: Asked, scene: Scene): Result<CaseEvent[]> {
  const { person, text } = asked;
  const refusal = changedSince(found, asked) ?? notTheirs(found, asked, scene);
  if (refusal) return { ok: false, refusal };
  const name = person === null ? '' : nameOf(person, asked, scene);
  if (name === undefined) return refuse('assign.notThere', { name: asked.name });
  const data = { ...signedBy(scene), at: scene.at, person, personName: name, text: text.trim() };
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

/** Undefined when they hold no post at that office by which cases are handled. Where that is not known the endpoint says so. */
function nameOf(person: string, { name }: Asked, scene: Scene): string | undefined {
  if (person === scene.by) return scene.name;
  if (!scene.colleague) return name;
  const known = scene.colleague(person);
  return known && handles(known.roles) ? known.name : undefined;
}
