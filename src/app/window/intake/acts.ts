import type { Calendar } from '../../../domain/calendar.ts';
import type { ToldLine } from '../../../domain/case.ts';
import { checklistOf, relevantAnswers } from '../../../domain/checklist.ts';
import { SIGNATURE } from '../../../domain/files.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import type { Item } from '../../../domain/item.ts';
import type { Office } from '../../../domain/office.ts';
import { partyRules } from '../../../domain/parties.ts';
import { never } from '../../../domain/result.ts';
import { handlingTownOf, routeAt } from '../../../domain/routing.ts';
import type { LegalDate } from '../../../domain/time.ts';
import type { Act } from '../../local/types.ts';
import { namedIn } from '../photos/pages.ts';
import type { IntakeContent, OutcomeKind } from './content.ts';
import { partiesToRecord } from './parties.ts';
import { correctionDates } from './told.ts';

/** What the outcome step comes to, prefilled and edited. */
export interface OutcomeValues {
  readonly kind: OutcomeKind;
  readonly lines: readonly ToldLine[];
  readonly due: LegalDate;
  readonly ground: string | null;
  readonly text: string;
  readonly referTo: string;
}

export function receiveAct(content: IntakeContent, item: Item, guide: CompleteGuide, hall: Office): Act {
  const answers = relevantAnswers(guide, content.answers);
  const asked = new Set(checklistOf(guide, answers).map((line) => line.material.id));
  const { files } = namedIn(content.files ?? [], (paper) => asked.has(paper) || paper === SIGNATURE);
  return {
    type: 'receive',
    payload: {
      item: item.id,
      guide: guide.id,
      guideVersion: guide.version,
      route: routeAt(item, hall),
      handlingTown: handlingTownOf(item, answers, hall),
      channel: content.channel,
      answers,
      parties: partiesToRecord(partyRules(guide, answers), content.parties),
      marks: Object.fromEntries(Object.entries(content.marks).filter(([id]) => asked.has(id))),
      ...(files.length > 0 ? { files } : {}),
      ...(content.signing
        ? { signing: { ...content.signing, witness: content.signing.witness.trim() } }
        : {}),
      ...(content.sitting ? { sitting: content.sitting } : {}),
      ...(content.renews ? { renews: content.renews } : {}),
      ...(content.sticker ? { sticker: content.sticker } : {}),
    },
  };
}

/** The acts that follow the receipt; none when the papers are only taken in. */
export function outcomeActs(values: OutcomeValues, parties: IntakeContent['parties']): readonly Act[] {
  const { kind } = values;
  if (kind !== 'finish') {
    const follows = outcomeAct({ ...values, kind });
    return follows ? [follows] : [];
  }
  // Whoever stands at the counter takes the result along.
  const receiver = (parties.find((one) => one.role === 'agent') ?? parties[0])?.name ?? '';
  // An instant item runs to its end in one visit, by one person (DESIGN §4, pace).
  return [
    { type: 'accept' },
    { type: 'decide', payload: { granted: true, reasons: [], text: '' } },
    { type: 'deliver', payload: { way: 'inPerson', receiver } },
  ];
}

function outcomeAct(values: OutcomeValues & { readonly kind: Exclude<OutcomeKind, 'finish'> }): Act | null {
  const text = values.text.trim();
  const referTo = values.referTo.trim();
  switch (values.kind) {
    case 'receive':
      return null;
    case 'accept':
      return { type: 'accept' };
    case 'requireCorrection':
      return { type: 'requireCorrection', payload: { lines: values.lines, due: values.due } };
    case 'returnPapers':
      return { type: 'returnPapers', payload: { lines: values.lines, text } };
    case 'decline':
      return {
        type: 'decline',
        payload: {
          ground: values.ground ?? '',
          text,
          lines: values.lines,
          ...(referTo === '' ? {} : { referTo }),
        },
      };
    default:
      return never(values.kind);
  }
}

/** The usual day until which papers are to be brought, unless another was chosen. */
export function dueOf(chosen: string | null, today: LegalDate, calendar: Calendar): LegalDate {
  return chosen ?? correctionDates(today, calendar).usual;
}
