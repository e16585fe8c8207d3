import type { Share, Span } from './caseList.ts';

export interface Looked {
  readonly query: string;
  readonly span: Span;
  readonly share: Share;
  /** How many there are of every route. */
  readonly among: number;
  /** What whoever looks may do. */
  readonly may: { readonly receive: boolean; readonly handle: boolean };
}

export interface Nothing {
  readonly what: string;
  readonly how: string;
}

const OF_SPANS: Readonly<Record<Span, Nothing>> = {
  mine: { what: '没有等您办的', how: '轮到您办的会列在这里，先到期的在前；没有网也照样看。' },
  today: { what: '今天收的件会列在这里', how: '今天有了变化的办件也列在这里；没有网也照样看。' },
  all: { what: '本单位的办件会列在这里', how: '连网后，区里已登记的在办件会自动下来。' },
  flagged: { what: '没有待核的', how: '有情况要核对的办件会列在这里，核对以后就不在了。' },
};

/** What is not there, and how it could be: nobody is told to do what they may not. */
export function nothingInWords({ query, span, share, among, may }: Looked): Nothing {
  if (query.trim() !== '')
    return {
      what: `没有找到“${query.trim()}”`,
      how: '换编号的后几位、姓名里的一个字，或者事项的叫法再找。',
    };
  if (among > 0) return { what: '这里没有按这种方式办的', how: '上面选“不分方式”，别的方式的就都列出来。' };
  if (span === 'mine' && share === 'own')
    return {
      what: '没有指定您承办的',
      how: may.handle
        ? '打开一件，按“指定承办人”可以自己领办；同事指定您承办的也列在这里。'
        : '指定您承办的会列在这里。',
    };
  if (span === 'mine' && share === 'free')
    return {
      what: '没有还没指定人的',
      how: '轮到您这个岗位、还没有指定承办人的会列在这里，先到期的在前。',
    };
  if (span === 'today' && may.receive) return { ...OF_SPANS.today, how: '点“收件”开始；没有网也照常收。' };
  return OF_SPANS[span];
}
