import { type OfficeTime, timeByOffice } from '../../../domain/officeTime.ts';
import type { HistoryEntry } from '../../local/types.ts';
import { useBench } from '../desk.tsx';
import styles from './case.module.css';
import type { CaseScene } from './caseActions.ts';

type Station = OfficeTime['spent'][number]['station'];

const WORDS: Readonly<Record<Exclude<Station['kind'], 'office'>, string>> = {
  way: '纸质材料在路上',
  applicant: '等申请人补正',
  stopped: '中止计时',
  delivery: '办结后等送达',
};

const daysInWords = (days: number): string => (days === 0 ? '不到 1 个工作日' : `${days} 个工作日`);

interface OfficeTimesProps {
  readonly scene: CaseScene;
  readonly entries: readonly HistoryEntry[];
}

/** 各环节用时: how long each office has had the case, after what the district has recorded of it. */
export function OfficeTimes({ scene: { found, item, today }, entries }: OfficeTimesProps) {
  const { rules } = useBench();
  const { spent, total, ended, provisional } = timeByOffice(entries, found, item, {
    today,
    calendar: rules.calendar,
  });
  return (
    <section class={styles.section} aria-label="各环节用时">
      <h2>各环节用时</h2>
      <dl class={styles.facts}>
        {spent.map(({ station, days }) => (
          <div key={station.kind === 'office' ? station.office : station.kind}>
            <dt>
              {station.kind === 'office'
                ? (rules.office(station.office)?.shortName ?? station.office)
                : WORDS[station.kind]}
            </dt>
            <dd>{daysInWords(days)}</dd>
          </div>
        ))}
      </dl>
      <p class={styles.quiet}>
        从收件到{ended ? '办结' : '今天'}一共{daysInWords(total)}
        {provisional && '（日期待复核）'}。收到的当天不算，节假日不算；转走的那天算在转走的单位。
      </p>
    </section>
  );
}
