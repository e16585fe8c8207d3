import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { issuedDocuments, stillStands } from '../../src/domain/documents.ts';
import { DOCUMENT_TITLES, DOCUMENTS } from '../../src/domain/documentTitles.ts';
import { act, does, onTheWay } from '../support/handlingActs.ts';
import { handledItem } from '../support/handlingCatalogue.ts';
import { aStory, playHandling } from '../support/handlingStories.ts';

const documents = (found: Case) => issuedDocuments(found, handledItem(found.item));
const kinds = (found: Case) => documents(found).map((one) => one.kind);
const hashOf = (found: Case, kind: string) => documents(found).find((one) => one.kind === kind)?.hash;

describe('the documents of a case', () => {
  it('have a title for every kind', () => {
    for (const kind of DOCUMENTS)
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

  it('never change their words but by an act that makes others of them', () => {
    const making = new Set([
      ...['sealed', 'decided', 'approved', 'issued', 'delivered', 'suspended', 'extended', 'answered'],
      ...['forwarded', 'sentBack', 'fulfilled', 'accepted', 'handedOff', 'rectified'],
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
