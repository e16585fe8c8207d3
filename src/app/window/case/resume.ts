import { effect, untracked } from '@preact/signals';
import type { CaseDraft } from '../../local/types.ts';
import type { Desk } from '../desk.tsx';
import type { HandlingModel } from '../handling/handlingModel.ts';
import { mayWriteNote } from '../handling/noteThread.tsx';
import { begunIn, besideIn } from './begun.ts';
import { mayWriteNumber } from './caseActions.ts';
import type { CaseModel } from './caseModel.ts';

/** Taking up again what was begun on an open case. */
export class Resuming {
  constructor(
    private readonly desk: Desk,
    private readonly file: CaseModel,
    private readonly handling: HandlingModel,
  ) {}

  /**
   * Once, as soon as case and drafts are here: the form stands again as it was left. What another window begins later is
   * that window's.
   * @param mend the refused command that the person has come to mend
   * @returns ends it
   */
  arrive(mend: string | undefined): () => void {
    let arrived = false;
    return effect(() => {
      const drafts = this.desk.local.caseDrafts.value;
      if (arrived || drafts === null || !this.file.scene.value) return;
      arrived = true;
      untracked(() => void this.openAgain(drafts, mend));
    });
  }

  /** Whether its act can be submitted as things are. */
  isPossible(draft: CaseDraft): boolean {
    const { work } = begunIn(draft);
    const scene = this.file.scene.value;
    switch (work.kind) {
      case 'note':
        return scene !== undefined && mayWriteNote(scene);
      case 'number':
        return scene !== undefined && mayWriteNumber(scene);
      case 'taking':
        return this.file.acts.value.includes(work.act);
      case 'handling':
        // Of what mends a refused act its own submission says what has become of that.
        return draft.replaces !== undefined || this.handling.acts.value.includes(work.act);
    }
  }

  /** Whether it stands on the screen, in its form or in a box of its own. */
  stands(draft: CaseDraft): boolean {
    const { file } = this;
    if (besideIn(draft)) return this.isPossible(draft);
    return file.keeping.has(draft.id);
  }

  resume(draft: CaseDraft): void {
    const { work } = begunIn(draft);
    if (work.kind === 'taking') this.file.resume(draft, work);
    else if (work.kind === 'handling') this.handling.resume(draft, work);
    else this.file[work.kind].resume(draft, work.text);
  }

  private async openAgain(drafts: readonly CaseDraft[], mend: string | undefined): Promise<void> {
    const here = drafts.filter((one) => one.caseId === this.file.id);
    // A box in which something stands takes up no second one.
    for (const one of here) if (besideIn(one) && this.isPossible(one)) this.resume(one);
    const acts = here.filter((one) => !besideIn(one));
    if (mend !== undefined) {
      const begun = acts.find((one) => one.replaces === mend);
      if (begun) return this.resume(begun);
      if (await this.handling.mend(mend)) return;
    }
    const [newest] = acts;
    const free = this.file.act.value === null && this.handling.act.value === null;
    if (newest && free && this.isPossible(newest)) this.resume(newest);
  }
}
