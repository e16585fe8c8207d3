import type { ComponentChildren } from 'preact';
import styles from './shell.module.css';
import { actions, product } from './words.ts';

export interface NavLink {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
}

export interface ShellProps {
  /** The hall or office: 「西集镇便民服务中心」. */
  readonly place: string;
  /** Home of this entry: `/` or `/desk/`. */
  readonly home: string;
  readonly nav?: readonly NavLink[] | undefined;
  /** The person signed in, and leaving; at the end of the masthead. */
  readonly person?: ComponentChildren;
  /** `ConnectionBar`; staff screens always have it. */
  readonly bar?: ComponentChildren;
  /** A form is open: on a phone the masthead shrinks to the way home, so that the question has the room. */
  readonly working?: boolean | undefined;
  /** One of the layouts of `page.tsx`. */
  readonly children: ComponentChildren;
}

/** The frame of every screen: masthead with its thick and thin rule, connection bar, the one `<main>`. */
export function Shell({ place, home, nav, person, bar, working, children }: ShellProps) {
  return (
    <div class={styles.shell} data-working={working ? '' : undefined}>
      <a class={styles.skip} href="#main">
        {actions.skip}
      </a>
      <header class={styles.masthead}>
        <a class={styles.brand} href={home}>
          <b class={styles.name}>{product.name}</b>
          <span class={styles.place}>{place}</span>
        </a>
        {nav && (
          <nav class={styles.nav} aria-label="工作台">
            {nav.map((link) => (
              <a
                key={link.href}
                class={styles.link}
                href={link.href}
                aria-current={link.current ? 'page' : undefined}
              >
                {link.label}
                {link.count ? <span class={styles.count}>{link.count}</span> : null}
              </a>
            ))}
          </nav>
        )}
        {person && <div class={styles.person}>{person}</div>}
      </header>
      {bar && <div class={styles.bar}>{bar}</div>}
      <main class={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
