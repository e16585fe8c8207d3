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

/** The words of the catalogue speak of sending; at the door they have to speak of getting in. */
export function troubleOf(
  code: string,
  facts: Parameters<typeof transportInWords>[1],
  needsLine: Words,
): Words {
  if (code === 'line.notOurs') return CAPTIVE;
  return code.startsWith('line.') ? needsLine : transportInWords(code, facts);
}
