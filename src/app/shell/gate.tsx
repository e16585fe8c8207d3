import { RefreshCw } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { EnrolScreen } from './enrol.tsx';
import { SignInScreen } from './signIn.tsx';

export interface GateProps {
  readonly local: Local;
  /** Administration works on any signed-in device, also before it is enrolled. */
  readonly administration: boolean;
  /** The first administrator is made before anybody can sign in. */
  readonly setup: boolean;
  readonly children: ComponentChildren;
}

/** Lets a person through to the desks when everything is there that they stand on. */
export function Gate({ local, administration, setup, children }: GateProps) {
  if (setup) return <>{children}</>;
  if (!local.signedIn.value) return <SignInScreen local={local} />;
  if (administration) return <>{children}</>;
  if (!local.device.value) return <EnrolScreen local={local} />;
  if (!local.catalogue.value) return <NoCatalogue local={local} />;
  return <>{children}</>;
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
