import type { VNode } from 'preact';
import {
  type DocumentStanding,
  hashInGroups,
  type VerifiedDocument,
} from '../../protocol/verifiedDocument.ts';
import { documentOf, type Script } from './document.tsx';
import { Problem, type ProblemWords } from './progress.tsx';

export interface VerifyProps {
  readonly scripts: readonly Script[];
  readonly found?: VerifiedDocument;
  readonly problem?: ProblemWords;
}

/** What a paper is worth now: a word, and a sentence to whoever holds it. */
const STANDING: Readonly<Record<DocumentStanding, readonly [word: string, says: string]>> = {
  valid: ['登记在册', '这份文书由下面的单位出具，区里有登记，之后没有撤回或者改办。'],
  recalled: ['已撤回', '这份文书是真的，但是出具的单位后来撤回了意见，不能再用。'],
  sentBack: ['已退回重办', '这份文书是真的，但是后来退回重办，不能再用，以重新出具的为准。'],
  returnedForForm: ['已退回改正', '这份文书是真的，但是因为形式问题退回改正，以改正后的为准。'],
  revoked: ['已撤销', '这份决定是真的，但是后来依法撤销了，不能再用。'],
  superseded: ['已有新的一份', '这份文书是真的，但是后来又出具了新的一份，以新的为准。'],
  closed: [
    '这一件已终止',
    '这份文书是真的，但是这一件后来终止了，没有办下去；终止的原因写在终止办理通知书上。',
  ],
  withdrawn: ['申请已撤回', '这份文书是真的，但是申请人后来撤回了申请，这一件没有办下去。'],
};

/** The page at the address in a document's QR. It needs no script, and asks for nothing. */
export function renderVerify({ scripts, found, problem }: VerifyProps): string {
  return documentOf({
    title: '核验文书 · 就近办',
    description: '扫文书右下角的二维码，核对是不是真的、还算不算数。',
    scripts,
    children: (
      <>
        <h1>核验文书</h1>
        {problem && <Problem {...problem} />}
        {found && <Found {...found} />}
        {!found && !problem && (
          <p>用手机扫文书右下角标着“扫码验真伪”的二维码，就能看到这份文书是不是真的、后来有没有撤回。</p>
        )}
        {found && (
          <p class="quiet">
            请逐项和手里的纸对一对：有一项不一样的，就不是这份文书。这里不显示文书的内容，也不保存谁查过。
          </p>
        )}
      </>
    ),
  });
}

function Found({ title, number, office, on, hash, applicant, standing }: VerifiedDocument): VNode {
  const [word, says] = STANDING[standing];
  return (
    <section class="found" aria-label="核验结果">
      <p class="status">
        <span class="word">{word}</span>
      </p>
      <p>{says}</p>
      <dl>
        <dt>文书</dt>
        <dd>{title}</dd>
        <dt>文号</dt>
        <dd class="number">{number ?? '这种文书没有文号'}</dd>
        <dt>出具单位</dt>
        <dd>{office}</dd>
        <dt>日期</dt>
        <dd>{on}</dd>
        <dt>当事人</dt>
        <dd>{applicant ?? '已过保存期，不再显示'}</dd>
        <dt>内容校验码</dt>
        <dd class="number">{hashInGroups(hash)}</dd>
      </dl>
    </section>
  );
}
