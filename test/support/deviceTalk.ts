/** What devices and unlocked people say to an endpoint beside commands: contacts, copies of keys, renewals. */
import { v7 } from 'uuid';
import { sealTo } from '../../src/app/local/sealing.ts';
import type { Contact, ContactAnswer, Renewal } from '../../src/protocol/resources.ts';
import { keptKeyText, renewalText, SEAL_KEPT_KEY } from '../../src/protocol/sealing.ts';
import { call } from './endpoint.ts';
import { authorise, type TestHand } from './signing.ts';

type Place = { readonly url: string };

export const contactOf = (hand: TestHand, more: Partial<Contact> = {}): Contact => ({
  ...{ device: hand.device, made: hand.made, contact: v7(), answered: null, version: '1.0.0', waiting: 0 },
  storage: { usage: 1_000, quota: 1_000_000, persisted: true },
  ...more,
});

/** Any body, as the hand's device signs and sends it. */
export async function postContact(
  place: Place,
  hand: TestHand,
  contact: unknown,
  at = new Date().toISOString(),
): Promise<Response> {
  const body = JSON.stringify(contact);
  return call(place, '/api/contact', { body, headers: { authorization: await authorise(hand, body, at) } });
}

/** A contact that must be answered. */
export async function contact(
  place: Place,
  hand: TestHand,
  more: Partial<Contact> = {},
  at?: string,
): Promise<ContactAnswer> {
  const answer = await postContact(place, hand, contactOf(hand, more), at);
  if (answer.status !== 200) throw new Error(`contact failed: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as ContactAnswer;
}

/** The copy of a key that a device has sealed for the endpoint. @param person null: of its vault */
export async function keptCopy(
  { device, sealing }: Pick<TestHand, 'device' | 'sealing'>,
  person: string | null,
  secret: Uint8Array<ArrayBuffer>,
): Promise<NonNullable<Contact['keep']>[number]> {
  const aad = keptKeyText(device, person, sealing.id);
  return { person, sealed: await sealTo(sealing, SEAL_KEPT_KEY, aad, secret) };
}

/** Asks for a session with the hand's unlocked key. `more` is laid over what was signed. */
export async function renew(
  place: Place,
  hand: TestHand,
  at: string,
  more: Partial<Renewal> = {},
): Promise<Response> {
  const { device, personKey } = hand;
  const signature = await personKey.sign(renewalText(device, personKey.keyId, at));
  const body: Renewal = { device, keyId: personKey.keyId, at, signature, ...more };
  return call(place, '/api/session/renewal', { body });
}
