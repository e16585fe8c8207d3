/** Everything that `acts.ts` fetches. */
export { summaryOf } from '../../domain/summary.ts';
export { handOver, reveal } from './accessActs.ts';
export { exportOutbox, importPackage } from './carry/carry.ts';
export { claim } from './claim.ts';
export { issueSlip, resendSlip } from './issueSlip.ts';
export { papersOfCases } from './papersOfCases.ts';
export { markRead, readMarked } from './readMarked.ts';
export { draftFromRefused, refusedAct, resend, setAside } from './refused.ts';
export { prepareSeals } from './sealing.ts';
export { submit } from './submit.ts';
