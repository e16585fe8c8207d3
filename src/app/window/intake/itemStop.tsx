import type { Statement } from '../../../domain/guide.ts';
import { basisInWords } from '../../../domain/inWords.ts';
import { itemStatusOn } from '../../../domain/item.ts';
import { Badge } from '../../parts/badge.tsx';
import { Button } from '../../parts/button.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import { InquiryButton } from '../slip/slipButtons.tsx';
import { itemStateWords } from '../words.ts';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';
import { ItemStrip } from './itemStrip.tsx';
import { inForce } from './outcomes.ts';

/** The chosen item cannot simply be taken in: why, and the ways on. There is always one that ends in paper. */
export function ItemStop({ intake }: { readonly intake: Intake }) {
  const { today } = useBench();
  const item = intake.item.value;
  const complete = intake.complete.value;
  if (!item) return null;
  const another = () => intake.change({ item: null, guide: null, guideVersion: null });
  const open = inForce({ item, today });
  return (
    <>
      <ItemStrip intake={intake} slips={complete !== undefined} />
      {!open && <NotInForce intake={intake} />}
      {!complete && <Preparing intake={intake} />}
      <div class={styles.ways}>
        {complete && (
          <Button kind="primary" onClick={() => intake.go('situation')}>
            收件后不予受理
          </Button>
        )}
        {!complete && <InquiryButton intake={intake} primary />}
        <Button onClick={another}>换一个事项</Button>
      </div>
    </>
  );
}

function NotInForce({ intake }: { readonly intake: Intake }) {
  const { today } = useBench();
  const item = intake.item.value;
  if (!item) return null;
  const status = itemStatusOn(item, today);
  return (
    <Notice
      kind="warn"
      announce
      heading={`该事项自 ${dateInFull(status.from)} 起${itemStateWords[status.state]}`}
      todo={item.referral ? `请来人到：${item.referral}` : '请开首问单写明去处，或者收件后出具不予受理。'}
    >
      <p>
        依据：{status.basis}
        {status.confirmation === 'pending' && (
          <>
            {' '}
            <Badge kind="pending" />
          </>
        )}
      </p>
    </Notice>
  );
}

function Preparing({ intake }: { readonly intake: Intake }) {
  const { rules } = useBench();
  const item = intake.item.value;
  const guide = intake.guide.value;
  if (!item || !guide) return null;
  const department = rules.office(item.department);
  return (
    <>
      <Notice
        kind="info"
        heading="服务指南还在编制，暂不能在本系统收件"
        todo="请开首问单，写明到哪里办、找谁办，不让人空手走。"
      />
      <dl class={styles.facts}>
        <dt>谁可以办</dt>
        <dd>{guide.applicants}</dd>
        <dt>主管部门</dt>
        <dd>{[department?.name, department?.telephone].filter(Boolean).join('，')}</dd>
        {item.scope && (
          <>
            <dt>下放范围</dt>
            <dd>{item.scope}</dd>
          </>
        )}
        <dt>依据</dt>
        <dd>{item.bases.map(basisInWords).join('；')}</dd>
        <dt>收费</dt>
        <dd>
          <Said statement={guide.fee} />
        </dd>
        <dt>办理结果</dt>
        <dd>
          <Said statement={guide.result} />
        </dd>
      </dl>
    </>
  );
}

function Said({ statement }: { readonly statement: Statement }) {
  return (
    <>
      {statement.text} {statement.confirmation === 'pending' && <Badge kind="pending" />}
    </>
  );
}
