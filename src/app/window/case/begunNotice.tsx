import { Button } from '../../parts/button.tsx';
import { momentInWords } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import { DiscardDraft } from '../start/discardDraft.tsx';
import { begunIn, besideIn, nameOfWork, wordsIn } from './begun.ts';
import type { Resuming } from './resume.ts';

interface BegunNoticeProps {
  readonly caseId: string;
  /** Opens it again; without it the case is not here. */
  readonly resuming?: Resuming;
}

/** What was begun on the case and stands in no form: its time has passed, or something else is to be done first. */
export function BegunNotice({ caseId, resuming }: BegunNoticeProps) {
  const { local, today } = useBench();
  const drafts = (local.caseDrafts.value ?? []).filter(
    (one) => one.caseId === caseId && !resuming?.stands(one),
  );
  return (
    <>
      {drafts.map((draft) => {
        const { work } = begunIn(draft);
        const name = nameOfWork(work);
        const possible = resuming?.isPossible(draft);
        return (
          <Notice
            key={draft.id}
            kind="warn"
            announce={false}
            heading={possible ? `${name}写到一半，还没有提交` : `${name}写到一半，现在办不了这一步了`}
            kept={`${momentInWords(draft.updatedAt, today)}写的，都在本机，没有丢失。`}
            todo={possible ? undefined : '用得着的可以抄下来；不要了，请删除草稿。'}
            actions={
              <>
                {resuming && !besideIn(draft) && (
                  <Button onClick={() => resuming.resume(draft)}>{possible ? '接着写' : '打开看看'}</Button>
                )}
                <DiscardDraft id={draft.id} name={name} />
              </>
            }
          >
            {wordsIn(work).map((words) => (
              <p key={words}>{words}</p>
            ))}
            {draft.files && <p>拍的 {draft.files.length} 页也在</p>}
          </Notice>
        );
      })}
    </>
  );
}
