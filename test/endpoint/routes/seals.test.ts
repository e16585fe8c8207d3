import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { OfficeId, Role } from '../../../src/domain/office.ts';
import { REGISTER_PAGE, RegisterPage } from '../../../src/protocol/sealRegister.ts';
import { addPerson, call, signIn, startEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { DISTRICT, SANGCUN, XIJI } from '../../support/intake.ts';
import { sealLine } from '../store/contractSeals.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.stop());

const as = async (office: OfficeId, ...roles: Role[]) =>
  signIn(endpoint, await addPerson(endpoint, office, roles));
const ask = (cookie: string | undefined, query: string) =>
  call(endpoint, `/api/seals?${query}`, cookie === undefined ? {} : { cookie });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const pageOf = async (answer: Response) => v.parse(RegisterPage, await answer.json());

describe('the seal register of an office', () => {
  it('says what the book has columns for, and nothing of whose case it was', async () => {
    const back = { what: 'returnForForm', on: '2026-12-01' } as const;
    await endpoint.store.write(async (tx) => {
      await tx.addSealLines([sealLine(1, { back }), sealLine(1, { turn: 2, on: '2026-12-02' })]);
      await tx.nextSerial(`document ${XIJI} 2026`);
    });
    const answer = await ask(await as(XIJI, 'sealer'), `office=${XIJI}&year=2026`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const line = {
      ...{ serial: 1, turn: 1, on: '2026-11-23', title: '审核意见书', seal: 'approval', copies: 2 },
      ...{ number: '370406102-20261123-K7-0007-4QXM-H', note: '一份存档' },
      ...{ approver: '赵主任', drafter: '钱审核', sealer: '孙监印' },
    };
    expect(await pageOf(answer)).toEqual({
      lines: [
        { ...line, back },
        { ...line, turn: 2, on: '2026-12-02' },
      ],
      years: [{ year: '2026', given: 1 }],
      next: null,
    });
  });

  it('is read by its leaders and sealers and by supervisors, and by nobody else', async () => {
    const query = `office=${XIJI}&year=2026`;
    for (const [office, role] of [
      [XIJI, 'leader'],
      [XIJI, 'sealer'],
      [DISTRICT, 'supervisor'],
    ] as const)
      expect((await ask(await as(office, role), query)).status).toBe(200);
    for (const [office, role] of [
      [SANGCUN, 'leader'],
      [DISTRICT, 'leader'],
      [DISTRICT, 'admin'],
      [XIJI, 'clerk'],
      [XIJI, 'reviewer'],
    ] as const)
      expect(await codeOf(await ask(await as(office, role), query))).toBe('session.forbidden');
    expect((await ask(undefined, query)).status).toBe(401);
  });

  it('comes page by page, with every line once', async () => {
    const serials = Array.from({ length: 2 * REGISTER_PAGE + 1 }, (_, index) => index + 1);
    await endpoint.store.write((tx) =>
      tx.addSealLines(serials.map((serial) => sealLine(serial, { office: SANGCUN }))),
    );
    const cookie = await as(SANGCUN, 'leader');
    const read: (number | null)[] = [];
    const sizes: number[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const place = after === '' ? '' : `&after=${after}`;
      const page = await pageOf(await ask(cookie, `office=${SANGCUN}&year=2026${place}`));
      read.push(...page.lines.map((one) => one.serial));
      sizes.push(page.lines.length);
      after = page.next;
    }
    expect(sizes).toEqual([REGISTER_PAGE, REGISTER_PAGE, 1]);
    expect(read).toEqual(serials);
  });

  it('tells no number whose line it does not have, also while somebody seals', async () => {
    const { read, write } = endpoint.store;
    const office = '370406107';
    const cookie = await as(office, 'sealer');
    const reading = vi.spyOn(read, 'sealLines').mockImplementationOnce(async (query) => {
      reading.mockRestore();
      const found = await read.sealLines(query);
      await write(async (tx) => {
        await tx.addSealLines([sealLine(1, { office })]);
        await tx.nextSerial(`document ${office} 2026`);
      });
      return found;
    });
    expect(await pageOf(await ask(cookie, `office=${office}&year=2026`))).toEqual({
      ...{ lines: [], years: [], next: null },
    });
  });

  it('is empty in a year in which nothing was sealed', async () => {
    const page = await pageOf(await ask(await as(DISTRICT, 'supervisor'), `office=${DISTRICT}&year=2031`));
    expect(page).toEqual({ lines: [], years: [], next: null });
  });

  it('is not asked for in a way that means nothing', async () => {
    const cookie = await as(DISTRICT, 'supervisor');
    for (const query of [
      'year=2026',
      `office=${XIJI}`,
      `office=${XIJI}&year=26`,
      `office=all&year=2026`,
      `office=${XIJI}&year=2026&after=1`,
      `office=${XIJI}&year=2026&after=-1-1`,
      `office=${XIJI}&year=2026&year=2027`,
    ]) {
      const answer = await ask(cookie, query);
      expect([query, answer.status, await codeOf(answer)]).toEqual([query, 400, 'request.malformed']);
    }
  });
});
