import { useSignal } from '@preact/signals';
import { MousePointerClick } from 'lucide';
import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { receivesAt } from '../../domain/office.ts';
import { Empty } from '../parts/empty.tsx';
import { Counter, useTitle } from '../parts/page.tsx';
import { useBench } from './desk.tsx';
import styles from './start/start.module.css';
import { StartList } from './start/startList.tsx';

export interface CounterScreenProps {
  /** Of the case that is open. */
  readonly id?: string;
  /** Draws an open case; fetched apart, so that the list does not wait for it. */
  readonly OpenCase: ComponentType<{ readonly id: string }>;
}

/**
 * List left, case right; on a phone one of the two. One screen for both, so that the list stays as it is while cases are
 * opened from it: how far it was scrolled, how much of it was drawn, what was found in it.
 */
export function CounterScreen({ id, OpenCase }: CounterScreenProps) {
  const open = id !== undefined;
  const current = useSignal<string | undefined>(undefined);
  useLayoutEffect(() => {
    current.value = id;
  }, [current, id]);
  return (
    <Counter list={<StartList main={!open} current={current} />} listLabel="办件列表" open={open}>
      {open ? <OpenCase key={id} id={id} /> : <NoneOpen />}
    </Counter>
  );
}

function NoneOpen() {
  const { roles, hall } = useBench();
  useTitle('办件列表');
  return (
    <div class={styles.beside}>
      <Empty
        icon={MousePointerClick}
        what="点开左边的一件，在这里办理"
        how={`${receivesAt(hall.kind, roles) ? '按 N 收件，' : ''}按 / 查找，按 ? 看所有快捷键。`}
      />
    </div>
  );
}
