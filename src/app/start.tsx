import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { LocationProvider, Route, Router } from 'preact-iso';
import { fetchApi } from './local/edges/api.ts';
import { openDeviceLocal } from './local/edges/open.ts';
import { openPhotoWork } from './local/edges/photo.ts';
import { type Updates, watchUpdates } from './local/edges/update.ts';
import type { Local } from './local/types.ts';
import { Notice } from './parts/notice.tsx';
import { Page } from './parts/page.tsx';
import { listenForPresses } from './parts/press.ts';
import { listenForShortcuts } from './parts/shortcuts.ts';
import { codeInAddress } from './shell/enrolCode.ts';
import { NotFound, StoreFailure } from './shell/failure.tsx';
import { Frame } from './shell/frame.tsx';
import { later } from './shell/later.tsx';
import { type Desk, DeskContext } from './window/desk.tsx';
import { forgetAll } from './window/memory.ts';

/** Puts the staff app together: opens the device, hands its edges to the desks, draws the shell. */

/** Shorter than anybody needs to type a secret. */
const PRELOAD_AFTER_MS = 1_000;

const papers = () => import('./window/papers/printScreen.tsx');
const Counter = later(async () => (await import('./window/counterScreen.tsx')).CounterScreen);
const Intake = later(async () => (await import('./window/intake/intakeScreen.tsx')).IntakeScreen);
const OpenCase = later(async () => (await import('./window/case/openCase.tsx')).OpenCase);
const Outbox = later(async () => (await import('./window/outbox/outboxScreen.tsx')).OutboxScreen);
const CasePapers = later(async () => (await papers()).CasePapers);
const FormPapers = later(async () => (await import('./window/papers/formScreen.tsx')).FormPapers);
const SlipPapers = later(async () => (await papers()).SlipPapers);
const SittingPapers = later(async () => (await import('./window/papers/sittingSheet.tsx')).SittingPapers);
const Reader = later(async () => (await import('./window/reader/readerScreen.tsx')).ReaderScreen);
const Transfer = later(async () => (await import('./window/transfer/transferScreen.tsx')).TransferScreen);
const Deposit = later(async () => (await import('./window/deposit/depositScreen.tsx')).DepositScreen);
const ListPapers = later(async () => (await import('./window/transfer/listSheet.tsx')).ListPapers);
const Seals = later(async () => (await import('./window/papers/sealRegister.tsx')).SealRegister);
const Stickers = later(async () => (await import('./window/stickers/stickersScreen.tsx')).StickersScreen);
const Verify = later(async () => (await import('./window/verify/verifyScreen.tsx')).VerifyScreen);
const Notices = later(async () => (await import('./window/notices/noticesScreen.tsx')).NoticesScreen);
const Help = later(async () => (await import('./window/help/helpScreen.tsx')).HelpScreen);
const Staff = later(async () => (await import('./admin/staffScreen.tsx')).StaffScreen);
const Setup = later(async () => (await import('./shell/setup.tsx')).SetupScreen);
const Devices = later(async () => (await import('./admin/devicesScreen.tsx')).DevicesScreen);
const Quarantine = later(async () => (await import('./oversight/quarantineScreen.tsx')).QuarantineScreen);
const Confirm = later(async () => (await import('./admin/confirmScreen.tsx')).ConfirmScreen);
const FollowUps = later(async () => (await import('./oversight/followUpScreen.tsx')).FollowUpScreen);
const Items = later(async () => (await import('./admin/itemsScreen.tsx')).ItemsScreen);

/** How many notices were not looked at; counted by a part that is fetched after the first screen. */
const notices = signal(0);

function App({
  local,
  desk,
  updates,
}: {
  readonly local: Local;
  readonly desk: Desk;
  readonly updates: Updates;
}) {
  useEffect(() => {
    // What a queue needs next is fetched while the first screen is read, and not before it takes input.
    return desk.timer.after(PRELOAD_AFTER_MS, () => {
      for (const screen of [Counter, Intake, CasePapers, OpenCase]) screen.preload().catch(() => undefined);
      import('./window/case/rehearse.tsx').then(
        ({ rehearse }) => rehearse(desk),
        () => undefined,
      );
      import('./window/notices/noticesModel.ts').then(
        ({ countNotices }) => countNotices(desk, notices),
        () => undefined,
      );
    });
  }, [desk]);
  return (
    <LocationProvider scope="/desk">
      <DeskContext.Provider value={desk}>
        <Frame local={local} timer={desk.timer} updates={updates} formOpen={desk.formOpen} notices={notices}>
          <Router onRouteChange={beginAtTop}>
            <Route path="/desk/" component={Counter} OpenCase={OpenCase} />
            <Route path="/desk/enrol" component={Enrolled} />
            <Route path="/desk/intake/:draftId" component={Intake} />
            <Route path="/desk/case/:id" component={Counter} OpenCase={OpenCase} />
            <Route path="/desk/outbox" component={Outbox} />
            <Route path="/desk/reader" component={Reader} />
            <Route path="/desk/notices" component={Notices} />
            <Route path="/desk/help" component={Help} />
            <Route path="/desk/transfer" component={Transfer} />
            <Route path="/desk/print/list/:id" component={ListPapers} />
            <Route path="/desk/deposit" component={Deposit} api={fetchApi} />
            <Route path="/desk/print/stickers" component={Stickers} />
            <Route path="/desk/seals" component={Seals} />
            <Route path="/desk/verify" component={Verify} />
            <Route path="/desk/print/case/:id" component={CasePapers} />
            <Route path="/desk/print/sitting/:id" component={SittingPapers} />
            <Route path="/desk/print/slip/:id" component={SlipPapers} />
            <Route path="/desk/print/form/:guide/:version" component={FormPapers} />
            <Route path="/desk/admin/staff" component={Staff} local={local} api={fetchApi} />
            <Route path="/desk/setup" component={Setup} local={local} api={fetchApi} />
            <Route path="/desk/admin/devices" component={Devices} local={local} api={fetchApi} />
            <Route path="/desk/quarantine" component={Quarantine} local={local} api={fetchApi} />
            <Route path="/desk/items/confirm/:office" component={Confirm} local={local} />
            <Route path="/desk/follow-ups" component={FollowUps} local={local} api={fetchApi} />
            <Route path="/desk/items" component={Items} local={local} api={fetchApi} />
            <Route default component={NotFound} />
          </Router>
        </Frame>
      </DeskContext.Provider>
    </LocationProvider>
  );
}

/** The link of an enrolment code, opened again after it has served. */
function Enrolled() {
  useEffect(() => {
    codeInAddress(location, history);
  }, []);
  return (
    <Page heading="这台设备已经登记" back={{ label: '今天的办件', href: '/desk/' }}>
      <Notice kind="info" heading="登记只做一次，不用再登记" todo="回到今天的办件，开始收件。" />
    </Page>
  );
}

/** A new screen is read from its beginning, by eye and by screen reader; one that begins with a field has it by now. */
function beginAtTop(): void {
  scrollTo({ top: 0 });
  if (document.activeElement?.closest('[data-begins]')) return;
  document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
}

export async function start(root: HTMLElement): Promise<void> {
  try {
    const { local, ports, newId } = await openDeviceLocal();
    const desk: Desk = {
      local,
      timer: ports.timer,
      newId,
      photos: openPhotoWork(),
      cardReader: async () => (await import('./local/edges/cardReader.ts')).deviceCardReader(),
      formOpen: signal(false),
      // Staff may have come by an address of the office's own network; a citizen's phone cannot.
      get origin() {
        return local.signedIn.value?.origin ?? location.origin;
      },
    };
    listenForShortcuts(document);
    listenForPresses(window, ports.timer);
    effect(() => {
      if (local.access.value.state !== 'open') forgetAll();
    });
    render(<App local={local} desk={desk} updates={watchUpdates()} />, root);
  } catch (problem) {
    render(<StoreFailure detail={String(problem)} onAgain={() => location.reload()} />, root);
  }
}
