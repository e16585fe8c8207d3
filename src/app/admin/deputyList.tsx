import type { Office } from '../../domain/office.ts';
import { Button } from '../parts/button.tsx';
import { actsInWords, spanInWords } from '../parts/deputyWords.ts';
import { ReasonDialog } from '../parts/reasonDialog.tsx';
import styles from './admin.module.css';
import type { DeputyModel } from './deputyModel.ts';

interface Props {
  readonly model: DeputyModel;
  readonly offices: readonly Office[];
}

/** Who acts for whom, now and soon. */
export function DeputyList({ model, offices }: Props) {
  const today = model.today();
  const named = model.named.value;
  const nameOf = (id: string) => offices.find((office) => office.id === id)?.shortName ?? id;
  return (
    <section aria-labelledby="staff-deputies" class={styles.deputies}>
      <h2 id="staff-deputies">代班</h2>
      {named.length === 0 && (
        <p class={styles.quiet}>现在没有代班。有人不在岗的，在下面找到代他的人，按“代班”登记。</p>
      )}
      <ul class={styles.list}>
        {named.map((one) => (
          <li key={one.post.deputy.id} class={styles.row}>
            <div>
              <p class={styles.name}>
                {one.person.name}为{one.away}代班
              </p>
              <p class={styles.quiet}>
                {nameOf(one.post.office)}：{actsInWords(one.post)}
              </p>
              <p class={styles.quiet}>
                {spanInWords(one.post, today)}
                {one.post.from > model.now() && '，还没有开始'}
              </p>
            </div>
            <Button
              kind="secondary"
              label={`提前结束 ${one.person.name} 为 ${one.away} 代班`}
              onClick={() => model.beginEnd(one)}
            >
              提前结束
            </Button>
          </li>
        ))}
      </ul>
      <EndDialog model={model} />
    </section>
  );
}

function EndDialog({ model }: Pick<Props, 'model'>) {
  const one = model.ending.value;
  if (!one) return null;
  return (
    <ReasonDialog
      heading={`提前结束${one.person.name}为${one.away}代班`}
      act="提前结束"
      danger
      hint="会记入人员变更记录。"
      busy={model.busy.value}
      trouble={model.trouble.value}
      onConfirm={(reason) => void model.end(reason)}
      onClose={model.close}
    >
      <p class={styles.quiet}>
        从现在起不能再以这些岗位办理；代班期间已经办的照样有效。没有连网的设备，下次连网时知道。
      </p>
    </ReasonDialog>
  );
}
