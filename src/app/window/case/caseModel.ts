import { computed, signal } from '@preact/signals';
import type { Case } from '../../../domain/case.ts';
import type { Mark } from '../../../domain/checklist.ts';
import type { Revealed } from '../../../domain/commands.ts';
import { type Deposit, openDeposits } from '../../../domain/deposit.ts';
import { statusOn } from '../../../domain/intakeRules.ts';
import { guideIn } from '../../../domain/rules.ts';
import type { Act, CaseDraft, CaseView, HistoryEntry, WatchedCase } from '../../local/types.ts';
import { held } from '../../parts/press.ts';
import { benchOf, type Desk } from '../desk.tsx';
import { declineGrounds, isBlocked, likelyGround } from '../intake/outcomes.ts';
import { correctionDates } from '../intake/told.ts';
import { justSaved } from '../memory.ts';
import { namedIn, Pages } from '../photos/pages.ts';
import { NOT_STORED, type Trouble, troubleOf } from '../trouble.tsx';
import type { Work } from './begun.ts';
import { BesideModel } from './besideModel.ts';
import {
  acceptableWith,
  actsAllowed,
  type CaseAct,
  type CaseScene,
  closeGround,
  lackingOf,
  marksOfDeposit,
  toldNow,
} from './caseActions.ts';
import { actsIn, type CaseForm, emptyForm } from './form.ts';
import { draftNamed, Keeping, type Written } from './keeping.ts';

/** An open case, and the one act that is being prepared on it. */
export class CaseModel {
  readonly id: string;
  readonly act = signal<CaseAct | null>(null);
  readonly form = signal<CaseForm>(emptyForm());
  readonly trouble = signal<Trouble | null>(null);
  readonly busy = signal(false);
  readonly history = signal<readonly HistoryEntry[] | null>(null);
  readonly historyTrouble = signal<Trouble | null>(null);
  private readonly desk: Desk;
  private left = false;
  /** In which forms and boxes something is being written. */
  private readonly open = new Set<string>();

  readonly pages: Pages;
  /** What is written of the open act, of handling as well. */
  readonly keeping: Keeping;
  readonly note: BesideModel;
  /** What the system of record gave back. */
  readonly number: BesideModel;
  private readonly watched: WatchedCase;
  /** Numbers shown in clear until the screen is left, by `nameOf`. */
  readonly shown = signal<Readonly<Record<string, string>>>({});
  readonly askTrouble = signal<Trouble | null>(null);

  /** What a colleague does meanwhile puts no other button under a finger. */
  readonly view = held(computed<CaseView | undefined>(() => this.watched.view.value ?? undefined));
  /** Still being opened; afterwards it is there, or not on this device. */
  readonly opening = computed(() => this.watched.view.value === undefined);
  readonly scene = computed(() => this.sceneNow());
  readonly acts = computed(() => {
    const scene = this.scene.value;
    // A receipt that the district refused is mended from the outbox; until then nothing can follow it.
    return scene && !this.view.value?.receiptRefused ? actsAllowed(scene) : [];
  });
  readonly grounds = computed(() => {
    const scene = this.scene.value;
    return scene ? declineGrounds({ ...scene, lacking: lackingOf(scene).length > 0 }) : [];
  });
  readonly completes = computed(() => {
    const scene = this.scene.value;
    return scene !== undefined && acceptableWith(this.form.value.marks, scene);
  });

  constructor(desk: Desk, id: string) {
    this.desk = desk;
    this.id = id;
    this.watched = desk.local.watchCase(id);
    this.pages = new Pages(desk.local, desk.photos, {
      caseId: id,
      files: () => this.form.value.files,
      change: (files) => this.set({ files }),
    });
    const place = { caseId: id, view: () => this.view.peek(), files: () => this.form.peek().files };
    this.keeping = new Keeping(desk, place);
    this.note = new BesideModel(desk, {
      ...{ ...place, kind: 'note', act: (text) => ({ type: 'note', payload: { text } }) },
      setOpen: (open) => this.setOpen(open, 'note'),
    });
    this.number = new BesideModel(desk, {
      ...{ ...place, kind: 'number', act: (number) => this.copied(number) },
      setOpen: (open) => this.setOpen(open, 'number'),
    });
  }

  /** Whether something is being written here. Once the case is left, that is for other screens to say. */
  setOpen(open: boolean, which = 'act'): void {
    if (open) this.open.add(which);
    else this.open.delete(which);
    if (!this.left) this.desk.formOpen.value = this.open.size > 0;
  }

  /** Writes down at once what is written and not kept yet. */
  async keep(): Promise<void> {
    await Promise.all([this, this.note, this.number].map(({ keeping }) => keeping.saver.flush()));
  }

  /** The screen is left, or locked: what was written on it, and photographed, stays. */
  close(): void {
    for (const { keeping } of [this, this.note, this.number]) void keeping.leave();
    this.open.clear();
    this.setOpen(false);
    this.left = true;
    this.shown.value = {};
    this.watched.close();
  }

  /** Shows a party's number in clear; the asking is recorded first. */
  async reveal(party: number, what: Revealed): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.askTrouble.value = null;
    try {
      const result = await this.desk.local.reveal(this.id, party, what);
      if (result.ok) this.shown.value = { ...this.shown.value, [nameOf(party, what)]: result.value };
      else this.askTrouble.value = troubleOf(result.refusal);
    } catch {
      this.askTrouble.value = NOT_ASKED;
    } finally {
      this.busy.value = false;
    }
  }

  set(patch: Partial<CaseForm>): void {
    this.form.value = { ...this.form.value, ...patch };
    this.trouble.value = null;
    this.keeping.changed();
  }

  mark(material: string, mark: Mark | undefined): void {
    const { [material]: _, ...rest } = this.form.value.marks;
    this.set({ marks: mark ? { ...rest, [material]: mark } : rest });
  }

  /** Ticks or unticks what another hall took, with its lines. */
  takeDeposit({ number, lines }: Deposit, taken: boolean): void {
    const { marks, deposits } = this.form.value;
    const others = deposits.filter((one) => one !== number);
    this.set({
      deposits: taken ? [...others, number] : others,
      marks: marksOfDeposit(this.scene.value, lines, marks, taken),
    });
  }

  /** Opens an act's form with everything filled in that is known. */
  begin(act: CaseAct): void {
    const scene = this.scene.value;
    if (!scene) return;
    const { rules, today } = benchOf(this.desk);
    const lines = toldNow(scene);
    const likely = likelyGround({
      ...scene,
      lacking: lackingOf(scene).length > 0,
      blocked: scene.guide ? isBlocked({ guide: scene.guide, answers: scene.found.answers }) : false,
    });
    this.form.value = {
      ...emptyForm(),
      lines,
      due: correctionDates(today, rules.calendar).usual,
      ground: act === 'close' ? closeGround(scene) : likely,
      referTo: likely === 'notInForce' ? (scene.item.referral ?? '') : '',
    };
    if (act === 'supplement') for (const one of openDeposits(scene.found)) this.takeDeposit(one, true);
    this.show(act);
    this.keeping.begin(() => this.written(act));
  }

  /** Goes on with what was begun earlier, as it was. */
  resume(draft: CaseDraft, { act, form }: Extract<Work, { readonly kind: 'taking' }>): void {
    this.form.value = { ...emptyForm(), ...form, files: draft.files ?? [] };
    this.show(act);
    this.keeping.resume(draft, () => this.written(act));
  }

  private show(act: CaseAct): void {
    this.trouble.value = null;
    this.act.value = act;
    this.setOpen(true);
  }

  private written(act: CaseAct): Written {
    const { files: _, ...form } = this.form.value;
    return { work: { kind: 'taking', act, form } };
  }

  /** What was photographed is not wanted; what was written stays. */
  dropPages(): void {
    for (const { hash } of this.form.value.files) void this.desk.local.dropFile(hash);
    this.set({ files: [] });
  }

  /** What is open is thrown away, with what was photographed for it. */
  discard(): void {
    for (const { hash } of this.form.value.files) void this.desk.local.dropFile(hash);
    void this.keeping.discard();
    this.keepPages();
  }

  /** What was photographed belongs to an act that is saved. */
  keepPages(): void {
    this.form.value = { ...this.form.value, files: [] };
  }

  /** 取消 */
  leave(): void {
    this.discard();
    this.act.value = null;
    this.setOpen(false);
    this.trouble.value = null;
  }

  /** Resolves with the case when the acts are saved; otherwise `trouble` says why, and the form stands. */
  async submit(): Promise<Case | null> {
    const act = this.act.value;
    if (!act || this.busy.value) return null;
    this.busy.value = true;
    this.trouble.value = null;
    try {
      const { local } = this.desk;
      const by = local.signedIn.value?.id;
      await this.keeping.saver.flush();
      const result = await local.submit({
        caseId: this.id,
        acts: actsIn(act, this.form.value, this.around()),
        fileKeys: namedIn(this.form.value.files, () => true).fileKeys,
        ...draftNamed(this.keeping.id),
      });
      if (!result.ok) {
        this.keeping.again();
        this.trouble.value = troubleOf(result.refusal);
        return null;
      }
      // What was written and photographed is the act's now.
      this.keeping.done();
      this.form.value = emptyForm();
      this.leave();
      justSaved.set(this.id, { made: result.value.case, by });
      return result.value.case;
    } catch {
      this.trouble.value = NOT_STORED;
      return null;
    } finally {
      this.busy.value = false;
    }
  }

  async loadHistory(): Promise<void> {
    const result = await this.desk.local.history(this.id);
    if (result.ok) this.history.value = result.value;
    this.historyTrouble.value = result.ok ? null : troubleOf(result.refusal);
  }

  private copied(number: string): Act {
    const system = this.scene.peek()?.item.target.name ?? '';
    return { type: 'copied', payload: { system, number } };
  }

  private around() {
    const { ground } = this.form.value;
    const needsLines = this.grounds.value.find((one) => one.code === ground)?.needsLines === true;
    return { needsLines, completes: this.completes.value };
  }

  private sceneNow(): CaseScene | undefined {
    const found = this.view.value?.case;
    if (!found) return undefined;
    const { rules, actor, today } = benchOf(this.desk);
    const item = rules.item(found.item);
    if (!item) return undefined;
    const status = statusOn(found, item.intakeRule, today, rules.calendar);
    return { found, status, item, guide: guideIn(rules, found), actor, rules, today };
  }
}

/** What cannot be recorded is not shown. */
const NOT_ASKED: Trouble = {
  what: '本机没有存下这次查看，号码没有显示。',
  todo: '请稍等再点一次“查看”；一直不行，请联系系统管理员。',
};

/** Which number of whom. */
export const nameOf = (party: number, what: Revealed): string => `${party} ${what}`;
