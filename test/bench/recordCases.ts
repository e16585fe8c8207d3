import type { OfficeId } from '../../src/domain/office.ts';
import type { Session } from '../../src/protocol/resources.ts';
import { call, enrolDevice, send, signIn } from '../support/endpoint.ts';
import { receive, receivePayload } from '../support/intake.ts';
import type { TestHand } from '../support/signing.ts';
import type { RunningEndpoint } from './installation.ts';

type Clerk = RunningEndpoint['clerk'];

/** New devices, all of one clerk. */
export async function enrolHands(
  url: string,
  { username, password }: Pick<Clerk, 'username' | 'password'>,
  office: OfficeId,
  count: number,
): Promise<TestHand[]> {
  const cookie = await signIn({ url }, { username, password });
  const { person } = (await (await call({ url }, '/api/session', { cookie })).json()) as Session;
  const hands: TestHand[] = [];
  for (let index = 0; index < count; index += 1)
    hands.push(await enrolDevice({ url }, { id: person.id, username, password }, office));
  return hands;
}

/** Cases of an applicant, received just now on another device of the office. */
export async function recordCases(
  { url, clerk }: RunningEndpoint,
  office: OfficeId,
  count: number,
  applicant: string,
): Promise<void> {
  const [hand] = await enrolHands(url, clerk, office, 1);
  if (!hand) throw new Error('no device');
  const at = new Date().toISOString();
  const parties = receivePayload(hand, at).parties.map((party) => ({ ...party, name: applicant }));
  const commands = [];
  for (let index = 0; index < count; index += 1)
    commands.push(await receive(hand, at, { payload: { parties } }));
  const refused = (await send({ url }, hand, commands)).find((one) => one.outcome !== 'recorded');
  if (refused) throw new Error(`not recorded: ${JSON.stringify(refused)}`);
}
