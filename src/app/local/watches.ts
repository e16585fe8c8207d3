import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals-core';
import type { Revealed } from '../../domain/commands.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { acts } from './acts.ts';
import type { Core } from './core.ts';
import { awaitingOf } from './files/files.ts';
import type { OpenKeys } from './lock/keys.ts';
import { recordedView, type View } from './progress.ts';
import type { CaseView, Local } from './types.ts';

/**
 * Cases opened whole, for the screens that show one.
 * @param onAsked an asking was saved, and is to be sent
 */
export function watchesOf(
  core: Core,
  view: ReadonlySignal<View>,
  onAsked: () => void,
): Pick<Local, 'watchCase' | 'reveal' | 'papers'> {
  const { recorded } = core;
  let watches = 0;
  const viewNow = (id: string): CaseView | null | undefined => {
    const base = recorded.opened.value.get(id);
    const found = view.value.own.get(id) ?? (base ? recordedView(base) : base);
    const awaiting = found?.case.files ? awaitingOf(id, base?.awaiting, core.files.rows) : [];
    return found && awaiting.length > 0 ? { ...found, awaiting } : found;
  };
  /** What was shown in clear since unlocking: asking again for the same is the same asking. */
  const shown = new WeakMap<OpenKeys['signing'], Set<string>>();
  return {
    papers: async () => (await acts()).papersOfCases(core, onAsked),
    watchCase(id) {
      watches += 1;
      const name = `watch ${watches}`;
      const hold = (ids: readonly string[]): void => {
        void core.store.guard(() => recorded.hold(name, ids));
      };
      const end = effect(() => {
        if (core.lock.open.value) untracked(() => hold([id]));
      });
      return {
        view: computed(() => viewNow(id)),
        close: () => {
          end();
          hold([]);
        },
      };
    },
    async reveal(caseId, party, what) {
      const keys = core.lock.open.value;
      const found = viewNow(caseId);
      const value = clearValue(found, party, what);
      if (!found || !value.ok) return value;
      const name = `${caseId} ${party} ${what}`;
      const known = keys && (shown.get(keys.signing) ?? new Set());
      if (known?.has(name)) return value;
      const result = await (await acts()).reveal(core, found, party, what);
      if (!result.ok) return result;
      if (keys && known) shown.set(keys.signing, known.add(name));
      onAsked();
      return value;
    },
  };
}

function clearValue(view: CaseView | null | undefined, party: number, what: Revealed): Result<string> {
  const found = view?.case.parties[party];
  if (!found) return refuse('case.unknown');
  return ok(what === 'telephone' ? found.telephone : found.idNumber);
}
