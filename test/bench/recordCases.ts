import type { OfficeId } from '../../src/domain/office.ts';
import { enrolWith, makeCode, send } from '../support/endpoint.ts';
import { receive, receivePayload } from '../support/intake.ts';
import type { TestHand } from '../support/signing.ts';
import type { RunningEndpoint } from './installation.ts';

/** New devices, all of one clerk. */
export async function enrolHands(
  { url, clerk, admin }: Pick<RunningEndpoint, 'url' | 'clerk' | 'admin'>,
  office: OfficeId,
  count: number,
): Promise<TestHand[]> {
  const hands: TestHand[] = [];
  for (let index = 0; index < count; index += 1)
    hands.push(await enrolWith({ url }, await makeCode({ url }, admin, office), clerk));
  return hands;
}

/** Cases of an applicant, received just now on another device of the office. */
export async function recordCases(
  endpoint: Pick<RunningEndpoint, 'url' | 'clerk' | 'admin'>,
  office: OfficeId,
  count: number,
  applicant: string,
): Promise<void> {
  const [hand] = await enrolHands(endpoint, office, 1);
  if (!hand) throw new Error('no device');
  const at = new Date().toISOString();
  const parties = receivePayload(hand, at).parties.map((party) => ({ ...party, name: applicant }));
  const commands = [];
  for (let index = 0; index < count; index += 1)
    commands.push(await receive(hand, at, { payload: { parties } }));
  const refused = (await send(endpoint, hand, commands)).find((one) => one.outcome !== 'recorded');
  if (refused) throw new Error(`not recorded: ${JSON.stringify(refused)}`);
}
