import { computed, type Signal, signal } from '@preact/signals';
import { assigneeOf } from '../../../domain/assignment.ts';
import type { Case } from '../../../domain/case.ts';
import { fileHashOf } from '../../../domain/caseFile.ts';
import { type CaseFile, stepFiles } from '../../../domain/files.ts';
import { custodyOf } from '../../../domain/handling.ts';
import { applicantIn } from '../../../domain/parties.ts';
import { standingFor } from '../../../domain/standing.ts';
import { HANDLING_COMMANDS, type HandlingCommandType } from '../../../domain/transitions.ts';
import type { Act } from '../../local/types.ts';
import type { CaseModel } from '../case/caseModel.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { justSaved } from '../memory.ts';
import { namedIn } from '../photos/pages.ts';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';
import { actsOfOthers, handlingActs } from './acts.ts';
import { emptyHandlingForm, formOf, type HandlingForm, payloadOf } from './form.ts';
import { gapIn } from './gaps.ts';

/** One act of handling that is being prepared on an open case. */
export class HandlingModel {
  readonly act = signal<HandlingCommandType | null>(null);
  readonly form: Signal<HandlingForm>;
  readonly trouble = signal<Trouble | null>(null);
  readonly busy = signal(false);
  /** The refused command that is said anew here. */
  private mends: string | undefined;
  /** What the person had before them when the form was opened, or has looked at again since. */
  private readonly seen = signal<{ readonly version: number; readonly file: string } | null>(null);

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
  }

  begin(act: HandlingCommandType, about: Partial<HandlingForm> = {}): void {
    const scene = this.file.scene.value;
    if (!scene) return;
    const { today } = benchOf(this.desk);
    const { found, item, actor } = scene;
    const town = found.handlingTown ?? found.hall;
    this.form.value = {
      ...emptyHandlingForm(today),
      receiver: act === 'deliver' ? (applicantIn(found.parties)?.name ?? '') : '',
      officers: act === 'recordStep' ? (this.desk.local.signedIn.value?.name ?? '') : '',
      to: actor.office.id === item.department ? town : item.department,
      ...about,
    };
    this.mends = undefined;
    this.look();
    this.trouble.value = null;
    this.act.value = act;
    this.desk.formOpen.value = true;
  }

  /** Opens a refused act again with what was written in it, over the case file as it is now. */
  async mend(commandId: string): Promise<void> {
    const refused = await this.desk.local.refusedAct(commandId);
    const act = refused && HANDLING_COMMANDS.find((one) => one === refused.act.type);
    if (!refused || !act) return;
    this.begin(act);
    this.mends = commandId;
    this.set(formOf((refused.act as { readonly payload: object }).payload));
    this.file.set({ files: refused.files });
  }

  /** The person has read the case file as it now stands. */
  look(): void {
    const found = this.file.view.value?.case;
    this.seen.value = found ? { version: found.version, file: fileHashOf(found) } : null;
    this.trouble.value = null;
  }

  /** The step that is recorded, and with it what was photographed of it. */
  chooseStep(step: string): void {
    const files = this.file.form.value.files.map((one) => ({ ...one, for: stepFiles(step) }));
    this.file.set({ files });
    this.set({ step, outcome: 'done', time: '', until: '' });
  }

  leave(): void {
    this.file.dropPages();
    this.act.value = null;
    this.trouble.value = null;
    this.desk.formOpen.value = false;
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
      const result = await local.submit({
        ...{ caseId: this.file.id, acts: [this.actOf(act, found, files)], fileKeys },
        ...(this.mends === undefined ? {} : { replaces: this.mends }),
      });
      if (!result.ok) {
        this.trouble.value = troubleOf(result.refusal);
        return null;
      }
      justSaved.set(this.file.id, { made: result.value.case, by });
      // What was photographed is the act's now.
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
    const pages = type === 'recordStep' && files.length > 0 ? { files } : {};
    return { type, payload: { ...payload, ...pages }, ...(seen ? { seen } : {}) } as Act;
  }
}
