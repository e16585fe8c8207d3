/** A clerk's morning, and somebody who copies the profile folder: once while locked, once in the middle of a form. */
import { join } from 'node:path';
import { SAMPLES } from '../catalogue/samples.ts';
import { chosen, cooperativeOf, type Needle, needlesOf, placeOf, stranger } from './atRestPeople.ts';
import { enrolWith, send } from './endpoint.ts';
import { receive, receivePayload, XIJI } from './intake.ts';
import { JourneyDesk, SECRET } from './journeyDesk.ts';
import type { JourneyDistrict } from './journeyDistrict.ts';
import { JourneyIntake } from './journeyIntake.ts';
import { keptIn } from './journeyStore.ts';
import { copyProfile } from './profileScan/index.ts';

export const CLERK = 'xiji.clerk';
export const CASES = 200;
const BATCH = 100;
/** What everybody answers here. */
export const CHOSEN = [
  ['charter-unanimous', 'yes'],
  ['prior-approval', 'no'],
] as const;

export interface Copies {
  readonly district: JourneyDistrict;
  /** Folders. */
  readonly locked: string;
  readonly killed: string;
  /** What was brought onto the device before the first copy. */
  readonly early: readonly Needle[];
  /** What stood in the form that was open when the browser was killed. */
  readonly late: readonly Needle[];
  /** The browser's cookies, which it writes into the profile within half a minute. */
  readonly cookie: string;
}

/** @param folder an empty one, for the profile and both copies */
export async function copiesOf(district: JourneyDistrict, folder: string): Promise<Copies> {
  const elsewhere = await takenInElsewhere(district);
  const profile = join(folder, 'profile');
  const desk = new JourneyDesk(district, profile, {});
  const [locked, killed] = [join(folder, 'locked'), join(folder, 'killed')];
  await desk.start();
  try {
    await desk.begin(CLERK);
    await until(desk, async () => (await keptIn(desk.page)).cases === CASES);
    await looksUp(desk, elsewhere);
    await desk.goOffline();
    const here = await takesIn(desk);
    // It reads while somebody works, or that it reads nothing afterwards would say nothing.
    if ((await desk.session()) !== 200) throw new Error('the clerk has no session');
    const cookies = await desk.context.cookies();
    await desk.lock();
    copyProfile(profile, locked);
    await desk.unlock(CLERK);
    await desk.heading('今天的办件').waitFor();
    const late = await fillsHalf(desk);
    await desk.kill();
    copyProfile(profile, killed);
    const early = [...elsewhere, ...here, ...(await itself(district))];
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { district, locked, killed, early, late, cookie };
  } catch (problem) {
    console.error(await desk.seen());
    throw problem;
  } finally {
    await desk.close();
  }
}

/** Cases that another device of the hall has brought to the district. */
async function takenInElsewhere(district: JourneyDistrict): Promise<Needle[]> {
  const hand = await enrolWith(district, await district.code(XIJI), await district.member(CLERK));
  const at = new Date().toISOString();
  const { answers } = receivePayload(hand, at);
  const needles = CHOSEN.map(([question, answer]) => chosen(question, answer, 'every case'));
  for (let from = 0; from < CASES; from += BATCH) {
    const commands = [];
    for (let index = from; index < from + BATCH; index += 1) {
      const [party, name] = [stranger('legalRepresentative', index), cooperativeOf(index)];
      needles.push(...needlesOf(party, `case ${index}`));
      needles.push({ text: name, kind: 'answer', of: `case ${index}` });
      const payload = { parties: [party], answers: { ...answers, name } };
      commands.push(await receive(hand, at, { payload }));
    }
    const refused = (await send(district, hand, commands)).find((one) => one.outcome !== 'recorded');
    if (refused) throw new Error(`not recorded: ${JSON.stringify(refused)}`);
  }
  return needles;
}

/** Searches for a person, opens the case, and asks to see both numbers. */
async function looksUp(desk: JourneyDesk, needles: readonly Needle[]): Promise<void> {
  const { page } = desk;
  const { name, telephone } = stranger('legalRepresentative', 17);
  if (!needles.some((one) => one.text === name)) throw new Error(`${name} is nobody's name`);
  await page.getByLabel('找办件').fill(name);
  const list = page.getByRole('list', { name: '办件' });
  await list.getByRole('listitem').filter({ hasText: name }).getByRole('link').click();
  const parties = page.getByRole('region', { name: '当事人' });
  await parties.getByRole('button', { name: `查看${name}的身份证号` }).click();
  await parties.getByRole('button', { name: `查看${name}的联系电话` }).click();
  await parties.getByText(telephone).waitFor();
  await desk.press('看办理经过');
  await page.getByText('区里登记于').first().waitFor();
  await desk.openList();
}

/** Two cases that wait to be sent, and a draft. */
async function takesIn(desk: JourneyDesk): Promise<Needle[]> {
  const [first, second, third] = [201, 202, 203];
  const { page } = desk;
  const cooperative = new JourneyIntake(page, '10');
  await cooperative.begin();
  await cooperative.toPapers({ ...SAMPLES[10].answers, name: cooperativeOf(first) }, [
    stranger('legalRepresentative', first),
  ]);
  await ends(cooperative);
  await desk.openList();
  const banner = new JourneyIntake(page, '1');
  await banner.begin();
  await banner.toPapers({ ...SAMPLES[1].answers, location: placeOf(second) }, [
    stranger('applicant', second),
  ]);
  await ends(banner);
  await desk.openList();
  const draft = await isFilled(desk, '1', 'applicant', '申请人', third);
  await desk.openList();
  const typed = (role: string, index: number): Needle[] =>
    needlesOf(stranger(role, index), `queued ${index}`).filter((one) => one.kind !== 'address');
  return [
    ...typed('legalRepresentative', first),
    { text: cooperativeOf(first), kind: 'answer', of: `queued ${first}` },
    ...typed('applicant', second),
    { text: placeOf(second), kind: 'answer', of: `queued ${second}` },
    ...draft,
  ];
}

async function ends(intake: JourneyIntake): Promise<void> {
  await intake.markRest();
  await intake.next('定结果，提交');
  await intake.submit('提交受理');
}

/** A form that is left as it stands. */
const fillsHalf = (desk: JourneyDesk): Promise<Needle[]> =>
  isFilled(desk, '10', 'legalRepresentative', '法定代表人', 204);

async function isFilled(
  desk: JourneyDesk,
  id: '1' | '10',
  role: string,
  label: string,
  index: number,
): Promise<Needle[]> {
  const intake = new JourneyIntake(desk.page, id);
  const party = stranger(role, index);
  const free = id === '1' ? { location: placeOf(index) } : { name: cooperativeOf(index) };
  await intake.begin();
  await intake.answerAll({ ...SAMPLES[id].answers, ...free });
  await intake.next('填写当事人');
  await intake.fillParty(label, party);
  await desk.page.getByRole('group', { name: label }).getByLabel('地址').fill(party.address);
  await settled(desk);
  return [
    ...needlesOf(party, `draft ${index}`),
    ...Object.values(free).map((text): Needle => ({ text, kind: 'answer', of: `draft ${index}` })),
  ];
}

/** What keeps the clerk out of others' hands, and who the clerk is. */
async function itself(district: JourneyDistrict): Promise<Needle[]> {
  const { name, password } = await district.member(CLERK);
  return [
    { text: name, kind: 'name', of: 'the clerk' },
    { text: password, kind: 'password', of: 'the clerk' },
    { text: SECRET, kind: 'secret', of: 'the clerk' },
  ];
}

async function until(desk: JourneyDesk, comeTrue: () => Promise<boolean>): Promise<void> {
  while (!(await comeTrue())) await desk.page.waitForTimeout(50);
}

/** A form is saved a moment after it was touched: this is over when the drafts no longer change. */
async function settled(desk: JourneyDesk): Promise<void> {
  await desk.page.getByText(/^草稿已自动保存/).waitFor();
  let before = '';
  await until(desk, async () => {
    await desk.page.waitForTimeout(400);
    const now = JSON.stringify(await draftsIn(desk));
    const same = now === before;
    before = now;
    return same;
  });
}

const draftsIn = (desk: JourneyDesk): Promise<unknown> =>
  desk.page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await result(indexedDB.open('jinban-desk'));
    const rows = await result(db.transaction('drafts').objectStore('drafts').getAll());
    db.close();
    return (rows as { id: string; updatedAt: string }[]).map(({ id, updatedAt }) => [id, updatedAt]);
  });
