/**
 * `document.render.p95`: from the press on 打印 until a recorded document stands on the screen whole, with the code that
 * verifies it: on a slow counter PC without a line. The document's code is opened from what the device keeps sealed.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { Page } from '@playwright/test';
import { seedCatalogue } from '../../../src/catalogue/index.ts';
import type { Case } from '../../../src/domain/case.ts';
import { issuedDocuments } from '../../../src/domain/documents.ts';
import { type LegalDate, legalDateOf } from '../../../src/domain/time.ts';
import { documentCode } from '../../../src/protocol/documentCode.ts';
import type { FeedRow } from '../../../src/protocol/feed.ts';
import { openBrowser } from '../../support/browser.ts';
import { XIJI } from '../../support/intake.ts';
import { SECRET } from '../../support/journeyDesk.ts';
import { type JourneyDistrict, openDistrict } from '../../support/journeyDistrict.ts';
import { makeProfile, SETTLE_MS } from '../clerkProfile.ts';
import { type Measured, say } from '../figure.ts';
import { localCases, serveFeed } from '../localCases.ts';
import { renderDocuments } from '../page/documents.ts';
import { quiet } from '../quiet.ts';
import { percentile, spread } from '../statistics.ts';
import { throttleOf } from '../throttle.ts';
import { inWorkspace } from '../workspace.ts';

const CASES = 40;
const DRAWN = 24;
const KEY = 'AAAAAAAAAAAAAAAAAAAAAA';
const QUIET_WITHIN_MS = 15_000;

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const district = await openDistrict();
    try {
      const profile = await fill(district, folder);
      await district.kill();
      const taken = await drawnOn(profile, `${district.url}/desk/`);
      say(`  a document ${spread(taken)} ms`);
      return { value: percentile(taken, 0.95), unit: 'ms', better: 'less' };
    } finally {
      await district.end();
    }
  });

async function fill(district: JourneyDistrict, folder: string): Promise<string> {
  const today = legalDateOf(new Date().toISOString());
  const rows = localCases(CASES, today).map((row) => handled(row, today));
  return await makeProfile(district, folder, {
    arrange: ({ context }) => serveFeed(context, rows),
    ready: async ({ page }) => {
      await page.locator('ul[aria-label="办件"] > li').nth(DRAWN).waitFor();
    },
  });
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const signText = (text: string): string =>
  sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');

/** The case decided, approved, sealed and delivered, with its signed documents. */
function handled(row: FeedRow, on: LegalDate): FeedRow {
  if (!row.state) return row;
  const signed = (name: string) => ({ by: name, name, office: XIJI, on });
  const text = '材料齐全，符合法定形式，内容真实。'.repeat(6);
  const state: Case = {
    ...row.state,
    status: 'delivered',
    acceptedOn: on,
    decision: { ...signed('李审核'), granted: true, reasons: [], text },
    approval: { ...signed('王批准'), text: '' },
    sealing: {
      ...signed('赵监印'),
      ...{
        serial: row.position,
        seal: 'approval',
        copies: 2,
        text: '',
        drafter: '李审核',
        approver: '王批准',
      },
    },
    delivery: { ...signed('孙窗口'), way: 'inPerson', receiver: '本人' },
  };
  const item = seedCatalogue.items.find((one) => one.id === state.item);
  const documents = issuedDocuments(state, item).map(({ title, office, serial = null, hash }) => ({
    ...{ title, hash },
    code: documentCode({ title, case: state.id, office, on, serial, hash }, KEY, signText),
  }));
  return { ...row, state, documents: { signed: documents, prints: [] } };
}

async function drawnOn(profile: string, address: string): Promise<number[]> {
  const browser = await openBrowser(profile);
  try {
    await browser.context.setOffline(true);
    const [page] = browser.context.pages();
    if (!page) throw new Error('a browser without a page');
    await page.goto(address);
    await unlock(page);
    await page.waitForTimeout(SETTLE_MS);
    await quiet(QUIET_WITHIN_MS);
    const throttle = await throttleOf(page);
    await throttle.slowCpu();
    const taken = await page.evaluate(renderDocuments, DRAWN);
    await throttle.checkCpu();
    return taken;
  } finally {
    await browser.close();
  }
}

async function unlock(page: Page): Promise<void> {
  const secret = page.locator('input[type="password"]');
  await secret.fill(SECRET);
  await secret.press('Enter');
  await page.locator('ul[aria-label="办件"] > li').nth(DRAWN).waitFor();
}
