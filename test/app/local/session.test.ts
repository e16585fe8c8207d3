import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CLERK,
  EAST_CLERK,
  Hall,
  intake,
  must,
  OFFLINE,
  OTHER_CLERK,
  problem,
  SECRET,
  TIMEOUT,
} from '../../support/hall.ts';
import { refusedBy } from '../../support/sampleCase.ts';

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

  it('needs to be done once: from then on the secret opens without a line', async () => {
    const { local, profile } = await hall.ready();
    await local.close();
    hall.instead = () => OFFLINE;
    const again = await hall.openLocked(profile);
    expect(again.access.value).toMatchObject({ state: 'locked', people: [{ username: 'wang' }] });
    expect(again.signedIn.value).toBeNull();
    await hall.unlock(again);
    expect(again.signedIn.value?.name).toBe(CLERK.name);
  });

  it('on a computer that is no device keeps nothing', async () => {
    const profile = hall.profile();
    const local = await hall.open(profile);
    must(await local.signIn(' Wang ', 'password'));
    expect(local.access.value).toMatchObject({ state: 'visiting', person: { id: CLERK.id } });
    await local.close();
    expect((await hall.open(profile)).signedIn.value).toBeNull();
  });

  it('brings a new key of the person for an enrolled device along', async () => {
    const { local } = await hall.ready();
    const before = hall.personKeys.length;
    must(await local.signIn('li', 'password'));
    expect(hall.personKeys).toHaveLength(before + 1);
    expect(local.access.value).toMatchObject({ state: 'choosing', person: { username: 'li' } });
    must(await local.setSecret(SECRET));
    expect(local.access.value.state).toBe('open');
  });

  it('on another hall’s device shows none of that hall’s cases, and keeps nothing', async () => {
    const { local } = await hall.ready();
    must(await local.submit(intake()));
    await hall.settle();
    expect(local.cases.value).toHaveLength(1);
    must(await local.signIn(EAST_CLERK.username, 'password'));
    await hall.settle();
    expect(local.access.value.state).toBe('visiting');
    expect(local.cases.value).toEqual([]);
    await hall.begin(local, OTHER_CLERK);
    expect(local.cases.value).toHaveLength(1);
  });

  it('a locked device reads nothing with what the browser has kept, and whoever unlocks reads again', async () => {
    const { local, profile } = await hall.ready();
    const reads = async () => (await profile.transport.session()).kind === 'answer';
    expect(await reads()).toBe(true);
    local.lock();
    expect(await reads()).toBe(false);
    must(await local.unlock(CLERK.id, SECRET));
    await hall.settle();
    expect(await reads()).toBe(true);
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

describe('a post that is taken while somebody works', () => {
  const take = () => {
    for (const [cookie, member] of hall.sessions) hall.sessions.set(cookie, { ...member, posts: [] });
  };

  it('is heard of within ten minutes', async () => {
    const { local } = await hall.ready();
    take();
    expect(local.signedIn.value?.posts).not.toEqual([]);
    await hall.pass(10 * 60_000);
    expect(local.signedIn.value?.posts).toEqual([]);
    expect(local.access.value.state).toBe('open');
  });

  it('is asked for again within a minute when the question after a time without a line was lost', async () => {
    const { local, profile } = await hall.ready();
    profile.change({ online: false });
    take();
    hall.instead = (resource) => (resource === 'session' ? TIMEOUT : undefined);
    profile.change({ online: true });
    await hall.settle();
    expect(local.signedIn.value?.posts).not.toEqual([]);
    hall.instead = () => undefined;
    await hall.pass(60_000);
    expect(local.signedIn.value?.posts).toEqual([]);
  });
});

describe('enrolling', () => {
  it('gives the device its slot for good, and asks under the same id when the answer was lost', async () => {
    const profile = hall.profile();
    const local = await hall.open(profile);
    const ids: string[] = [];
    const { enrol } = profile.transport;
    Object.assign(profile.transport, {
      enrol: (body: Parameters<typeof enrol>[0]) => {
        ids.push(body.id);
        return enrol(body);
      },
    });
    const code = hall.code();
    hall.afterwards = () => OFFLINE;
    expect(refusedBy(await local.enrol(code)).code).toBe('line.offline');
    hall.afterwards = (_, reply) => reply;
    const info = must(await local.enrol(code));
    expect(new Set(ids)).toEqual(new Set([info.id]));
    await hall.settle();
    await local.close();
    expect((await hall.open(profile)).device.value).toEqual(info);
  });

  it('is refused in WeChat, and in what looks like a private window unless the person knows better', async () => {
    const profile = hall.profile();
    const local = await hall.open(profile);
    profile.change({ unfit: 'wechat' });
    expect(refusedBy(await local.enrol(hall.code(), true)).code).toBe('enrol.wechat');
    profile.change({ unfit: 'private' });
    expect(refusedBy(await local.enrol(hall.code())).code).toBe('enrol.private');
    must(await local.enrol(hall.code(), true));
  });

  it('is refused without the right code', async () => {
    const local = await hall.open(hall.profile());
    expect(refusedBy(await local.enrol('0000-0000')).code).toBe('enrol.codeWrong');
    expect(local.device.value).toBeNull();
  });

  it('is asked for again under the old id when the district has forgotten the device, and nothing is lost', async () => {
    const { local } = await hall.ready();
    const device = local.device.value;
    hall.instead = (resource) =>
      resource === 'commands' || resource === 'contact' ? problem(401, 'device.unknown') : undefined;
    const saved = must(await local.submit(intake()));
    await hall.settle();
    expect(local.outbox.value[0]).toMatchObject({ state: 'waiting', last: { code: 'device.unknown' } });
    await hall.pass(600_000);
    expect(local.device.value).toBeNull();
    hall.instead = () => undefined;
    expect(must(await local.enrol(hall.code())).id).toBe(device?.id);
    await hall.settle();
    expect(hall.authority.streams.get(saved.case.id)?.state?.status).toBe('accepted');
    await hall.unlock(local);
    expect(local.cases.value).toHaveLength(1);
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
    await hall.begin(local, OTHER_CLERK);
    expect(local.drafts.value).toEqual([]);
    await hall.unlock(local);
    expect(local.drafts.value).toHaveLength(1);
    await local.removeDraft('a');
    await hall.settle();
    expect(again.drafts.value).toEqual([]);
  });
});
