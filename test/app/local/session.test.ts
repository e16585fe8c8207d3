import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLERK, EAST_CLERK, Hall, intake, must, OFFLINE, OTHER_CLERK, problem } from '../../support/hall.ts';
import { refusedBy } from '../../support/sampleCase.ts';
import { WEST } from '../../support/sampleCatalogue.ts';

let hall: Hall;
beforeEach(() => {
  hall = new Hall();
});
afterEach(() => hall.close());

describe('signing in', () => {
  it('needs a line, and says in words what is wrong', async () => {
    const local = await hall.open(hall.profile());
    expect(refusedBy(await local.signIn('nobody', 'password')).code).toBe('session.wrong');
    hall.instead = () => OFFLINE;
    expect(refusedBy(await local.signIn('wang', 'password')).code).toBe('line.offline');
    expect(local.status.value.online).toBe(false);
  });

  it('lasts on the device without a line, and in every tab', async () => {
    const profile = hall.profile();
    const local = await hall.open(profile);
    const other = await hall.open(profile);
    must(await local.signIn(' Wang ', 'password'));
    await hall.settle();
    expect(other.signedIn.value).toEqual(local.signedIn.value);
    await local.close();
    hall.instead = () => OFFLINE;
    expect((await hall.open(profile)).signedIn.value?.name).toBe(CLERK.name);
  });

  it('brings the person’s key for an enrolled device along', async () => {
    const { local, profile } = await hall.ready();
    const bodies: unknown[] = [];
    const { signIn } = profile.transport;
    Object.assign(profile.transport, {
      signIn: (body: Parameters<typeof signIn>[0]) => {
        bodies.push(body);
        return signIn(body);
      },
    });
    must(await local.signIn('li', 'password'));
    const key = await profile.keys.key('person:li');
    expect(bodies).toEqual([
      { username: 'li', password: 'password', device: local.device.value?.id, personKey: key.publicKey },
    ]);
  });

  it('on another hall’s device shows none of that hall’s cases', async () => {
    const { local } = await hall.ready();
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.cases.value).toHaveLength(1);
    must(await local.signIn(EAST_CLERK.username, 'password'));
    await hall.settle();
    expect(local.cases.value).toEqual([]);
    must(await local.signIn(OTHER_CLERK.username, 'password'));
    await hall.settle();
    expect(local.cases.value).toHaveLength(1);
  });

  it('ends the session at the endpoint when there is a line again', async () => {
    const { local, profile } = await hall.ready();
    hall.instead = () => OFFLINE;
    await local.signOut();
    expect(local.signedIn.value).toBeNull();
    expect(hall.sessions.size).toBe(1);
    hall.instead = () => undefined;
    profile.change({ online: false });
    profile.change({ online: true });
    await hall.settle();
    expect(hall.sessions.size).toBe(0);
  });
});

describe('enrolling', () => {
  it('gives the device its slot for good, and asks under the same id when the answer was lost', async () => {
    const profile = hall.profile();
    const local = await hall.open(profile);
    must(await local.signIn('wang', 'password'));
    const ids: string[] = [];
    const { enrol } = profile.transport;
    Object.assign(profile.transport, {
      enrol: (body: Parameters<typeof enrol>[0]) => {
        ids.push(body.id);
        return enrol(body);
      },
    });
    hall.afterwards = () => OFFLINE;
    expect(refusedBy(await local.enrol('一号窗口', WEST)).code).toBe('line.offline');
    hall.afterwards = (_, reply) => reply;
    const info = must(await local.enrol('一号窗口', WEST));
    expect(new Set(ids)).toEqual(new Set([info.id]));
    await local.close();
    expect((await hall.open(profile)).device.value).toEqual(info);
  });

  it('is asked for again under the old id when the district has forgotten the device', async () => {
    const { local } = await hall.ready();
    const id = local.device.value?.id;
    hall.instead = (resource) => (resource === 'commands' ? problem(401, 'device.unknown') : undefined);
    const saved = must(await local.submit(intake()));
    await hall.settle();
    expect(local.outbox.value[0]).toMatchObject({ state: 'waiting', last: { code: 'device.unknown' } });
    let asked = 0;
    hall.instead = (resource) => {
      if (resource !== 'session') return undefined;
      asked += 1;
      return asked === 1 ? problem(401, 'device.unknown') : undefined;
    };
    must(await local.signIn('wang', 'password'));
    expect(local.device.value).toBeNull();
    expect(must(await local.enrol('一号窗口', WEST)).id).toBe(id);
    await hall.settle();
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('accepted');
  });
});

describe('drafts', () => {
  const draft = (id: string, step: string) => ({
    id,
    updatedAt: hall.time.instant(),
    content: {
      item: 'permit',
      guide: 'sign',
      guideVersion: 1,
      step,
      channel: 'hall' as const,
      answers: {},
      parties: [],
      marks: {},
      handlingTown: null,
    },
  });

  it('are kept at every change, the last word standing, and belong to one person', async () => {
    const { local, profile } = await hall.ready();
    await Promise.all(['item', 'answers', 'papers'].map((step) => local.saveDraft(draft('a', step))));
    expect(local.drafts.value.map((one) => one.content.step)).toEqual(['papers']);
    const again = await hall.open(profile);
    expect(again.drafts.value.map((one) => one.content.step)).toEqual(['papers']);
    must(await local.signIn(OTHER_CLERK.username, 'password'));
    expect(local.drafts.value).toEqual([]);
    must(await local.signIn('wang', 'password'));
    expect(local.drafts.value).toHaveLength(1);
    await local.removeDraft('a');
    await hall.settle();
    expect(again.drafts.value).toEqual([]);
  });
});
