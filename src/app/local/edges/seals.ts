import { RegisterPage } from '../../../protocol/sealRegister.ts';
import type { Reply } from '../ports.ts';
import { send } from './http.ts';

/** `GET /api/seals`, a page of it. Fetched apart: few people read a register. */
export function sealsFrom(
  base: string,
  office: string,
  year: string,
  after: string | null,
): Promise<Reply<RegisterPage>> {
  const from = after === null ? '' : `&after=${after}`;
  return send(base, { method: 'GET', path: `/api/seals?office=${office}&year=${year}${from}` }, RegisterPage);
}
