/** Everything that `acts.ts` fetches. */
export { handOver, reveal } from './accessActs.ts';
export { exportOutbox, importPackage } from './carry/carry.ts';
export { claim } from './claim.ts';
export { issueSlip, resendSlip } from './issueSlip.ts';
export { draftFromRefused, refusedAct, resend, setAside } from './refused.ts';
export { prepareSeals } from './sealing.ts';
export { submit } from './submit.ts';
