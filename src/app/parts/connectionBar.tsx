import { ChevronRight, CloudOff, OctagonAlert, RefreshCw, Wifi } from 'lucide';
import styles from './connectionBar.module.css';
import { Icon } from './icon.tsx';

export interface ConnectionBarProps {
  readonly online: boolean;
  /** Commands saved here and not yet recorded by the district. */
  readonly waiting: number;
  /** Commands in 需处理. */
  readonly refused: number;
  /** In words: 「今天 09:12」. Undefined = never yet. */
  readonly lastContact: string | undefined;
  readonly sending: boolean;
  /** Opens the outbox; left out while the screen is locked. */
  readonly onOpen?: (() => void) | undefined;
}

/** Always there: connected or not, how many wait, when last in contact. One press opens the outbox. */
export function ConnectionBar(props: ConnectionBarProps) {
  const { online, waiting, refused, sending } = props;
  const state = !online ? 'offline' : sending ? 'sending' : 'online';
  const Bar = props.onOpen ? 'button' : 'section';
  const icon = { offline: CloudOff, sending: RefreshCw, online: Wifi }[state];
  return (
    <>
      {/* Only this is read out when it changes; counts and times would chatter, and a button's own text is not live. */}
      <span class="unseen" role="status">
        {lineOf(state, waiting)}
      </span>
      <Bar
        type={props.onOpen && 'button'}
        aria-label={props.onOpen ? undefined : '连网和上报'}
        class={styles.bar}
        data-state={state}
        onClick={props.onOpen}
      >
        <span class={styles.shape}>
          <Icon of={icon} />
        </span>
        <span class={styles.words}>
          <span class={styles.line}>{lineOf(state, waiting)}</span>
          <span class={styles.facts}>
            {state !== 'sending' && <span>{waiting > 0 ? `${waiting} 件待上报` : '没有待上报'}</span>}
            {refused > 0 && (
              <span class={styles.refused}>
                <Icon of={OctagonAlert} size="1.125em" />
                {refused} 件需处理
              </span>
            )}
            <span>{props.lastContact ? `上次联系 ${props.lastContact}` : '还没有联系过区里'}</span>
          </span>
        </span>
        {props.onOpen && <Icon of={ChevronRight} />}
      </Bar>
    </>
  );
}

function lineOf(state: 'offline' | 'sending' | 'online', waiting: number): string {
  if (state === 'offline') return '未连网，照常办理';
  if (state === 'sending') return waiting > 0 ? `正在上报 ${waiting} 件` : '正在与区里核对';
  return '已连网';
}
