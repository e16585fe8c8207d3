import type { Case } from '../../domain/case.ts';
import { normaliseCaseNumber, parseCaseNumber } from '../../domain/caseNumber.ts';
import { COMPLAINT_RANDOM, complaintKeyOf, formatComplaintNumber } from '../../domain/complaintNumber.ts';
import { maskNumbers, turnedAwayWord } from '../../domain/feedback.ts';
import { isHall } from '../../domain/office.ts';
import { stickerNumberIn } from '../../domain/sticker.ts';
import { addDays, legalDateOf } from '../../domain/time.ts';
import type { Complaint, ComplaintState, ComplaintTaken } from '../../protocol/feedback.ts';
import { newCode } from '../access/codes.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import { sha256 } from '../recording/keys.ts';
import { numberKeyOf } from '../recording/workingSet.ts';
import { openFollowUp } from './evaluations.ts';

/** From one address in a day: a household has so many, and a flood has more. */
export const MOST_COMPLAINTS_A_DAY = 5;

/**
 * Takes a complaint of somebody who was turned away, with or without a case.
 * @param address where it came from; kept only as a hash, until the day is over
 * @throws Problem complaint.officeUnknown, complaint.dateWrong, progress.numberWrong, complaint.tooMany
 */
export async function takeComplaint(
  { office, ground, on, words, telephone, number, channel }: Complaint,
  address: string,
  context: Context,
): Promise<ComplaintTaken> {
  const today = context.today();
  const hall = context.published.rules().office(office);
  if (!hall || !isHall(hall)) throw new Problem('complaint.officeUnknown');
  if (on > today) throw new Problem('complaint.dateWrong');
  const caseNumber = number === undefined ? null : await caseNumberOf(number, context);
  return context.store.write(async (tx) => {
    const count = await tx.countOn(today, sha256(`complaint ${today} ${networkOf(address)}`));
    if (count > MOST_COMPLAINTS_A_DAY)
      throw new Problem('complaint.tooMany', { most: MOST_COMPLAINTS_A_DAY, until: addDays(today, 1) });
    const [id, shown] = [
      context.newId(),
      formatComplaintNumber(newCode(COMPLAINT_RANDOM, context.randomBytes)),
    ];
    await tx.addComplaint({
      ...{
        id,
        numberKey: shown.replaceAll('-', ''),
        office,
        ground,
        happenedOn: on,
        channel,
        at: context.now(),
      },
      ...{ caseNumber, words: words ?? null, telephone: telephone ?? null },
    });
    const { due } = await openFollowUp(tx, { kind: 'complaint', subject: id, office }, context);
    return { number: shown, due };
  });
}

/**
 * The number under which a case is known to staff. A sticker that no case has yet, or more than one, stays as it is: nobody can
 * tell yet which case is meant.
 */
async function caseNumberOf(typed: string, { store }: Context): Promise<string> {
  const sticker = stickerNumberIn(typed);
  if (sticker !== undefined) {
    const [first, ...others] = await store.read.casesBySticker(numberKeyOf(sticker));
    const found = first && others.length === 0 ? (JSON.parse(first.state) as Case | null) : null;
    return found?.number ?? sticker;
  }
  const number = normaliseCaseNumber(typed);
  if (!parseCaseNumber(number)) throw new Problem('progress.numberWrong');
  return number;
}

/** A household has one address of the old kind, and of the new kind as many as it likes under one prefix of 64 bits. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':')]
    .slice(0, 4)
    .join(':');
}

/** What became of a complaint. @throws Problem complaint.numberWrong, complaint.unknown */
export async function complaintState(typed: string, context: Context): Promise<ComplaintState> {
  const key = complaintKeyOf(typed);
  if (key === undefined) throw new Problem('complaint.numberWrong');
  const found = await context.store.read.complaintByNumber(key);
  const followUp = found && (await context.store.read.followUpOf(found.id));
  if (!found || !followUp) throw new Problem('complaint.unknown');
  const { answer, due } = followUp;
  return {
    number: formatComplaintNumber(key.slice(2, 2 + COMPLAINT_RANDOM)),
    hall: context.published.rules().office(found.office)?.name ?? found.office,
    what: turnedAwayWord(found.ground),
    ...{ on: found.happenedOn, saidOn: legalDateOf(found.at), due },
    state: answer ? 'answered' : 'open',
    ...(answer ? { answeredOn: legalDateOf(answer.at) } : {}),
    ...(answer?.note ? { note: maskNumbers(answer.note) } : {}),
  };
}
