/** An intake as a clerk does it, step by step, on the screen. */
import type { Page } from '@playwright/test';
import { openQuestions } from '../../src/domain/checklist.ts';
import type { Answer, Answers } from '../../src/domain/condition.ts';
import type { CompleteGuide, Question } from '../../src/domain/guide.ts';
import { type Party, partyRules } from '../../src/domain/parties.ts';
import { completeGuide, SAMPLES, type SampleId } from '../catalogue/samples.ts';

export type { SampleId };

/** What stands at a field or a choice, from its beginning. */
export const begins = (label: string): RegExp =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

export class JourneyIntake {
  readonly guide: CompleteGuide;

  constructor(
    readonly page: Page,
    readonly id: SampleId,
  ) {
    this.guide = completeGuide(id);
  }

  get narrow(): boolean {
    return (this.page.viewportSize()?.width ?? 0) < 700;
  }

  /** From the list: 收件, and the item by what people call it. */
  async begin(search = this.guide.title): Promise<void> {
    await this.page.getByRole('button', { name: '收件', exact: true }).click();
    await this.choose(search);
  }

  async choose(search: string): Promise<void> {
    const box = this.page.getByLabel('找事项');
    await box.fill(search);
    await this.page
      .getByRole('list', { name: '事项' })
      .getByRole('button', { name: this.guide.title })
      .click();
    await this.at('问清情形');
  }

  /** Answers every question that these answers open, in their order. */
  async answerAll(answers: Answers = SAMPLES[this.id].answers): Promise<void> {
    const asked = openQuestions(this.guide, answers).filter((one) => answers[one.id] !== undefined);
    for (const [at, question] of asked.entries()) {
      await this.answer(question, answers[question.id] ?? '');
      // On a phone one question stands on the screen at a time.
      const last = at === asked.length - 1;
      if (this.narrow && !last) await this.page.getByRole('button', { name: '下一题' }).click();
    }
  }

  async answer(question: Question | string, answer: Answer): Promise<void> {
    const asked =
      typeof question === 'string' ? this.guide.questions.find((one) => one.id === question) : question;
    if (!asked) throw new Error(`no question ${String(question)}`);
    if (asked.kind !== 'choice') return this.page.getByLabel(asked.text).fill(String(answer));
    const option = asked.options.find((one) => one.value === answer);
    if (!option) throw new Error(`${asked.id} has no answer ${String(answer)}`);
    const group = this.page.getByRole('group', { name: asked.text });
    // The first of them in the guide's order, where one label begins another.
    await group
      .getByRole('radio', { name: begins(option.label) })
      .first()
      .check();
  }

  /** Changes an answer that was given; on a phone that means going back to its question. */
  async answerAgain(id: string, answer: Answer): Promise<void> {
    const text = this.guide.questions.find((one) => one.id === id)?.text ?? '';
    const field = this.page.getByText(text, { exact: true });
    while (this.narrow && !(await field.isVisible())) await this.press('上一题');
    await this.answer(id, answer);
    while (this.narrow && (await this.page.getByRole('button', { name: '下一题' }).isVisible()))
      await this.press('下一题');
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name }).click();
  }

  async fillParties(parties: readonly Party[] = SAMPLES[this.id].parties): Promise<void> {
    const rules = partyRules(this.guide, SAMPLES[this.id].answers);
    for (const party of parties) {
      const label = rules.find((rule) => rule.role === party.role)?.label ?? party.role;
      await this.fillParty(label, party);
    }
  }

  async fillParty(label: string, party: Party): Promise<void> {
    const group = this.page.getByRole('group', { name: label });
    const person = party.kind === 'person';
    await group.getByLabel(person ? '姓名' : '单位名称').fill(party.name);
    await group.getByLabel(person ? '身份证号' : '统一社会信用代码').fill(party.idNumber);
    await group.getByLabel('联系电话').fill(party.telephone);
  }

  /** Marks a line of the checklist: 「已收全」「缺」「容缺后补」. */
  async mark(material: string, choice: string): Promise<void> {
    const name = this.guide.materials.find((one) => one.id === material)?.name ?? material;
    const line = this.page.getByRole('radiogroup', { name: `“${name}”的状态` });
    await line.getByRole('radio', { name: begins(choice) }).click();
  }

  async markRest(): Promise<void> {
    await this.page.getByRole('button', { name: /^(全部|其余都)已收全$/ }).click();
  }

  async next(to: string): Promise<void> {
    await this.page.getByRole('button', { name: '下一步' }).click();
    await this.at(to);
  }

  /** Item, situation, parties: to the papers. */
  async toPapers(answers?: Answers, parties?: readonly Party[]): Promise<void> {
    await this.answerAll(answers);
    await this.next('填写当事人');
    await this.fillParties(parties);
    await this.next('核对材料');
  }

  /** From the list to the last step. @param missing papers that are not there */
  async toOutcome(...missing: readonly string[]): Promise<void> {
    await this.begin();
    await this.toPapers();
    for (const material of missing) await this.mark(material, '缺');
    await this.markRest();
    await this.next('定结果，提交');
  }

  /** Everything is here and the item is accepted on the spot. */
  async toAcceptance(): Promise<string> {
    await this.toOutcome();
    return this.submit('提交受理');
  }

  /** A permit with some papers missing, all of which are told. @returns its number */
  async toCorrection(...missing: readonly string[]): Promise<string> {
    await this.toOutcome(...missing);
    return this.submit('提交补正告知');
  }

  /** Item 1: a balloon that is promised to be fixed well. @returns its number */
  async toPromise(): Promise<string> {
    await this.begin();
    await this.toPapers({ ...SAMPLES['1'].answers, thing: 'object' });
    await this.mark('safety-plan', '告知承诺');
    await this.markRest();
    await this.next('定结果，提交');
    return this.submit('提交受理');
  }

  async choice(outcome: string): Promise<void> {
    await this.page
      .getByRole('group', { name: '这一件怎么办？' })
      .getByRole('radio', { name: begins(outcome) })
      .check();
  }

  /** Presses the one primary button and gives the number that stands under 已保存. */
  async submit(button: string): Promise<string> {
    await this.page.getByRole('button', { name: button }).click();
    return savedNumber(this.page);
  }

  async at(heading: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }
}

const NUMBER = /\d{9}-\d{8}-[0-9A-Z]{2,3}-\d{4}-[0-9A-Z]{4}-[0-9A-Z*]/;

/** The number said after saving; waits for 已保存. */
export async function savedNumber(page: Page): Promise<string> {
  const said = await page.getByText(/^已保存，编号 /).textContent();
  const number = NUMBER.exec(said ?? '')?.[0];
  if (!number) throw new Error(`no number in “${said}”`);
  return number;
}
