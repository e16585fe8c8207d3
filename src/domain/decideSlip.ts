import { numberPrefixOf, parsePrintedCaseNumber } from './caseNumber.ts';
import type { SlipIssued, SlipPayload } from './commands.ts';
import { checkDeposit } from './deposit.ts';
import { ok, type Result, refuse } from './result.ts';
import type { DecideContext } from './scene.ts';
import { legalDateOf } from './time.ts';

/**
 * An inquiry that ends in paper: the one-time notice (一次性告知单) or the first-inquiry slip (首问单); or the receipt of
 * papers taken for another hall's case (`deposit.ts`). Recorded so that nobody is turned away unseen; it carries no
 * personal data.
 */
export function decideSlip(
  before: SlipIssued | null,
  payload: SlipPayload,
  context: DecideContext,
): Result<SlipIssued> {
  if (before) return refuse('slip.alreadyIssued', { number: before.number });
  const office = context.now.office(context.office);
  if (!office || office.kind === 'department') return refuse('power.office', { office: context.office });
  if (!context.roles.includes('clerk')) return refuse('power.role', { command: 'issueSlip' });
  const parts = parsePrintedCaseNumber(payload.number);
  if (!parts) return refuse('case.numberInvalid', { number: payload.number });
  if (parts.town !== numberPrefixOf(context.office) && !context.replaces)
    return refuse('case.numberOfOtherTown', { number: payload.number, office: context.office });
  if (payload.item !== null && !context.now.item(payload.item))
    return refuse('item.unknown', { item: payload.item });
  if (payload.kind === 'firstInquiry' && payload.referTo.trim() === '') return refuse('slip.referralMissing');
  const misfit = payload.kind === 'deposit' ? checkDeposit(payload) : undefined;
  if (misfit) return { ok: false, refusal: misfit };
  return ok({ ...payload, hall: context.office, on: legalDateOf(context.at) });
}
