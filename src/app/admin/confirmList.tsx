import { Printer } from 'lucide';
import { useMemo } from 'preact/hooks';
import { countOf, pendingSections } from '../../domain/pendingFacts.ts';
import type { Catalogue } from '../../domain/rules.ts';
import { Button } from '../parts/button.tsx';
import styles from './admin.module.css';

/** For each office what it still has to confirm: departments for their items, every office for its own address. */
export function ConfirmList({ catalogue }: { readonly catalogue: Catalogue }) {
  const rows = useMemo(() => rowsOf(catalogue), [catalogue]);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="confirm-heading">
      <h2 id="confirm-heading">核定表</h2>
      <p class={styles.quiet}>还没有核定的内容按单位打印，送去核对、改正、签名。</p>
      <ul class={styles.list}>
        {rows.map(({ office, count }) => (
          <li key={office.id} class={styles.row}>
            <div>
              <p class={styles.name}>{office.name}</p>
              <p class={styles.quiet}>{count} 处待核定</p>
            </div>
            <Button
              kind="secondary"
              icon={Printer}
              label={`打印核定表：${office.name}`}
              href={`/desk/items/confirm/${office.id}`}
            >
              打印核定表
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Departments first: nearly everything waits for them. */
function rowsOf(catalogue: Catalogue) {
  const rows = catalogue.offices.map((office) => ({
    office,
    count: pendingSections(catalogue, office.id).reduce((sum, one) => sum + countOf(one), 0),
  }));
  const department = ({ office }: (typeof rows)[number]) => (office.kind === 'department' ? 0 : 1);
  return rows.filter(({ count }) => count > 0).sort((a, b) => department(a) - department(b));
}
