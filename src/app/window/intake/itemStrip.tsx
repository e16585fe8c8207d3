import { itemStatusOn } from '../../../domain/item.ts';
import { Badge } from '../../parts/badge.tsx';
import { routeWords } from '../../parts/routeWords.ts';
import { useBench } from '../desk.tsx';
import { SlipButtons } from '../slip/slipButtons.tsx';
import { itemStateWords } from '../words.ts';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';

interface ItemStripProps {
  readonly intake: Intake;
  /** With the buttons for the papers. */
  readonly slips?: boolean;
  /** On a phone the title alone. */
  readonly brief?: boolean;
}

/** What is being handled, in view on every step; with the papers that may end it without a case. */
export function ItemStrip({ intake, slips = true, brief = false }: ItemStripProps) {
  const { rules, hall, today } = useBench();
  const item = intake.item.value;
  const guide = intake.guide.value;
  if (!item || !guide) return null;
  const status = itemStatusOn(item, today);
  const route = routeWords[hall.kind === 'district' ? 'district' : item.route];
  return (
    <section class={styles.strip} aria-label="所办事项" data-brief={brief ? '' : undefined}>
      <div class={styles.stripWords}>
        <p class={styles.stripTitle}>
          {guide.title}
          {status.state !== 'in_force' && <Badge kind="overdue" word={itemStateWords[status.state]} />}
        </p>
        <p class={styles.quiet}>
          {route.name} · {route.means} · {rules.office(item.department)?.name ?? item.department}
        </p>
      </div>
      {slips && <SlipButtons intake={intake} />}
    </section>
  );
}
