import { MousePointerClick } from 'lucide';
import { Empty } from '../../parts/empty.tsx';
import { Counter } from '../../parts/page.tsx';
import styles from './start.module.css';
import { StartList } from './startList.tsx';

export function StartScreen() {
  return (
    <Counter list={<StartList main />} listLabel="办件列表" open={false}>
      <div class={styles.beside}>
        <Empty
          icon={MousePointerClick}
          what="点开左边的一件，在这里办理"
          how="按 N 收件，按 / 查找，按 ? 看所有快捷键。"
        />
      </div>
    </Counter>
  );
}
