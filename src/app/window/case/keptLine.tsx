import { momentInWords } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import { DiscardDraft } from '../start/discardDraft.tsx';
import type { Keeping } from './keeping.ts';

interface KeptLineProps {
  readonly keeping: Keeping;
  /** What the act is called. */
  readonly name: string;
  /** The state has passed in which it can be submitted. */
  readonly passed: boolean;
  readonly onDiscard: () => void;
}

/** Over a form: that it was taken up again where it was left, or that it could not be kept. */
export function KeptLine({ keeping, name, passed, onDiscard }: KeptLineProps) {
  const { today } = useBench();
  const at = keeping.resumed.value;
  return (
    <>
      {keeping.saver.failed.value && (
        <Notice
          kind="problem"
          heading="草稿没有存下"
          kept="写的内容还在这个页面上。"
          todo="请不要关闭页面，本机空间可能不足。"
        />
      )}
      {at !== null && (
        <Notice
          kind={passed ? 'warn' : 'info'}
          announce
          heading={passed ? `这是没写完的${name}，现在办不了这一步了` : `这是没写完的${name}，内容都在`}
          todo={`${momentInWords(at, today)}存在本机，还没有提交。${passed ? '用得着的可以抄下来。' : '接着写就行。'}`}
          actions={
            keeping.id !== undefined && (
              <DiscardDraft id={keeping.id} name={name} discard={async () => onDiscard()} />
            )
          }
        />
      )}
    </>
  );
}
