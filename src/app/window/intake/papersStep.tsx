import { CheckCheck } from 'lucide';
import { standingOf } from '../../../domain/checklist.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TwoPanes } from '../../parts/page.tsx';
import { useBench } from '../desk.tsx';
import { intakeFormButton } from '../papers/formButtons.tsx';
import { PaperPages, PhotoTable, paperNameIn } from '../photos/paperPages.tsx';
import { useNarrow } from '../useNarrow.ts';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';
import { PaperList } from './paperList.tsx';
import { Summary } from './summary.tsx';

export function PapersStep({ intake }: { readonly intake: Intake }) {
  const { rules, today } = useBench();
  const narrow = useNarrow();
  const sitting = intake.roster.isSitting.value;
  return (
    <TwoPanes
      left={
        <>
          {narrow && <Progress intake={intake} />}
          <PaperList
            lines={intake.lines.value}
            marks={intake.content.value.marks}
            problems={intake.pressed.value.has('papers') ? intake.markProblems.value : undefined}
            today={today}
            calendar={rules.calendar}
            onMark={(material, mark) => intake.mark(material, mark)}
            pagesOf={({ material }) =>
              sitting ? null : (
                <>
                  {intakeFormButton(intake, material.id)}
                  <PaperPages pages={intake.pages} paper={material.id} name={material.name} />
                </>
              )
            }
          />
          {sitting ? (
            <Notice
              kind="info"
              heading="这里核对的是各家一样的材料"
              todo="哪一家不一样，把那一行从名册里删去，单独收；照片在提交后到各个办件里补。"
            />
          ) : (
            <PhotoTable
              pages={intake.pages}
              item={intake.guide.value?.title ?? ''}
              nameOf={(paper) => paperNameIn(intake.lines.value, paper)}
            />
          )}
        </>
      }
      right={
        <>
          {!narrow && <Progress intake={intake} />}
          <Summary intake={intake} />
        </>
      }
    />
  );
}

function Progress({ intake }: { readonly intake: Intake }) {
  const asked = intake.lines.value.filter((line) => line.state === 'asked');
  const { marks } = intake.content.value;
  const looked = asked.filter((line) => standingOf(marks[line.material.id]) !== 'open').length;
  const missing = intake.groups.value.missing.length;
  const deferred = intake.groups.value.deferred.length;
  return (
    <section class={styles.progress} aria-label="材料进度">
      <p role="status" class={styles.count}>
        已看 <b>{looked}</b> / {asked.length} 样{missing > 0 && <span>，缺 {missing} 样</span>}
        {deferred > 0 && <span>，容缺 {deferred} 样</span>}
      </p>
      <progress value={looked} max={asked.length} aria-label="材料核对进度" />
      {looked < asked.length && (
        <Button icon={CheckCheck} onClick={() => intake.markRestFull()}>
          {looked === 0 ? '全部已收全' : '其余都已收全'}
        </Button>
      )}
    </section>
  );
}
