import type { CDPSession } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { JourneyDesk } from '../support/journeyDesk.ts';
import { journeyHall } from '../support/journeyHall.ts';
import { JourneyIntake } from '../support/journeyIntake.ts';

interface Authenticator {
  /** From now on no finger is the right one. */
  mistakeFingers(): Promise<void>;
  end(): Promise<void>;
}

/** The built-in authenticator of a tablet; null where this Chromium's cannot do PRF. */
async function authenticatorOf({ page, context }: JourneyDesk): Promise<Authenticator | null> {
  const devTools = await context.newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  const added = await addTo(devTools).catch(() => null);
  if (!added) return null;
  const { authenticatorId } = added;
  return {
    mistakeFingers: async () => {
      await devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    },
    end: () => devTools.detach(),
  };
}

const addTo = (devTools: CDPSession) =>
  devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

const canPrf = ({ page }: JourneyDesk): Promise<boolean> =>
  page.evaluate(async () => {
    const can = await PublicKeyCredential.getClientCapabilities?.();
    return can?.['extension:prf'] === true;
  });

describe('a passkey', () => {
  const hall = journeyHall();

  test('unlocks instead of a secret, without a line too, and where it stops working the password is the way back', async ({
    skip,
  }) => {
    const { district } = hall;
    const desk = await hall.desk();
    const { page } = desk;
    await desk.open();
    const authenticator = (await canPrf(desk)) ? await authenticatorOf(desk) : null;
    if (!authenticator) {
      console.log('passkey journey skipped: this Chromium offers no PRF in its virtual authenticator');
      return skip();
    }
    const { office } = await district.member('xiji.clerk');
    await desk.enrol(await district.code(office));
    await desk.signIn('xiji.clerk');
    await desk.heading('设解锁口令').waitFor();
    await desk.press('用通行密钥（指纹、人脸或者安全钥匙）');
    await desk.heading('今天的办件').waitFor();
    await desk.readyForOffline();
    const number = await new JourneyIntake(page, '7b').toAcceptance();
    await desk.allSent();

    await desk.goOffline();
    await desk.lock();
    expect(await page.getByLabel(/解锁口令/).count(), 'nothing is typed').toBe(0);
    await desk.press('用通行密钥解锁');
    await desk.openList();
    await desk.row(number).getByText('区里已登记').waitFor();

    // The window is loaded anew: nothing is left in memory.
    await page.reload();
    await desk.heading('解锁').waitFor();
    await desk.press('用通行密钥解锁');
    await desk.openList();
    await desk.row(number).waitFor();
    const later = await new JourneyIntake(page, '7b').toAcceptance();
    await desk.goOnline();
    await desk.allSent();
    expect(district.cases().map((one) => one.number)).toEqual([number, later]);

    // Too many wrong fingers: the authenticator itself is blocked, and the password is the way back.
    await desk.lock();
    await authenticator.mistakeFingers();
    await desk.press('用通行密钥解锁');
    await page.getByText('通行密钥没有验证成功。').waitFor();
    await desk.press('通行密钥用不了，或者第一次在这台设备上办件');
    await desk.signIn('xiji.clerk');
    await desk.setSecret();
    await desk.openList();
    await desk.row(later).getByText('区里已登记').waitFor();
    await desk.lock();
    await desk.unlock('xiji.clerk');
    await desk.row(number).waitFor();
    await authenticator.end();
  });
});
