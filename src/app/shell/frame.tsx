import type { ReadonlySignal } from '@preact/signals';
import { useSignal } from '@preact/signals';
import { Keyboard, Lock, LogOut } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { legalDateOf, legalTimeOfDay } from '../../domain/time.ts';
import type { Timer } from '../local/ports.ts';
import type { Local } from '../local/types.ts';
import { Button } from '../parts/button.tsx';
import { ConnectionBar } from '../parts/connectionBar.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { keepForms } from '../parts/openForms.ts';
import { type NavLink, Shell } from '../parts/shell.tsx';
import { openShortcutHelp, ShortcutHelp } from '../parts/shortcutHelp.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { Banners, BESIDE } from './banners.tsx';
import { Gate } from './gate.tsx';
import styles from './shell.module.css';

export interface FrameProps {
  readonly local: Local;
  readonly timer: Timer;
  /** A new version waits until the person agrees; it is offered only while no form is open. */
  readonly updates: { readonly updateReady: ReadonlySignal<boolean>; applyUpdate(): void };
  readonly formOpen: ReadonlySignal<boolean>;
  /** How many notices were not looked at yet. */
  readonly notices: ReadonlySignal<number>;
  readonly children: ComponentChildren;
}

/** Where the first administrator is made. */
const SETUP = '/desk/setup';
const ADMINISTRATION = /^\/desk\/(admin|items|quarantine|follow-ups)(\/|$)/;
const HELP = { label: '看办件怎么走：状态、步骤和岗位', href: '/desk/help' };
const ENROL = '/desk/enrol';
/** Touches are told at most this often. */
const TOUCH_EVERY_MS = 5_000;

/** The frame of every staff screen. */
export function Frame({ local, timer, updates, formOpen, notices, children }: FrameProps) {
  const { path } = useLocation();
  const person = local.signedIn.value;
  const open = local.access.value.state === 'open';
  useTouches(local);
  useOwnBeginning(local);
  const office = local.device.value?.office;
  const place = (office && local.catalogue.value?.rules.office(office)?.name) || '乡镇便民服务工作台';
  return (
    <Shell
      place={place}
      home="/desk/"
      nav={person ? linksFor(local, path, notices.value) : undefined}
      person={person && <Person local={local} />}
      bar={<Line local={local} open={open} />}
      working={formOpen.value}
    >
      <Banners local={local} updates={updates} formOpen={formOpen} />
      <Gate
        local={local}
        timer={timer}
        administration={ADMINISTRATION.test(path)}
        setup={path === SETUP}
        enrolling={path === ENROL}
      >
        {children}
      </Gate>
      <ShortcutHelp more={HELP} />
    </Shell>
  );
}

function linksFor(local: Local, path: string, notices: number): readonly NavLink[] {
  const roles = new Set(local.signedIn.value?.posts.flatMap((post) => post.roles));
  const { waiting, refused } = local.status.value;
  const at = (href: string) =>
    href === '/desk/' ? /^\/desk\/?$/.test(path) || BESIDE.test(path) : path.startsWith(href);
  const open = local.access.value.state === 'open';
  const links: NavLink[] = open
    ? [
        { label: '办件', href: '/desk/' },
        { label: '提醒', href: '/desk/notices', count: notices },
        { label: '待上报', href: '/desk/outbox', count: waiting + refused },
        { label: '核验文书', href: '/desk/verify' },
      ]
    : [];
  const moves = (['clerk', 'reviewer', 'officer'] as const).some((role) => roles.has(role));
  if (open && moves) links.push({ label: '移交', href: '/desk/transfer' });
  if (open && (['sealer', 'leader', 'supervisor'] as const).some((role) => roles.has(role)))
    links.push({ label: '用印登记', href: '/desk/seals' });
  if (roles.has('supervisor'))
    links.push({ label: '存放', href: '/desk/quarantine' }, { label: '评价投诉', href: '/desk/follow-ups' });
  if (roles.has('editor')) links.push({ label: '事项', href: '/desk/items' });
  if (roles.has('admin'))
    links.push({ label: '人员', href: '/desk/admin/staff' }, { label: '设备', href: '/desk/admin/devices' });
  return links.map((link) => ({ ...link, current: at(link.href) }));
}

function Line({ local, open }: { readonly local: Local; readonly open: boolean }) {
  const { route } = useLocation();
  const { online, waiting, refused, lastContact, sending, gaveUp } = local.status.value;
  const today = legalDateOf(local.now());
  const date = lastContact && legalDateOf(lastContact);
  const day = date && (date === today ? '今天' : date.slice(5).replace('-', '月').concat('日'));
  return (
    <ConnectionBar
      online={online}
      waiting={waiting}
      // Where everything was given up there is nobody who could do something about them.
      refused={gaveUp ? 0 : refused}
      sending={sending}
      lastContact={lastContact ? `${day} ${legalTimeOfDay(lastContact)}` : undefined}
      onOpen={open ? () => route('/desk/outbox') : undefined}
    />
  );
}

/** Somebody is there: the idle time begins anew. */
function useTouches(local: Local): void {
  useEffect(() => {
    let last = -TOUCH_EVERY_MS;
    const touch = (event: Event): void => {
      if (event.timeStamp - last < TOUCH_EVERY_MS) return;
      last = event.timeStamp;
      local.touched();
    };
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) addEventListener(kind, touch, { passive: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, touch);
    };
  }, [local]);
}

/** Whoever takes over from somebody else begins at the list, not where the other one was. */
function useOwnBeginning(local: Local): void {
  const { route } = useLocation();
  const last = useRef<string | null>(null);
  const person = local.signedIn.value?.id ?? null;
  useEffect(() => {
    if (person === null) return;
    if (last.current !== null && last.current !== person) route('/desk/', true);
    last.current = person;
  }, [person]);
}

/** Who is signed in, and leaving: what waits stays and is sent on. */
function Person({ local }: { readonly local: Local }) {
  const open = useSignal(false);
  const close = () => {
    open.value = false;
  };
  const { waiting } = local.status.value;
  const unlocked = local.access.value.state === 'open';
  const lock = () => void keepForms().then(() => local.lock());
  useShortcuts(unlocked ? [{ keys: 'Alt+l', label: '锁屏，或者换人', run: lock, always: true }] : []);
  return (
    <div class={styles.person}>
      <span class={styles.personName}>{local.signedIn.value?.name}</span>
      <span class={styles.keys}>
        <Button kind="quiet" icon={Keyboard} onClick={openShortcutHelp}>
          快捷键
        </Button>
      </span>
      {unlocked && (
        <Button kind="quiet" icon={Lock} label="锁屏，换人" onClick={lock}>
          锁屏
        </Button>
      )}
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
                void keepForms().then(() => local.signOut());
              }}
            >
              退出登录
            </Button>
          </>
        }
      >
        <p>
          {waiting > 0 ? `${waiting} 件待上报的留在本机，退出后仍会自动上报。` : '没有待上报的。'}
          草稿留在本机，您再来时还在。只是离开一会儿，用“锁屏”就行，解锁不用连网。
        </p>
      </Dialog>
    </div>
  );
}
