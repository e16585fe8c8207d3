import type { Case } from '../../../domain/case.ts';
import { closeGroundOf } from '../../../domain/grounds.ts';
import type { CompleteGuide } from '../../../domain/guide.ts';
import { applicantsIn } from '../../../domain/parties.ts';
import { dateInFull } from '../../parts/dates.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { useBench } from '../desk.tsx';
import { titleOf } from '../start/caseList.ts';
import { Para } from './documentParts.tsx';
import { FormSignatures } from './formSheet.tsx';
import styles from './papers.module.css';
import { deferredIn, paperNames } from './papers.ts';

interface CommitmentProps {
  readonly found: Case;
  readonly guide: CompleteGuide | undefined;
  /** Stands among others of its kind. */
  readonly among?: boolean;
}

/**
 * 容缺承诺书 (domain.md §2.3): the applicant’s own word for the papers that come later. It is read out, signed and kept
 * with the file; nobody stamps it.
 */
export function Commitment({ found, guide, among = false }: CommitmentProps) {
  const { rules } = useBench();
  const hall = rules.office(found.hall);
  const rule = rules.item(found.item)?.intakeRule ?? 'service';
  const ground = closeGroundOf('deferralLapsed', rule);
  const names = applicantsIn(found.parties).map((one) => one.name);
  return (
    <Sheet
      size="a4"
      issuer={hall?.name ?? found.hall}
      title={paperNames.commitment}
      label={among ? `${paperNames.commitment} ${found.number}` : undefined}
      number={found.number}
      stamp={false}
    >
      <p>承诺人（申请人）：{names.join('、')}</p>
      <Para>
        承诺人{dateInFull(found.receivedOn)}提交“{titleOf({ case: found }, rules)}
        ”申请，主要材料已经交齐，下列材料还没有交，自愿申请先受理、后补齐：
      </Para>
      <table class="paper-table">
        <thead>
          <tr>
            <th>序号</th>
            <th>材料</th>
            <th>最迟哪天补齐（含当日）</th>
          </tr>
        </thead>
        <tbody>
          {deferredIn(found, guide).map((paper, at) => (
            <tr key={paper.name}>
              <td>{at + 1}</td>
              <td>{paper.name}</td>
              <td>{dateInFull(paper.due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Para>承诺人保证：</Para>
      <ol>
        <li>在上面写明的日期以前，把材料交到{[hall?.name, hall?.address].filter(Boolean).join('，')}。</li>
        <li>提交的材料真实、合法、有效；材料没有补齐以前，办理期限照常计算。</li>
        <li>到期没有补齐的，知道这一件可能终止或者得不到批准；已经交的材料可以领回，备齐后可以重新申请。</li>
      </ol>
      {ground && <Para>依据：{ground.basis}。</Para>}
      <FormSignatures />
      {ground?.confirmation === 'pending' && (
        <p class={styles.bookAbout}>本承诺书的样式部门还没有核定，以部门公布的为准。</p>
      )}
    </Sheet>
  );
}
