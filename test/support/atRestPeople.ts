/** People, places and answers that nothing but a case or a draft can have brought onto a device. */
import { mod11_2 } from 'cdigit';
import type { Party } from '../../src/domain/parties.ts';

export type Kind = 'name' | 'identity' | 'telephone' | 'address' | 'answer' | 'secret' | 'password';

/** A text that must stand nowhere in clear. */
export interface Needle {
  readonly text: string;
  readonly kind: Kind;
  /** Where it was written: `case 17`, `draft`, … */
  readonly of: string;
}

const SURNAMES = ['欧阳', '上官', '司徒', '诸葛', '慕容', '尉迟', '皇甫', '公孙', '令狐', '宇文'];
const GIVEN = [...'瑾瑜璇琪珂琛璐珩瑶翀翎翊羲祺禧筠箐箬馨馥'];

const of = (texts: readonly string[], index: number): string => texts[index % texts.length] ?? '';
const given = (index: number): string =>
  of(GIVEN, Math.floor(index / SURNAMES.length)) + of(GIVEN, Math.floor(index / 200) + 7 * index);

/** The same for the same index; nobody else's name, number or address for another one below a thousand. */
export function stranger(role: string, index: number): Party & { readonly address: string } {
  const two = (value: number): string => String(value).padStart(2, '0');
  const born = `${1950 + (index % 50)}${two(1 + (index % 12))}${two(1 + (index % 28))}`;
  const first17 = `370406${born}${String(index).padStart(3, '0')}`;
  return {
    ...{ role, kind: 'person', idKind: 'identityNumber' },
    name: of(SURNAMES, index) + given(index),
    idNumber: first17 + mod11_2.compute(first17),
    telephone: `186${40_000_000 + index * 58_657}`,
    address: `枣庄市山亭区店子镇剪子山沟${index}排${index + 3}号院`,
  };
}

/** A free answer: what a cooperative is to be called, or where a banner is to hang. */
export const cooperativeOf = (index: number): string => `翠屏${given(index)}${index}石榴专业合作社`;
export const placeOf = (index: number): string => `鲁班锁巷${given(index)}茶铺${index}号檐下`;

export function needlesOf(party: Party, where: string): Needle[] {
  const { name, idNumber, telephone, address } = party;
  return [
    { text: name, kind: 'name', of: where },
    { text: idNumber, kind: 'identity', of: where },
    { text: telephone, kind: 'telephone', of: where },
    ...(address === undefined ? [] : [{ text: address, kind: 'address', of: where } as const]),
  ];
}

/** A chosen answer is one of a few words of the catalogue; beside its question, as JSON writes it, it is a person's. */
export const chosen = (question: string, answer: string, where: string): Needle => ({
  text: `"${question}":"${answer}"`,
  kind: 'answer',
  of: where,
});

/** The same as IndexedDB would write it if somebody kept the answers as they are. */
export const chosenAsKept = (question: string, answer: string): string =>
  `${question}"${String.fromCharCode(answer.length)}${answer}`;
