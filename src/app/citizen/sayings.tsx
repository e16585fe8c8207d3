import type { VNode } from 'preact';
import { MOST_WORDS } from '../../protocol/feedback.ts';

/** What may be left out: words, and a telephone for whoever wants to be called. */
export function Words({ value = '' }: { readonly value?: string | undefined }): VNode {
  return (
    <>
      <label for="words">想说的话（可以不写）</label>
      <textarea id="words" name="words" rows={4} maxLength={MOST_WORDS} aria-describedby="words-hint">
        {value}
      </textarea>
      <p class="hint" id="words-hint">
        最多 {MOST_WORDS} 字。不用写姓名、电话和身份证号。
      </p>
    </>
  );
}

export function Telephone({ value = '' }: { readonly value?: string | undefined }): VNode {
  return (
    <>
      <label for="telephone">联系我的电话（可以不填）</label>
      <input
        id="telephone"
        name="telephone"
        type="tel"
        inputMode="tel"
        maxLength={20}
        value={value}
        aria-describedby="telephone-hint"
      />
      <p class="hint" id="telephone-hint">
        只有督查人员看得到，只用来回访。
      </p>
    </>
  );
}
