import { seedCatalogue } from '../../src/catalogue/index.ts';
import { checklistOf, failedChecks, fullMark, type Marks } from '../../src/domain/checklist.ts';
import type { Answers } from '../../src/domain/condition.ts';
import type { CompleteGuide } from '../../src/domain/guide.ts';
import type { Party } from '../../src/domain/parties.ts';

/** Made-up people and bodies with valid check characters, and the shortest way through each complete guide. */

export const TODAY = '2026-11-24';

export function completeGuide(id: string): CompleteGuide {
  const guide = seedCatalogue.guides.find((one) => one.id === id);
  if (guide?.state !== 'complete') throw new Error(`guide ${id} is not complete`);
  return guide;
}

export const person = (role: string): Party => ({
  role,
  kind: 'person',
  name: '王秀兰',
  idKind: 'identityNumber',
  idNumber: '370406198001010025',
  telephone: '13863200001',
});

export const organisation = (role: string): Party => ({
  role,
  kind: 'organisation',
  name: '翼云果品种植专业合作社',
  idKind: 'creditCode',
  idNumber: '11370302004216079D',
  telephone: '06328829156',
});

export interface Sample {
  readonly answers: Answers;
  readonly parties: readonly Party[];
}

/** Every guide. */
export type SampleId =
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7a'
  | '7b'
  | '8'
  | '9'
  | '10'
  | '11'
  | '12'
  | '13';

export const SAMPLES: Readonly<Record<SampleId, Sample>> = {
  1: {
    answers: {
      town: '370406102',
      location: '西集村文化广场东侧',
      thing: 'banner',
      request: 'new',
      site: 'own',
      who: 'person',
      event: 'no',
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  2: {
    answers: {
      action: 'new',
      insurance: 'resident',
      reason: 'self',
      stage: 'before',
      place: 'other-province',
      city: '江苏省徐州市',
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  3: {
    answers: {
      who: 'person',
      action: 'resident',
      household: 'local',
      'insured-already': 'no',
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  4: {
    answers: {
      request: 'query',
      kind: 'skill',
      'at-hand': 'no',
      asker: 'holder',
      purpose: '找工作',
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  5: {
    answers: {
      paper: 'paid',
      insurance: 'pension',
      period: '2020 年 1 月到 2025 年 12 月',
      where: 'zaozhuang',
      whose: 'living',
      'number-changed': 'no',
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  '7a': {
    answers: {
      borrower: 'person',
      town: '370406102',
      group: 'farmer',
      registered: 'yes',
      household: 'local',
      married: 'no',
      'other-loans': 'no',
      amount: 20,
      years: 3,
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  '7b': {
    answers: {
      subsidy: 'one-time',
      town: '370406102',
      group: 'returnee',
      entity: 'individual',
      'first-time': 'yes',
      'person-changed': 'no',
      'months-open': 12,
      'months-insured': 6,
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  10: {
    answers: {
      action: 'setUp',
      name: '翼云果品种植专业合作社',
      members: 10,
      farmers: 10,
      organisations: 0,
      contribution: 'money',
      'charter-unanimous': 'yes',
      'prior-approval': 'no',
      agent: 'no',
    },
    parties: [person('legalRepresentative')],
  },
  6: {
    answers: { child: 'beyond', circumstance: 'remarried', registered: 'local', agent: 'no' },
    parties: [person('applicant'), person('spouse')],
  },
  8: {
    answers: {
      topic: 'transfer',
      wants: 'policy',
      question: '想把三亩地租给邻村的合作社，怎么签合同？',
      'own-case': 'no',
      'in-court': 'no',
      reply: 'spoken',
    },
    parties: [person('applicant')],
  },
  9: {
    answers: {
      what: 'enterprise',
      action: 'setUp',
      name: '翼云粉皮加工厂',
      investor: 'one',
      contribution: 'own',
      'investor-barred': 'no',
      flat: 'no',
      'prior-approval': 'no',
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  11: {
    answers: {
      ground: 'forest',
      location: '西集镇某村东山',
      who: 'person',
      right: 'own',
      forest: 'planted',
      purpose: 'harvest',
      area: 2,
      volume: 12,
      replant: 2,
      barred: 'none',
      'by-promise': 'no',
      survey: 'within',
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  12: {
    answers: {
      cause: 'storm',
      need: 'emergency',
      place: '西集镇某某村，7 月 20 日',
      people: 4,
      'lives-here': 'yes',
      'had-before': 'no',
      proposed: 'self',
      agent: 'no',
    },
    parties: [person('applicant')],
  },
  13: {
    answers: {
      action: 'transfer',
      location: '山城街道某小区 1 号楼',
      property: 'urban',
      cause: 'sale',
      'both-apply': 'yes',
      who: 'person',
      agent: 'no',
    },
    parties: [person('applicant'), person('other-side')],
  },
};

/** Every line of the checklist as if it had been brought completely. */
export function allIn(guide: CompleteGuide, answers: Answers): Marks {
  return Object.fromEntries(
    checklistOf(guide, answers).map((line) => [line.material.id, fullMark(line.material.form)]),
  );
}

export const idsOf = (guide: CompleteGuide, answers: Answers): string[] =>
  checklistOf(guide, answers).map((line) => line.material.id);

export const failing = (guide: CompleteGuide, answers: Answers) =>
  failedChecks(guide, answers).failed.map((one) => one.id);
