import { signal } from '@preact/signals';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { LineStatus } from '../../../src/app/local/lineStatus.ts';
import type { Access, DeviceInfo, KeptPerson, Local, SignedIn } from '../../../src/app/local/types.ts';
import { Gate } from '../../../src/app/shell/gate.tsx';
import { SecretScreen } from '../../../src/app/shell/secret.tsx';
import { SignInScreen } from '../../../src/app/shell/signInLater.ts';

const DESK = '今天的办件';
const LI: KeptPerson = { id: 'p', username: 'li.na', kind: 'digits', exhausted: false };
const WANG: KeptPerson = { id: 'q', username: 'wang.wei', kind: 'passkey', exhausted: false };
const person = (roles: SignedIn['posts'][number]['roles']): SignedIn => ({
  id: 'p',
  username: 'li.na',
  name: '李娜',
  posts: [{ office: '370406102', roles }],
});

interface World {
  readonly access: Access;
  readonly enrolled?: boolean;
  readonly administration?: boolean;
  readonly waiting?: number;
  readonly passkey?: boolean;
}

/** What stands on the screen behind which the desk lies. */
function seen({
  access,
  enrolled = true,
  administration = false,
  waiting = 0,
  passkey = false,
}: World): string {
  const status = { online: false, waiting } as LineStatus;
  const device = { id: 'd', name: '2 号窗口', office: '370406102' } as DeviceInfo;
  const local = {
    access: signal(access),
    status: signal(status),
    device: signal(enrolled ? device : null),
    signedIn: signal('person' in access ? access.person : null),
    catalogue: signal({ rules: { office: () => ({ name: '西集镇便民服务中心' }) } }),
    secretsAllowed: signal({ passkey, digits: 10, characters: 12 }),
  } as unknown as Local;
  const timer = { after: () => () => undefined };
  const places = { administration, setup: false, enrolling: false };
  // Behind the door, and fetched apart.
  if (access.state === 'choosing') return renderToString(h(SecretScreen, { local }));
  return renderToString(h(Gate, { local, timer, ...places, children: h('p', {}, DESK) }));
}

describe('the door', () => {
  it('shows who may unlock, and that sending goes on, and nothing of the desk', () => {
    const html = seen({ access: { state: 'locked', people: [LI, WANG] }, waiting: 20 });
    expect(html).toContain('li.na');
    expect(html).toContain('wang.wei');
    expect(html).toContain('20 件待上报的，锁着也会自动上报。');
    expect(html).not.toContain(DESK);
    expect(html, 'no name, only what one signs in with').not.toContain('李娜');
  });

  it('asks the only person for the secret at once, on a pad of digits, and no browser keeps it', () => {
    const html = seen({ access: { state: 'locked', people: [LI] } });
    expect(html).toContain('li.na 的解锁口令');
    expect(html).toMatch(/<input[^>]*inputmode="numeric"/i);
    expect(html).toMatch(/<input[^>]*type="password"/);
    expect(html).not.toContain('current-password');
  });

  it('asks for no secret where there is a passkey, or where ten were wrong', () => {
    const passkey = seen({ access: { state: 'locked', people: [WANG] } });
    expect(passkey).toContain('用通行密钥解锁');
    expect(passkey).not.toContain('<input');
    const exhausted = seen({ access: { state: 'locked', people: [{ ...LI, exhausted: true }] } });
    expect(exhausted).toContain('用密码登录');
    expect(exhausted).not.toContain('<input');
  });

  it('asks for the password where nobody has a secret yet', async () => {
    await SignInScreen.preload();
    expect(seen({ access: { state: 'locked', people: [] } })).toContain('current-password');
  });

  it('offers a passkey first where the browser has one, and says how long a secret must be', () => {
    const choosing: Access = { state: 'choosing', person: person(['clerk']) };
    expect(seen({ access: choosing })).not.toContain('用通行密钥');
    const html = seen({ access: choosing, passkey: true });
    expect(html.indexOf('用通行密钥')).toBeGreaterThan(0);
    expect(html.indexOf('用通行密钥')).toBeLessThan(html.indexOf('新的解锁口令'));
    expect(html).toContain('至少 10 位数字');
    expect(html).toContain('先不设，退出登录');
  });

  it('lets administration through to visitors, and tells them why the desk is closed', () => {
    const visiting: Access = { state: 'visiting', person: person(['admin']), people: [] };
    expect(seen({ access: visiting, administration: true })).toContain(DESK);
    const html = seen({ access: visiting, enrolled: false });
    expect(html).not.toContain(DESK);
    expect(html).toContain('/desk/admin/devices');
    expect(html).toContain('/desk/enrol');
  });

  it('opens to whoever has unlocked', () => {
    expect(seen({ access: { state: 'open', person: person(['clerk']), people: [LI] } })).toContain(DESK);
  });
});
