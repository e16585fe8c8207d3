import { transportInWords } from '../../protocol/errorsTransport.ts';

export interface Words {
  readonly what: string;
  readonly todo: string;
}

/** Somebody else's page answered: a hotel, a shop, a telephone company asks for a sign-in of its own first. */
const CAPTIVE: Words = {
  what: '连上的网络还要先认证，没能连到区里。',
  todo: '请打开浏览器随便访问一个网页，完成上网认证后再试。',
};

/** The words of the catalogue speak of a form that stands open; before the door there is none. */
const STORE: Readonly<Record<string, Words>> = {
  'store.failed': {
    what: '本机没有存下，这一步没有完成。',
    todo: '原来的内容都在本机，没有丢失。请稍等再试；一直不行，请刷新页面。',
  },
  'store.quota': {
    what: '本机存储空间满了，这一步没有完成。',
    todo: '原来的内容都在本机，没有丢失。请删掉这台设备上别的大文件后再试；不要清除浏览器数据，没上报的会一起没有。',
  },
};

/** A refusal of the catalogue, said to somebody who is not in yet. */
export const atDoor = (code: string, facts: Parameters<typeof transportInWords>[1] = {}): Words =>
  STORE[code] ?? transportInWords(code, facts);

/** The words of the catalogue speak of sending; at the door they have to speak of getting in. */
export function troubleOf(
  code: string,
  facts: Parameters<typeof transportInWords>[1],
  needsLine: Words,
): Words {
  if (code === 'line.notOurs') return CAPTIVE;
  return code.startsWith('line.') ? needsLine : atDoor(code, facts);
}
