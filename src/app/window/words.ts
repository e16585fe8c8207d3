import type { ItemState } from '../../domain/item.ts';
import type { Renewal } from '../../domain/renewal.ts';
import { dateInFull } from '../parts/dates.ts';

/** Words of the window. */

export const itemStateWords: Readonly<Record<ItemState, string>> = {
  in_force: '正常受理',
  suspended: '暂停受理',
  cancelled: '已取消',
  superseded: '已并入其他事项',
};

/** Fallback for a role that the guide does not name (any more). */
export const roleWords: Readonly<Record<string, string>> = { applicant: '申请人', agent: '代理人' };

/** What an application is to prolong. */
export const renewalInWords = ({ number, until }: Renewal): string =>
  `原证 ${number}${until === '' ? '' : `，有效期到${dateInFull(until)}`}`;
