import { IdCard } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import { type Trouble, TroubleNotice } from '../trouble.tsx';
import styles from './card.module.css';
import type { CardDesk } from './cardDesk.ts';

interface CardPartProps {
  readonly cards: CardDesk;
  readonly index: number;
}

/** Reads a card into this person, where a service of this computer does that; and what came of the last one. */
export function ReadCard({ cards, index, name }: CardPartProps & { readonly name: string }) {
  const said = cards.said.value?.index === index ? cards.said.value : null;
  return (
    <div class={styles.card}>
      {cards.settings.value?.way === 'service' && (
        <div>
          <Button
            icon={IdCard}
            label={`读身份证：${name}`}
            shortcut="Alt+R"
            busy={cards.reading.value === index}
            onClick={() => void cards.read(index)}
          >
            读身份证
          </Button>
        </div>
      )}
      {said?.instead ? (
        <Instead cards={cards} trouble={said.refused} name={name} />
      ) : (
        <TroubleNotice trouble={said?.refused ?? null} />
      )}
      {said?.expired && <Notice kind="warn" announce heading={said.expired.what} todo={said.expired.todo} />}
      {said?.birth && (
        <p role="status" class={styles.quiet}>
          已读入身份证，出生日期 {dateInFull(said.birth)}，和号码一致。
        </p>
      )}
    </div>
  );
}

/** What was read is of somebody else: nobody is written over before that is said. */
function Instead(props: {
  readonly cards: CardDesk;
  readonly trouble: Trouble | undefined;
  readonly name: string;
}) {
  const { cards, trouble, name } = props;
  if (!trouble) return null;
  return (
    <Notice
      kind="warn"
      announce
      heading={trouble.what}
      todo={trouble.todo}
      actions={
        <>
          <Button label={`不换：${name}`} onClick={() => cards.keep()}>
            不换
          </Button>
          <Button label={`换成刚读的人：${name}`} onClick={() => cards.replace()}>
            换成刚读的人
          </Button>
        </>
      }
    />
  );
}

/** What a key led to that means nobody in particular. */
export function SaidOfStep({ cards }: { readonly cards: CardDesk }) {
  const said = cards.said.value;
  return <TroubleNotice trouble={said?.index === null ? (said.refused ?? null) : null} />;
}

/** Enter in a field: a reader that types ends with it. */
export function TypedByReader(
  props: CardPartProps & { readonly field: 'name' | 'idNumber'; readonly children: ComponentChildren },
) {
  // What stood there when the hand came to it: a reader types on at its end.
  const before = useRef('');
  return (
    <form
      onFocusIn={({ target }) => {
        if (target instanceof HTMLInputElement) before.current = target.value;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const box = event.currentTarget.querySelector('input');
        const text = box?.value ?? '';
        // A field that is left writes down what it had: that comes first, and not over the card.
        box?.blur();
        props.cards.typed(props.index, props.field, text, before.current);
      }}
    >
      {props.children}
    </form>
  );
}
