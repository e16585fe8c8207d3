import { useSignal } from '@preact/signals';
import { FolderSync } from 'lucide';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import { type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';
import styles from './outbox.module.css';

/** For a counter PC whose disk is put back every night: a folder that is not, with a copy of what waits. */
export function MirrorFolder() {
  const { local } = useBench();
  const { mirror } = local;
  const trouble = useSignal<Trouble | null>(null);
  const state = mirror.state.value;
  if (state === 'unavailable') return null;
  const choose = async (anew: boolean) => {
    const result = await mirror.choose(anew);
    trouble.value = result.ok ? null : troubleOf(result.refusal);
  };
  return (
    <section class={styles.section} aria-label="镜像文件夹">
      <h2>镜像文件夹</h2>
      <p class={styles.quiet}>
        这台电脑装了还原卡，或者有清理软件的，选一个不会被还原的文件夹：每次提交后，待上报的加密存一份到那里，重新开机自动读回来，一件不少。
      </p>
      <TroubleNotice trouble={trouble.value} kept="待上报的都还在本机，没有丢失。" />
      {mirror.failed.value && (
        <Notice
          kind="warn"
          heading="没能写进镜像文件夹"
          kept="待上报的都在本机，照常上报。"
          todo="可能满了、删了，或者 U 盘拔了。请检查那个文件夹，或者另选一个。"
        />
      )}
      <p role="status">{STATES[state]}</p>
      <div class={styles.ways}>
        {state === 'asks' && (
          <Button kind="primary" icon={FolderSync} onClick={() => void choose(false)}>
            允许继续使用
          </Button>
        )}
        <Button icon={FolderSync} onClick={() => void choose(true)}>
          {state === 'none' ? '选镜像文件夹' : '另选一个'}
        </Button>
        {state !== 'none' && <Button onClick={() => void mirror.leave()}>不再使用</Button>}
      </div>
    </section>
  );
}

const STATES = {
  none: '现在没有使用镜像文件夹。',
  asks: '浏览器要您再允许一次，才能接着使用上次选的文件夹。',
  ready: '正在使用：每次提交后自动存一份，上报完自动删去。',
} as const;
