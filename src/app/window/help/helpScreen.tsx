import { useSignal } from '@preact/signals';
import { ArrowRight, Printer } from 'lucide';
import {
  type Arrow,
  arrowKey,
  drawingOf,
  PAPER_PLACES,
  type PaperMove,
  type PaperPlace,
  paperDrawing,
  type Station,
} from '../../../domain/drawing.ts';
import type { Route } from '../../../domain/item.ts';
import type { Role } from '../../../domain/office.ts';
import { Button } from '../../parts/button.tsx';
import { statusWords } from '../../parts/caseWords.ts';
import { onlyInWords } from '../../parts/circumstanceWords.ts';
import { commandWords } from '../../parts/commandWords.ts';
import { Icon } from '../../parts/icon.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { postWords } from '../../parts/postWords.ts';
import { routeWords } from '../../parts/routeWords.ts';
import { Segments } from '../../parts/segments.tsx';
import styles from './help.module.css';

const ROUTES = ['direct', 'review', 'window', 'district'] as const satisfies readonly Route[];

/** The state table, drawn from the data that judges: which state a case can be in, and who brings it on by which act. */
export function HelpScreen() {
  const route = useSignal<Route>('direct');
  return (
    <Page
      heading="看办件怎么走"
      lead="每种办理方式下，办件会到哪些状态，由什么岗位、办哪一步走到下一个。和系统判断用的是同一张表。"
      back={{ label: '办件列表', href: '/desk/' }}
      actions={
        <ActionBar>
          <Button kind="primary" icon={Printer} onClick={() => window.print()}>
            打印全部
          </Button>
        </ActionBar>
      }
    >
      <div class={styles.choose}>
        <Segments
          label="看哪种办理方式"
          options={ROUTES.map((value) => ({ value, label: routeWords[value].name }))}
          value={route.value}
          onChange={(value) => {
            route.value = value;
          }}
        />
      </div>
      {ROUTES.map((one) => (
        <Drawing key={one} route={one} shown={one === route.value} />
      ))}
      <Paper />
    </Page>
  );
}

/** Those that are not shown are printed all the same. */
function Drawing({ route, shown }: { readonly route: Route; readonly shown: boolean }) {
  const { name, means } = routeWords[route];
  return (
    <section class={styles.route} data-shown={shown ? '' : undefined} aria-label={name}>
      <h2>{name}</h2>
      <p>{means}</p>
      <ol class={styles.stations}>
        {drawingOf(route).map((station) => (
          <StationOf key={station.state} station={station} />
        ))}
      </ol>
    </section>
  );
}

const nameOf = (state: Station['state']): string => (state === 'none' ? '还没有收件' : statusWords[state]);
const postsOf = (roles: readonly Role[]): string => roles.map((role) => postWords[role]).join('、');

/** By whom, and for which items or cases where it is not for all. */
const whoOf = ({ roles, only }: Pick<Arrow, 'roles' | 'only'>): string =>
  `（${[postsOf(roles), onlyInWords(only)].filter(Boolean).join('；')}）`;

const PLACES: Readonly<Record<PaperPlace, string>> = {
  here: '在一个单位',
  onItsWay: '在移交的路上',
  missing: '清单上有、没有收到',
};
const SIDES: Readonly<Record<PaperMove['by'], string>> = { sender: '移出单位', receiver: '接收单位' };

/** Where the paper goes, beside the states of its case. */
function Paper() {
  const moves = paperDrawing();
  return (
    <section class={styles.route} data-shown="" aria-label="纸质材料怎么走">
      <h2>纸质材料怎么走</h2>
      <p>每种办理方式都一样，和办件走到哪个状态分开记。</p>
      <ol class={styles.stations}>
        {PAPER_PLACES.map((place) => (
          <li key={place} class={styles.station}>
            <h3 class={styles.state}>{PLACES[place]}</h3>
            <ul class={styles.arrows}>
              {moves
                .filter((one) => one.from === place)
                .map(({ command, to, by, roles }) => (
                  <li key={command}>
                    <b>{commandWords[command]}</b>
                    <span class={styles.quiet}>
                      （{SIDES[by]}的{postsOf(roles)}）
                    </span>
                    <Icon of={ArrowRight} />
                    <span class="unseen">之后是</span>
                    <span>{PLACES[to]}</span>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StationOf({ station: { state, arrows, stays } }: { readonly station: Station }) {
  return (
    <li class={styles.station} data-end={arrows.length === 0 ? '' : undefined}>
      <h3 class={styles.state}>{nameOf(state)}</h3>
      {arrows.length === 0 && <p class={styles.quiet}>到此为止</p>}
      {arrows.length > 0 && (
        <ul class={styles.arrows}>
          {arrows.map(({ command, to, roles, only }) => (
            <li key={arrowKey({ command, to, roles, only })}>
              <b>{commandWords[command]}</b>
              <span class={styles.quiet}>{whoOf({ roles, only })}</span>
              <Icon of={ArrowRight} />
              <span class="unseen">之后是</span>
              <span>{nameOf(to)}</span>
            </li>
          ))}
        </ul>
      )}
      {stays.length > 0 && (
        <p class={styles.quiet}>
          {`不改变状态：${stays.map((one) => `${commandWords[one.command]}${whoOf(one)}`).join('；')}`}
        </p>
      )}
    </li>
  );
}
