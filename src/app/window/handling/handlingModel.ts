import { computed, type Signal, signal } from '@preact/signals';
import { assigneeOf } from '../../../domain/assignment.ts';
import type { Case } from '../../../domain/case.ts';
import { fileHashOf } from '../../../domain/caseFile.ts';
import { type CaseFile, stepFiles } from '../../../domain/files.ts';
import { custodyOf } from '../../../domain/handling.ts';
import { applicantIn } from '../../../domain/parties.ts';
import { standingFor } from '../../../domain/standing.ts';
import { HANDLING_COMMANDS, type HandlingCommandType } from '../../../domain/transitions.ts';
import type { Act, CaseDraft } from '../../local/types.ts';
import type { Seen, Work } from '../case/begun.ts';
import type { CaseModel } from '../case/caseModel.ts';
import { draftNamed, type Written } from '../case/keeping.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { justSaved } from '../memory.ts';
import { namedIn } from '../photos/pages.ts';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';
import { actsOfOthers, handlingActs } from './acts.ts';
import { emptyHandlingForm, formOf, type HandlingForm, payloadOf } from './form.ts';
import { gapIn } from './gaps.ts';

/** Acts that bring pictures: of what was seen, and the signature of whoever was handed something. */
const WITH_PAGES: readonly HandlingCommandType[] = ['recordStep', 'deliver'];

/** One act of handling that is being prepared on an open case. */
export class HandlingModel {
  readonly act = signal<HandlingCommandType | null>(null);
  readonly form: Signal<HandlingForm>;
  readonly trouble = signal<Trouble | null>(null);
  readonly busy = signal(false);
  /** The refused command that is said anew here. */
  private mends: string | undefined;
  /** What the person had before them when the form was opened, or has looked at again since. */
  private readonly seen = signal<Seen | null>(null);

  readonly acts = computed(() => {
    const scene = this.file.scene.value;
    const person = this.desk.local.signedIn.value?.id ?? '';
    return scene && !this.file.view.value?.receiptRefused ? handlingActs(scene, person) : [];
  });
  /** Where somebody else has to go on with it. Of a refused receipt nobody has: whoever made it mends it. */
  readonly ofOthers = computed(() => {
    const scene = this.file.scene.value;
    return scene && !this.file.view.value?.receiptRefused ? actsOfOthers(scene, this.acts.value) : [];
  });
  /** Whether whoever works here may look into what waits for a person. */
  readonly maySettle = computed(() => {
    const scene = this.file.scene.value;
    if (!scene || this.file.view.value?.receiptRefused) return false;
    const { found, item, actor, status } = scene;
    return standingFor('settle', { found, item, actor, status, route: found.route }) === 'ok';
  });
  /** What the form is about that settles. */
  readonly flagsNamed = computed(() => {
    const { flag } = this.form.value;
    const flags = this.file.view.value?.case.flags ?? [];
    return flags.filter((one) => one.code === flag.code && one.at === flag.at);
  });
  /** The case file is another one than the person saw: said at once, not only when it is submitted. */
  readonly changed = computed(() => {
    const found = this.file.view.value?.case;
    const seen = this.seen.value;
    return this.act.value !== null && found !== undefined && seen !== null && fileHashOf(found) !== seen.file;
  });

  constructor(
    private readonly desk: Desk,
    private readonly file: CaseModel,
  ) {
    this.form = signal(emptyHandlingForm(benchOf(desk).today));
  }

  set(patch: Partial<HandlingForm>): void {
    this.form.value = { ...this.form.value, ...patch };
    this.trouble.value = null;
    this.file.keeping.changed();
  }

  begin(act: HandlingCommandType, about: Partial<HandlingForm> = {}): void {
    const form = this.blankOf(act);
    if (form) this.open(act, { ...form, ...about });
  }

  private blankOf(act: HandlingCommandType): HandlingForm | undefined {
    const scene = this.file.scene.value;
    if (!scene) return undefined;
    const { found, item, actor } = scene;
    const town = found.handlingTown ?? found.hall;
    return {
      ...emptyHandlingForm(benchOf(this.desk).today),
      receiver: act === 'deliver' ? (applicantIn(found.parties)?.name ?? '') : '',
      officers: act === 'recordStep' ? (this.desk.local.signedIn.value?.name ?? '') : '',
      to: actor.office.id === item.department ? town : item.department,
    };
  }

  private open(act: HandlingCommandType, form: HandlingForm, mends?: string): void {
    this.form.value = form;
    this.mends = mends;
    this.look();
    this.show(act);
    this.file.keeping.begin(() => this.written(act));
  }

  private show(act: HandlingCommandType): void {
    this.trouble.value = null;
    this.act.value = act;
    this.file.setOpen(true);
  }

  private written(act: HandlingCommandType): Written {
    const work: Work = { kind: 'handling', act, form: this.form.value, seen: this.seen.peek() };
    return { work, ...(this.mends === undefined ? {} : { replaces: this.mends }) };
  }

  /** Goes on with what was begun earlier, as it was: also with what the person had before them then. */
  resume(draft: CaseDraft, { act, form, seen }: Extract<Work, { readonly kind: 'handling' }>): void {
    this.form.value = { ...emptyHandlingForm(benchOf(this.desk).today), ...form };
    this.mends = draft.replaces;
    this.seen.value = seen;
    this.file.set({ files: draft.files ?? [] });
    this.show(act);
    this.file.keeping.resume(draft, () => this.written(act));
  }

  /** Opens a refused act again with what was written in it, over the case file as it is now. True if it is still here. */
  async mend(commandId: string): Promise<boolean> {
    const refused = await this.desk.local.refusedAct(commandId);
    const act = refused && HANDLING_COMMANDS.find((one) => one === refused.act.type);
    const blank = act && this.blankOf(act);
    if (!refused || !act || !blank) return false;
    this.file.set({ files: refused.files });
    this.open(act, { ...blank, ...formOf((refused.act as { readonly payload: object }).payload) }, commandId);
    return true;
  }

  /** A refused act is said anew: what its submission is judged by is not what the case offers now. */
  isMending(): boolean {
    return this.mends !== undefined;
  }

  /** The person has read the case file as it now stands. */
  look(): void {
    const found = this.file.view.value?.case;
    this.seen.value = found ? { version: found.version, file: fileHashOf(found) } : null;
    this.trouble.value = null;
    this.file.keeping.again();
  }

  /** The step that is recorded, and with it what was photographed of it. */
  chooseStep(step: string): void {
    const files = this.file.form.value.files.map((one) => ({ ...one, for: stepFiles(step) }));
    this.file.set({ files });
    this.set({ step, outcome: 'done', time: '', until: '' });
  }

  leave(): void {
    this.file.discard();
    this.act.value = null;
    this.trouble.value = null;
    this.file.setOpen(false);
  }

  /** Resolves with the case when the act is saved; otherwise `trouble` says why, and what was written stands. */
  async submit(): Promise<Case | null> {
    const act = this.act.value;
    const found = this.file.view.value?.case;
    if (!act || !found || this.busy.value) return null;
    const gap = gapIn(act, this.form.value);
    if (gap) {
      this.trouble.value = { what: gap, todo: '填好后再提交。' };
      return null;
    }
    this.busy.value = true;
    this.trouble.value = null;
    try {
      const { local } = this.desk;
      const by = local.signedIn.value?.id;
      const { files, fileKeys } = namedIn(this.file.form.value.files, () => true);
      await this.file.keeping.saver.flush();
      const result = await local.submit({
        ...{ caseId: this.file.id, acts: [this.actOf(act, found, files)], fileKeys },
        ...draftNamed(this.file.keeping.id),
        ...(this.mends === undefined ? {} : { replaces: this.mends }),
      });
      if (!result.ok) {
        this.file.keeping.again();
        this.trouble.value = troubleOf(result.refusal);
        return null;
      }
      justSaved.set(this.file.id, { made: result.value.case, by });
      // What was written and photographed is the act's now.
      this.file.keeping.done();
      this.file.keepPages();
      this.leave();
      return result.value.case;
    } catch {
      this.trouble.value = NOT_STORED;
      return null;
    } finally {
      this.busy.value = false;
    }
  }

  private actOf(type: HandlingCommandType, found: Case, files: readonly CaseFile[]): Act {
    const lists = { fresh: this.desk.newId(), arriving: custodyOf(found).way?.list ?? '' };
    const payload = payloadOf(type, this.form.value, { ...lists, had: assigneeOf(found) });
    const seen = this.seen.value;
    const pages = WITH_PAGES.includes(type) && files.length > 0 ? { files } : {};
    return { type, payload: { ...payload, ...pages }, ...(seen ? { seen } : {}) } as Act;
  }
}
