import type { Case, CaseStatus } from './case.ts';
import type { Signed } from './handling.ts';

/** The act that brought a case where it is now, with the name under it; undefined where no name was put under one. */
export function lastSigned(found: Case): (Signed & { readonly did: string }) | undefined {
  const { opinion, decision, approval, sealing, issue, delivery, answer, escalation, revocation } = found;
  const acts: Partial<Record<CaseStatus, readonly [Signed | undefined, string]>> = {
    opined: [opinion, '出具了审核意见'],
    decided: [decision, '作出了决定'],
    approved: [approval, '批准'],
    sealed: [sealing, '用印'],
    atDepartment: [sealing, '用印并转报'],
    issued: [issue, '发证'],
    refused: [issue, '作出了不予的决定'],
    delivered: [delivery, '送达'],
    answered: [answer, '答复'],
    escalated: [escalation, '转请部门答复'],
    revoked: [revocation, '撤销'],
  };
  const [signed, did = ''] = acts[found.status] ?? [];
  return signed && { ...signed, did };
}
