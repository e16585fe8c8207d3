import type { VNode } from 'preact';
import { answersAddress } from '../../protocol/answersCode.ts';
import { Qr } from '../parts/qr.tsx';
import type { FinishedList } from './want.tsx';

/** Scanned at the window, it takes the answers over. */
export const listCode = ({ guide, answers }: FinishedList): VNode => (
  <p class="list-code">
    <Qr
      text={answersAddress(location.origin, guide, answers)}
      label="窗口扫这个码，带过去您的回答"
      size="40mm"
    />
    <span class="hint">窗口扫这个码，您的回答就带过去了。码里没有姓名和证件号码。</span>
  </p>
);
