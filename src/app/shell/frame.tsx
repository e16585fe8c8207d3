import type { ReadonlySignal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { Keyboard, LogOut } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { legalDateOf, legalTimeOfDay } from '../../domain/time.ts';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { ConnectionBar } from '../parts/connectionBar.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { type NavLink, Shell } from '../parts/shell.tsx';
import { openShortcutHelp, ShortcutHelp } from '../parts/shortcutHelp.tsx';
import { Banners } from './banners.tsx';
import { Gate } from './gate.tsx';
import styles from './shell.module.css';

export interface FrameProps {
  readonly local: Local;
  /** A new version waits until the person agrees; it is offered only while no form is open. */
  readonly updates: { readonly updateReady: ReadonlySignal<boolean>; applyUpdate(): void };
  readonly formOpen: ReadonlySignal<boolean>;
  readonly children: ComponentChildren;
}

/** Where the first administrator is made. */
const SETUP = '/desk/setup';
const ADMINISTRATION = /^\/desk\/(admin|items)(\/|$)/;

/** The frame of every staff screen. */
export function Frame({ local, updates, formOpen, children }: FrameProps) {
  const { path } = useLocation();
  const person = local.signedIn.value;
  const office = local.device.value?.office;
  const place = (office && local.catalogue.value?.rules.office(office)?.name) || '乡镇便民服务工作台';
  return (
    <Shell
      place={place}
      home="/desk/"
      nav={person ? linksFor(local, path) : undefined}
      person={person && <Person local={local} />}
      bar={<Line local={local} />}
      working={formOpen.value}
    >
      <Banners local={local} updates={updates} formOpen={formOpen} />
      <Gate local={local} administration={ADMINISTRATION.test(path)} setup={path === SETUP}>
        {children}
      </Gate>
      <ShortcutHelp />
    </Shell>
  );
}

function linksFor(local: Local, path: string): readonly NavLink[] {
  const roles = new Set(local.signedIn.value?.posts.flatMap((post) => post.roles));
  const { waiting, refused } = local.status.value;
  const at = (href: string) =>
    href === '/desk/' ? /^\/desk(\/(case|intake|print)\/.*)?$/.test(path) : path.startsWith(href);
  const links: NavLink[] = [
    { label: '办件', href: '/desk/' },
    { label: '待上报', href: '/desk/outbox', count: waiting + refused },
  ];
  if (roles.has('editor')) links.push({ label: '事项', href: '/desk/items' });
  if (roles.has('admin')) links.push({ label: '人员', href: '/desk/admin/staff' });
  return links.map((link) => ({ ...link, current: at(link.href) }));
}

function Line({ local }: { readonly local: Local }) {
  const { route } = useLocation();
  const { online, waiting, refused, lastContact, sending } = local.status.value;
  const today = legalDateOf(local.now());
  const date = lastContact && legalDateOf(lastContact);
  const day = date && (date === today ? '今天' : date.slice(5).replace('-', '月').concat('日'));
  return (
    <ConnectionBar
      online={online}
      waiting={waiting}
      refused={refused}
      sending={sending}
      lastContact={lastContact ? `${day} ${legalTimeOfDay(lastContact)}` : undefined}
      onOpen={() => route('/desk/outbox')}
    />
  );
}

/** Who is signed in, and leaving: what waits stays and is sent on. */
function Person({ local }: { readonly local: Local }) {
  const open = useSignal(false);
  const close = () => {
    open.value = false;
  };
  const { waiting } = local.status.value;
  return (
    <div class={styles.person}>
      <span class={styles.personName}>{local.signedIn.value?.name}</span>
      <span class={styles.keys}>
        <Button kind="quiet" icon={Keyboard} onClick={openShortcutHelp}>
          快捷键
        </Button>
      </span>
      <Button
        kind="quiet"
        icon={LogOut}
        onClick={() => {
          open.value = true;
        }}
      >
        退出
      </Button>
      <Dialog
        open={open.value}
        heading="退出登录？"
        onClose={close}
        actions={
          <>
            <Button onClick={close}>不退出</Button>
            <Button
              kind="primary"
              onClick={() => {
                close();
                void local.signOut();
              }}
            >
              退出登录
            </Button>
          </>
        }
      >
        <p>
          {waiting > 0 ? `${waiting} 件待上报的留在本机，退出后仍会自动上报。` : '没有待上报的。'}
          草稿留在本机，您再登录时还在。再登录要连网。
        </p>
      </Dialog>
    </div>
  );
}
