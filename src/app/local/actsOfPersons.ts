/** Everything that `acts.ts` fetches. */
export { handOver, print, reveal } from './accessActs.ts';
export { exportOutbox, importPackage } from './carry/carry.ts';
export { issueSlip, resendSlip } from './issueSlip.ts';
export { draftFromRefused, refusedAct, resend, setAside } from './refused.ts';
export { prepareSeals } from './sealing.ts';
export { submit } from './submit.ts';
export { verifyHere } from './verifyHere.ts';
