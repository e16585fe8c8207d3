import { useSignal } from '@preact/signals';
import { RefreshCw } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import type { Timer } from '../local/ports.ts';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { later } from './later.tsx';
import { SignInScreen } from './signInLater.ts';
import { UnlockScreen } from './unlock.tsx';

// Once for each device, and once for each person on it: every other day begins with unlocking.
const EnrolScreen = later(async () => (await import('./enrol.tsx')).EnrolScreen);
const SecretScreen = later(async () => (await import('./secret.tsx')).SecretScreen);

export interface GateProps {
  readonly local: Local;
  readonly timer: Timer;
  /** Administration works wherever somebody has signed in, also before the device is enrolled. */
  readonly administration: boolean;
  /** The first administrator is made before anybody can sign in. */
  readonly setup: boolean;
  /** By the link of an enrolment code. */
  readonly enrolling: boolean;
  readonly children: ComponentChildren;
}

/** Lets a person through to the desks when everything is there that they stand on. */
export function Gate({ local, timer, administration, setup, enrolling, children }: GateProps) {
  const access = local.access.value;
  const device = local.device.value;
  if (setup) return <>{children}</>;
  if (!device && (enrolling || access.state === 'locked'))
    return <Outside local={local} enrolling={enrolling} administration={administration} />;
  switch (access.state) {
    case 'locked':
      return <UnlockScreen local={local} timer={timer} />;
    case 'choosing':
      return <SecretScreen local={local} />;
    case 'visiting':
      return administration ? children : <Visitor local={local} />;
    case 'open':
      if (administration) return <>{children}</>;
      return local.catalogue.value ? children : <NoCatalogue local={local} />;
  }
}

/** On none of the district's devices: it is enrolled, or somebody signs in who administers. */
function Outside({
  local,
  enrolling,
  administration,
}: Pick<GateProps, 'local' | 'enrolling' | 'administration'>) {
  const { route } = useLocation();
  const visiting = useSignal(administration);
  const nobody = local.access.value.state === 'locked';
  if (nobody && visiting.value && !enrolling)
    return (
      <SignInScreen
        local={local}
        onBack={() => {
          visiting.value = false;
        }}
      />
    );
  const visit = () => {
    visiting.value = true;
    if (enrolling) route('/desk/', true);
  };
  return <EnrolScreen local={local} onVisit={nobody ? visit : undefined} />;
}

/** Signed in where nothing of theirs is kept: says what is possible here, and what is not. */
function Visitor({ local }: { readonly local: Local }) {
  const device = local.device.value;
  const roles = new Set(local.signedIn.value?.posts.flatMap((post) => post.roles));
  const hall = device && (local.catalogue.value?.rules.office(device.office)?.name ?? device.office);
  return (
    <Page heading="已登录，可以做管理工作">
      <Notice
        kind="info"
        heading={device ? `您在${hall}没有岗位，不能在这台设备上办件` : '这台设备还没有登记，不能办件'}
        todo={
          device
            ? '办件请用本单位的设备。'
            : '要在这台设备上办件，请管理员出一个登记码，再打开“登记这台设备”。'
        }
        actions={
          <>
            {roles.has('admin') && <Button href="/desk/admin/staff">管人员</Button>}
            {roles.has('admin') && <Button href="/desk/admin/devices">管设备</Button>}
            {roles.has('editor') && <Button href="/desk/items">管事项</Button>}
            {roles.has('supervisor') && <Button href="/desk/quarantine">核存放的记录</Button>}
            {roles.has('supervisor') && <Button href="/desk/follow-ups">答复评价和投诉</Button>}
            {!device && <Button href="/desk/enrol">登记这台设备</Button>}
          </>
        }
      />
    </Page>
  );
}

function NoCatalogue({ local }: { readonly local: Local }) {
  const { online } = local.status.value;
  return (
    <Page heading="正在取事项目录">
      <Notice
        kind={online ? 'info' : 'warn'}
        announce
        heading={online ? '事项、指南和清单正在下载到本机' : '还没有事项目录，要连一次网'}
        todo="取到以后，断网也能照常收件。"
        actions={
          <Button icon={RefreshCw} onClick={() => local.sendNow()}>
            再取一次
          </Button>
        }
      />
    </Page>
  );
}
