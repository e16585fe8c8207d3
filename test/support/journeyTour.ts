/**
 * A walk past the screens of a day, in an order that it could have. Those after the acceptance: `handlingTour.ts`; the
 * window beside its cases: `windowTour.ts`.
 */
import type { Page } from '@playwright/test';
import type { StaffMember } from '../../src/protocol/resources.ts';
import { SAMPLES } from '../catalogue/samples.ts';
import type { JourneyDesk } from './journeyDesk.ts';
import { JourneyIntake } from './journeyIntake.ts';
import { pageShown, photograph } from './journeyPages.ts';

/** Called when a screen stands as a person sees it. */
export type See = (screen: string, page: Page) => Promise<void>;

const CLERK = 'xiji.clerk';
const PHOTOS = 'photos';

export async function tour(desk: JourneyDesk, see: See): Promise<void> {
  const stop = (screen: string) => see(screen, desk.page);
  await theDoor(desk, stop);
  const accepted = await anIntake(desk, stop);
  const correcting = await aCorrection(desk, stop);
  await papersAlone(desk, stop);
  await theOutbox(desk, stop);
  await administration(desk, stop);
  await citizens(desk, stop, accepted, correcting);
}

type Stop = (screen: string) => Promise<void>;

async function theDoor(desk: JourneyDesk, stop: Stop): Promise<void> {
  await desk.open('/desk/setup');
  await desk.heading('首次设置：建第一个管理员').waitFor();
  await stop('setup');
  await desk.open();
  await desk.heading('登记这台设备').waitFor();
  await stop('enrol');
  const { office } = await desk.district.member(CLERK);
  await desk.enrol(await desk.district.code(office));
  await stop('sign-in');
  await desk.signIn(CLERK);
  await desk.heading('设解锁口令').waitFor();
  await stop('secret');
  await desk.setSecret();
  await desk.heading('今天的办件').waitFor();
  await desk.readyForOffline();
  await stop('list-empty');
  await desk.lock();
  await stop('unlock');
  await desk.unlock(CLERK);
  await desk.heading('今天的办件').waitFor();
}

async function anIntake(desk: JourneyDesk, stop: Stop): Promise<string> {
  const { page } = desk;
  const intake = new JourneyIntake(page, '10');
  await desk.press('收件');
  await intake.at('选要办的事项');
  await stop('intake-1-item');
  await page.getByRole('list', { name: '事项' }).getByRole('button', { name: '再生育' }).click();
  await page.getByText('暂停受理').first().waitFor();
  await stop('intake-1-item-suspended');
  await desk.press('换一个事项');
  await intake.choose('合作社');
  await stop('intake-2-situation');
  await intake.answerAll({ ...SAMPLES[10].answers, farmers: 7 });
  await stop('intake-2-situation-refused');
  await intake.answerAgain('farmers', 10);
  await intake.next('填写当事人');
  await page.getByRole('button', { name: '下一步' }).click();
  await stop('intake-3-parties-lacking');
  await intake.fillParties();
  await stop('intake-3-parties');
  await intake.next('核对材料');
  await stop('intake-4-papers');
  await photograph(page, intake.guide.materials[0]?.name ?? '', '登记申请');
  await intake.mark('charter', '缺');
  await intake.markRest();
  await intake.next('定结果，提交');
  await stop('intake-5-outcome-return');
  await intake.choice('不予受理');
  await stop('intake-5-outcome-decline');
  await page.getByRole('button', { name: '回到：材料' }).click();
  await intake.mark('charter', '已收全');
  await intake.next('定结果，提交');
  await intake.choice('受理');
  await stop('intake-5-outcome-accept');
  const number = await intake.submit('提交受理');
  await stop('receipt');
  await page.getByRole('radio', { name: 'A4 一纸两联' }).click();
  await stop('receipt-a4');
  await desk.openList();
  await desk.row(number).getByText('区里已登记').waitFor();
  await stop('list');
  await desk.openCase(number);
  await desk.press('看办理经过');
  await page.getByText('区里登记于').first().waitFor();
  await pageShown(page, intake.guide.materials[0]?.name ?? '', 1).waitFor();
  await stop('case');
  await desk.press('转报');
  await stop('case-judged');
  await desk.press('取消');
  return number;
}

async function aCorrection(desk: JourneyDesk, stop: Stop): Promise<string> {
  const { page } = desk;
  await desk.openList();
  const intake = new JourneyIntake(page, '1');
  await intake.begin();
  await intake.toPapers();
  await intake.mark(PHOTOS, '缺');
  await intake.markRest();
  await intake.next('定结果，提交');
  await stop('intake-5-outcome-correction');
  const number = await intake.submit('提交补正告知');
  await stop('notice-correction');
  await desk.openList();
  await desk.openCase(number);
  await stop('case-correcting');
  await desk.press('补正材料');
  await intake.mark(PHOTOS, '已收全');
  await stop('case-supplement');
  return number;
}

async function papersAlone(desk: JourneyDesk, stop: Stop): Promise<void> {
  const { page } = desk;
  await desk.openList();
  await desk.press('首问单');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('到哪里办').fill('山亭区税务局办税大厅');
  await stop('slip-dialog');
  await dialog.getByRole('button', { name: '出首问单' }).click();
  await page.getByRole('region', { name: '首问单' }).waitFor();
  await stop('slip-inquiry');
  await desk.openList();
  const intake = new JourneyIntake(page, '7b');
  await intake.begin();
  await desk.press('一次性告知单');
  await page.getByRole('region', { name: '一次性告知单' }).waitFor();
  await stop('slip-notice');
}

/** Waiting offline, with a draft; then one refused, because the clerk's post has changed. */
async function theOutbox(desk: JourneyDesk, stop: Stop): Promise<void> {
  const { page, district } = desk;
  await desk.openOutbox();
  await page.getByText('没有要上报的').waitFor();
  await stop('outbox-empty');
  const admin = await district.as('qu.admin');
  const { staff } = await admin.call<{ staff: StaffMember[] }>('GET', '/api/staff');
  const clerk = staff.find((one) => one.username === CLERK);
  const holds = (role: string) =>
    admin.call('PATCH', `/api/staff/${clerk?.id}`, {
      posts: clerk?.posts.map((post) => ({ ...post, roles: [role] })),
      reason: '岗位调整',
    });
  await desk.goOffline();
  await holds('reviewer');
  await desk.openList();
  await new JourneyIntake(page, '7b').toAcceptance();
  await desk.openOutbox();
  await stop('outbox-waiting-offline');
  await desk.openList();
  await stop('list-offline');
  await desk.goOnline();
  await page.getByRole('button').filter({ hasText: '件需处理' }).waitFor();
  await desk.openOutbox();
  await page.getByRole('button', { name: '修改后重报' }).waitFor();
  await holds('clerk');
  await stop('outbox-attention');
  await desk.press('放弃');
  await page.getByRole('dialog').waitFor();
  await stop('outbox-set-aside');
  await desk.press('不放弃');
}

async function administration(desk: JourneyDesk, stop: Stop): Promise<void> {
  const { page } = desk;
  await leave(desk);
  await desk.byPassword('qu.admin');
  await desk.heading('已登录，可以做管理工作').waitFor();
  await stop('visiting');
  await desk.go('人员');
  await page.getByRole('listitem').filter({ hasText: 'xiji.clerk' }).waitFor();
  await stop('admin-staff');
  await page.getByRole('button', { name: '代班 赵窗口（演示）' }).click();
  await page.getByRole('dialog').waitFor();
  await stop('admin-deputy');
  await desk.press('不登记了');
  await desk.go('设备');
  await page.getByRole('button', { name: /^停用/ }).first().waitFor();
  await stop('admin-devices');
  await page.getByLabel('设备名称').fill('下乡平板');
  await page.getByLabel('单位').first().selectOption({ label: '西集镇便民服务中心' });
  await desk.press('出登记码');
  await page.getByRole('dialog').waitFor();
  await stop('admin-device-code');
  await desk.press('记下了');
  await leave(desk);
  await desk.byPassword('qu.supervisor');
  await desk.setSecret();
  await desk.go('存放');
  await page.getByText('没有要核对的').waitFor();
  await stop('quarantine');
  await desk.go('评价投诉');
  await page.getByText('没有差评和投诉').waitFor();
  await stop('follow-ups');
  await leave(desk);
  await desk.byPassword('qu.editor');
  await desk.go('事项');
  await desk.heading('事项状态').waitFor();
  await stop('admin-items');
  await page.getByRole('button', { name: /^更改 创业贷款/ }).click();
  await page.getByRole('dialog').waitFor();
  await stop('admin-item-dialog');
  await desk.open('/desk/nowhere');
  await page.getByText('没有这一页').or(desk.heading('解锁')).first().waitFor();
  await stop('not-found');
}

async function leave(desk: JourneyDesk): Promise<void> {
  await desk.press('退出');
  await desk.press('退出登录');
  await desk.heading('解锁').waitFor();
}

async function citizens(desk: JourneyDesk, stop: Stop, accepted: string, correcting: string): Promise<void> {
  const { page, district } = desk;
  const codeOf = (number: string) => district.cases().find((one) => one.number === number)?.code;
  await desk.open('/');
  await desk.heading('出门前，先查清要带什么').waitFor();
  await stop('citizen-home');
  await desk.open('/progress');
  await stop('citizen-progress');
  const found = page.getByRole('region', { name: '办理进度' });
  await desk.open(`/progress#n=${accepted}&c=${codeOf(accepted)}`);
  await found.getByText(accepted).waitFor();
  await stop('citizen-progress-accepted');
  await desk.open(`/progress#n=${correcting}&c=${codeOf(correcting)}`);
  await found.getByText(correcting).waitFor();
  await stop('citizen-progress-correcting');
  await desk.open(`/progress#n=${accepted}&c=AAAAAA`);
  await page.getByRole('alert').waitFor();
  await stop('citizen-progress-wrong');
  await desk.open('/complaint');
  await desk.heading('被推诿、被拒收，在这里投诉').waitFor();
  await stop('citizen-complaint');
  await desk.open('/complaint/state');
  await page.getByLabel('投诉编号').fill('TS-7K3F');
  await desk.press('查处理结果');
  await page.getByRole('alert').waitFor();
  await stop('citizen-complaint-wrong');
}
