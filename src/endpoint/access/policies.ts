import { DEFAULT_POLICY, type DevicePolicy, type PolicyChange } from '../../protocol/resources.ts';
import type { Context } from '../context.ts';
import { Problem } from '../problems.ts';
import type { Devices, PolicyRow } from '../store/devicePort.ts';
import { appendAccess } from './accessChain.ts';
import type { By } from './staff.ts';

/** What holds for every office that has no policy of its own. */
export const EVERY_OFFICE = '*';

/** What the devices of an office hold to: its own policy, else that of every office, else the product's. */
export async function policyOf(read: Pick<Devices, 'policies'>, office: string): Promise<DevicePolicy> {
  const policies = new Map((await read.policies()).map((one) => [one.office, one.policy]));
  return policies.get(office) ?? policies.get(EVERY_OFFICE) ?? DEFAULT_POLICY;
}

/** @throws Problem office.unknown */
export async function changePolicy(
  office: string,
  { reason, ...policy }: PolicyChange,
  by: By,
  context: Context,
): Promise<PolicyRow> {
  if (office !== EVERY_OFFICE && !context.published.rules().office(office))
    throw new Problem('office.unknown', { office });
  await context.store.write(async (tx) => {
    await tx.setPolicy({ office, policy });
    const event = { type: 'policyChanged' as const, by: by.person, office: by.office };
    await appendAccess(tx, { ...event, data: { office, policy, reason } }, by.at, context);
  });
  return { office, policy };
}
