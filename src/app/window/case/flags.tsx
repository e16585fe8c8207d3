import type { Flag } from '../../../domain/case.ts';
import { hallOfNumber } from '../../../domain/caseNumber.ts';
import { DUPLICATE_FLAG } from '../../../domain/flags.ts';
import { SETTLE_REASONS } from '../../../domain/settle.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import { Entry } from '../handling/entry.tsx';
import type { HandlingModel } from '../handling/handlingModel.ts';
import { wordsOf } from '../trouble.tsx';

interface FlagsProps {
  readonly flags: readonly Flag[];
  readonly handling: HandlingModel;
}

/** What waits for somebody to look into it; and, more quietly, what was found where somebody has. */
export function Flags({ flags, handling }: FlagsProps) {
  const { act } = handling;
  const settles = handling.maySettle.value && act.value === null;
  return (
    <>
      {flags.map(({ code, facts, at, settled }, index) =>
        settled ? (
          <Entry
            key={index}
            heading={`待核已核对：${SETTLE_REASONS.find((one) => one.code === settled.reason)?.label ?? settled.reason}`}
            by={settled}
            text={wordsOf({ code, facts }).what}
          >
            {settled.text && <p>{settled.text}</p>}
          </Entry>
        ) : (
          <Notice
            key={index}
            kind="warn"
            heading={wordsOf({ code, facts }).what}
            todo={wordsOf({ code, facts }).todo}
            actions={
              settles ? (
                <Button onClick={() => handling.begin('settle', { flag: { code, at } })}>核对这一条</Button>
              ) : undefined
            }
          >
            <Twins code={code} facts={facts} />
            <p>
              <Badge kind="flagged" />
            </p>
          </Notice>
        ),
      )}
    </>
  );
}

/** Which hall has the other one: it can be asked there, by the number; what stands in it is that hall's. */
function Twins({ code, facts }: Pick<Flag, 'code' | 'facts'>) {
  const { rules } = useBench();
  if (code !== DUPLICATE_FLAG || !Array.isArray(facts.numbers)) return null;
  return (
    <ul>
      {facts.numbers.map((number) => {
        const hall = hallOfNumber(String(number));
        return (
          <li key={number}>
            {rules.office(hall)?.name ?? hall}，编号 {number}
          </li>
        );
      })}
    </ul>
  );
}
