import { answerInWords } from '../../../domain/checklist.ts';
import { Notice } from '../../parts/notice.tsx';
import type { Intake } from './intake.ts';
import { takenWords } from './scan.ts';

/** Which answers came from the person's phone, and which are still to be asked. */
export function TakenNotice({ intake }: { readonly intake: Intake }) {
  const guide = intake.complete.value;
  const from = intake.taken.value;
  if (!guide || from?.guide !== guide.id) return null;
  const { answers } = intake.content.value;
  const { taken, open, dropped, older } = takenWords(guide, from, answers);
  return (
    <Notice
      kind="info"
      announce
      heading={
        taken.length > 0 ? `从二维码带入了 ${taken.length} 个回答，请和来人核对` : '二维码里没有能带入的回答'
      }
      todo={
        open.length > 0 ? `还要问 ${open.length} 题：${open.map(({ text }) => text).join(' ')}` : '都答全了。'
      }
    >
      {taken.length > 0 && (
        <ul>
          {taken.map((question) => (
            <li key={question.id}>
              {question.text} {answerInWords(question, answers[question.id] ?? '')}
            </li>
          ))}
        </ul>
      )}
      {dropped.count > 0 && (
        <p>
          有 {dropped.count} 个回答本指南用不上，没有带入
          {dropped.questions.length > 0 && `：${dropped.questions.map(({ text }) => text).join(' ')}`}
        </p>
      )}
      {older !== null && (
        <p>
          来人看的是第 {older} 版指南，现在是第 {guide.version} 版，请逐题核对。
        </p>
      )}
    </Notice>
  );
}
