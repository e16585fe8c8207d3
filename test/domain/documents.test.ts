import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { issuedDocuments, stillStands } from '../../src/domain/documents.ts';
import { DOCUMENT_TITLES, HANDLED_DOCUMENTS, INTAKE_NOTICES } from '../../src/domain/documentTitles.ts';
import { act, along, DEFERRED, does, onTheWay } from '../support/handlingActs.ts';
import { handledItem } from '../support/handlingCatalogue.ts';
import { aStory, playHandling } from '../support/handlingStories.ts';

/** As it was printed before a sending was kept with its sender and words. */
const OLD_SLIP = 'd048a5812ef38266a42191e7bba99f70';

const ENDED = [
  ['returned', '退回材料告知书'],
  ['declined', '不予受理决定书'],
  ['closed', '终止办理通知书'],
] as const;

const documents = (found: Case) => issuedDocuments(found, handledItem(found.item));
const kinds = (found: Case) => documents(found).map((one) => one.kind);
const hashOf = (found: Case, kind: string) => documents(found).find((one) => one.kind === kind)?.hash;

describe('the documents of a case', () => {
  it('have a title for every kind', () => {
    for (const kind of [...INTAKE_NOTICES, ...HANDLED_DOCUMENTS])
      expect(
        DOCUMENT_TITLES.some(([, one]) => one === kind),
        kind,
      ).toBe(true);
  });

  it('begin with its release: a draft is nobody’s to hand over', () => {
    expect(kinds(onTheWay('sign', 'decided'))).not.toContain('decision');
    expect(kinds(onTheWay('sign', 'sealed'))).toContain('decision');
    expect(kinds(onTheWay('birth', 'approved'))).not.toContain('opinion');
    expect(kinds(onTheWay('birth', 'sealed'))).toContain('opinion');
  });

  it('say the same after it was delivered, and something else with another word, name or number', () => {
    const sealed = onTheWay('sign', 'sealed');
    const hash = hashOf(sealed, 'decision');
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(hashOf(does(sealed, 'clerk', act('deliver')), 'decision')).toBe(hash);
    const { decision, sealing, parties } = sealed;
    if (!decision || !sealing) throw new Error('not decided, or not sealed');
    const others: Partial<Case>[] = [
      { decision: { ...decision, text: `${decision.text}。` } },
      { decision: { ...decision, granted: !decision.granted } },
      { sealing: { ...sealing, serial: 7 } },
      { parties: parties.map((one) => ({ ...one, name: `${one.name}某` })) },
      { code: 'AAAAAA' },
    ];
    const hashes = others.map((other) => hashOf({ ...sealed, ...other }, 'decision'));
    expect(new Set([hash, ...hashes]).size).toBe(1 + others.length);
  });

  it('are not what they were once the opinion is recalled, or returned for its form', () => {
    const sealed = onTheWay('birth', 'sealed');
    const [opinion] = documents(sealed).filter((one) => one.kind === 'opinion');
    if (!opinion) throw new Error('no opinion');
    const item = handledItem('birth');
    expect(stillStands(sealed, item, opinion)).toBe(true);
    const sent = onTheWay('birth', 'atDepartment');
    expect(stillStands(sent, item, opinion)).toBe(true);
    expect(stillStands(does(sent, 'officer', act('returnForForm')), item, opinion)).toBe(false);
    expect(stillStands(does(sent, 'reviewer', act('recallOpinion')), item, opinion)).toBe(false);
  });

  it('of a case that is sent again on the same day are two slips, each its own sending’s', () => {
    const item = handledItem('birth');
    const sent = onTheWay('birth', 'atDepartment');
    const [first] = documents(sent).filter((one) => one.kind === 'transfer');
    const returned = does(sent, 'officer', act('returnForForm'));
    const sealed = does(returned, 'sealer', act('seal'));
    const again = does(sealed, 'clerk', act('forward'));
    const [second] = documents(again).filter((one) => one.kind === 'transfer');
    if (!first || !second) throw new Error('no slip');
    expect(second.hash).not.toBe(first.hash);
    for (const found of [returned, sealed, again]) expect(stillStands(found, item, first)).toBe(false);
    expect(stillStands(again, item, second)).toBe(true);
    const issued = along(
      again,
      ['clerk', act('dispatchPapers')],
      ['officer', act('signForPapers')],
      ['officer', act('issue')],
    );
    expect(stillStands(issued, item, second)).toBe(true);
  });

  it('of a recalled opinion are gone with their slip, until it is sent again', () => {
    const item = handledItem('birth');
    const sent = onTheWay('birth', 'atDepartment');
    const [slip] = documents(sent).filter((one) => one.kind === 'transfer');
    if (!slip) throw new Error('no slip');
    const recalled = does(sent, 'reviewer', act('recallOpinion'));
    expect(kinds(recalled)).not.toContain('transfer');
    expect(stillStands(recalled, item, slip)).toBe(false);
    const anew = along(
      recalled,
      ['reviewer', act('opine')],
      ['leader', act('approve')],
      ['sealer', act('seal')],
    );
    expect(stillStands(anew, item, slip)).toBe(false);
    expect(kinds(anew)).not.toContain('transfer');
    const again = does(anew, 'clerk', act('forward'));
    expect(hashOf(again, 'transfer')).not.toBe(slip.hash);
  });

  it('are not undone by what a department gives back within itself, nor by a paper that comes later', () => {
    const item = handledItem('coop');
    const sent = onTheWay('coop', 'atDepartment', DEFERRED);
    const [slip] = documents(sent).filter((one) => one.kind === 'transfer');
    if (!slip) throw new Error('no slip');
    const refused = act('decide', { granted: false, reasons: ['conditions'] });
    const seen = does(sent, 'officer', act('recordStep'));
    const back = along(seen, ['officer', refused], ['departmentLeader', act('sendBack')]);
    const later = does(back, 'clerk', act('fulfil'));
    for (const found of [back, later]) expect(stillStands(found, item, slip)).toBe(true);
  });

  it('say who sent it on and with which words', () => {
    const sent = onTheWay('coop', 'accepted');
    const slips = (['clerk', 'reviewer'] as const).flatMap((who) =>
      ['请先看第二页', ''].map((text) => does(sent, who, act('forward', { text }))),
    );
    expect(new Set(slips.map((one) => hashOf(one, 'transfer'))).size).toBe(4);
    expect(slips[0]?.forwarding).toMatchObject({ by: 'clerk', text: '请先看第二页' });
  });

  it('that were sent on before each sending was kept say what they always said', () => {
    const sent = onTheWay('birth', 'atDepartment');
    const { forwarding: _, ...old } = sent;
    const slip = documents(old).find((one) => one.kind === 'transfer');
    expect(slip?.hash).toBe(OLD_SLIP);
    const item = handledItem('birth');
    if (!slip) throw new Error('no slip');
    expect(stillStands(old, item, slip)).toBe(true);
    expect(stillStands(does(old, 'reviewer', act('recallOpinion')), item, slip)).toBe(false);
  });

  it('stand beside a later one of their kind: a second special procedure takes nothing back of the first', () => {
    const item = handledItem('sign');
    const first = does(onTheWay('sign', 'accepted'), 'reviewer', act('suspend'));
    const [notice] = documents(first).filter((one) => one.kind === 'suspension');
    if (!notice) throw new Error('no notice');
    const resumed = does(first, 'reviewer', act('resume'));
    const second = does(resumed, 'reviewer', act('suspend', { notice: '告知书〔2026〕2号' }));
    expect(hashOf(second, 'suspension')).not.toBe(notice.hash);
    for (const found of [first, resumed, second]) expect(stillStands(found, item, notice)).toBe(true);
    expect(stillStands(second, item, { ...notice, hash: notice.hash.replace(/^./, 'x') })).toBe(false);
  });

  it('begin with what the window told: each notice stays as it was told, while papers come and the case goes on', () => {
    const item = handledItem('sign');
    const accepted = onTheWay('sign', 'accepted', DEFERRED);
    const [notice] = documents(accepted);
    if (!notice) throw new Error('no notice');
    expect(notice).toMatchObject({ kind: 'accepted', title: '受理通知书', office: accepted.hall });
    const fulfilled = does(accepted, 'clerk', act('fulfil'));
    for (const found of [fulfilled, does(fulfilled, 'reviewer', act('suspend'))])
      expect(stillStands(found, item, notice)).toBe(true);
    const withdrawn = does(accepted, 'clerk', act('withdraw'));
    expect(documents(withdrawn)[0]).toMatchObject({ title: '撤回申请确认书' });
    expect(stillStands(withdrawn, item, notice)).toBe(false);
    for (const one of documents(withdrawn))
      expect(stillStands(withdrawn, item, one), one.title).toBe(one.kind === 'withdrawn');
  });

  it('say the same of what was to be mended once the case is accepted', () => {
    const item = handledItem('sign');
    const accepted = onTheWay('sign', 'accepted');
    const { acceptedOn: _, deadlines: __, ...open } = accepted;
    const told = { on: open.receivedOn, due: '2026-12-07', lines: [], countsAgainstHall: false };
    const correcting: Case = { ...open, status: 'correcting', corrections: [told] };
    const [notice] = documents(correcting);
    if (!notice) throw new Error('no notice');
    expect(notice.title).toBe('一次性补正告知书');
    expect(stillStands({ ...accepted, corrections: [told] }, item, notice)).toBe(true);
    const ending = { ground: 'correctionLapsed', text: '', on: '2026-12-08', lines: [] };
    const closed: Case = { ...correcting, status: 'closed', ending };
    expect(stillStands(closed, item, notice)).toBe(false);
    expect(documents(closed).map((one) => [one.kind, stillStands(closed, item, one)])).toEqual([
      ['closed', true],
      ['correction', false],
    ]);
  });

  it('of an ended intake are the notice of that end, and another with another word in it', () => {
    const open = onTheWay('sign', 'accepted');
    const line = { material: 'form', name: '申请书', what: '签名', basis: '第三十二条' };
    const ending = { ground: 'x', text: '', on: open.receivedOn, lines: [line] };
    for (const [status, title] of ENDED) {
      const found: Case = { ...open, status, ending };
      const notice = documents(found).find((one) => one.kind === status);
      expect(notice).toMatchObject({ title, office: open.hall, on: ending.on });
      const other: Case = { ...found, ending: { ...ending, lines: [{ ...line, what: '盖章' }] } };
      expect(hashOf(other, status)).not.toBe(notice?.hash);
    }
    const answered = { ...open, status: 'closed', ending: { ...ending, ground: 'answered' } } as const;
    expect(kinds(answered)).not.toContain('closed');
  });

  it('never change their words but by an act that makes others of them', () => {
    const making = new Set([
      ...['sealed', 'decided', 'approved', 'issued', 'delivered', 'suspended', 'extended', 'answered'],
      ...['forwarded', 'sentBack', 'fulfilled', 'accepted', 'handedOff', 'rectified'],
      ...['correctionRequired', 'papersReturned', 'declined', 'closed', 'withdrawn'],
      ...['promiseVerified', 'revoked', 'revocationSealed', 'revocationDelivered'],
    ]);
    fc.assert(
      fc.property(aStory, (story) => {
        for (const { before, after, events } of playHandling(story)) {
          if (!events || events.some((one) => making.has(one.type))) continue;
          const known = new Map(documents(before).map((one) => [one.title, one.hash]));
          for (const one of documents(after)) expect(one.hash).toBe(known.get(one.title));
        }
      }),
      { numRuns: 60 },
    );
  });
});
