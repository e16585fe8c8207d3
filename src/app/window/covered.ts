import type { FilledPart } from '../../domain/filledForm.ts';
import { maskOf } from '../parts/masked.tsx';

/** A value as screens show it: of a number that is somebody's, only the end. */
export function coveredText({ text, number }: FilledPart): string {
  if (!number) return text;
  return maskOf(number.what === 'telephone' ? 'telephone' : 'identity', text);
}
