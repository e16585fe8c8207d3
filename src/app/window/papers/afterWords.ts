import type { CompleteGuide } from '../../../domain/guide.ts';

/** The name of a paper of the checklist; its id where the guide is not there any more. */
export const paperNameIn = (guide: CompleteGuide | undefined, id: string): string =>
  guide?.materials.find((one) => one.id === id)?.name ?? id;

/** With one full stop at its end, whoever wrote it. */
export const sentence = (text: string): string =>
  /[。！？]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`;
