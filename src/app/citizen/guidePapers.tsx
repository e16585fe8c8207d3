import type { VNode } from 'preact';
import type { CompleteGuide } from '../../domain/guide.ts';
import { conditionInWords } from '../../domain/inWords.ts';
import { PaperLine } from './paperLine.tsx';

/** Where the script puts the questions and the reader's own list, in the place of what stands there. */
export const WANT_ID = 'want';

interface PapersProps {
  readonly guide: CompleteGuide;
  /** Whom to call when more is asked for; unknown where no office has said so. */
  readonly telephone: string | undefined;
}

/** Every paper by situation: what a reader without a script has, and everybody until the script is there. */
export function Papers({ guide, telephone }: PapersProps): VNode {
  const always = guide.materials.filter((one) => !one.when);
  const sometimes = guide.materials.filter((one) => one.when);
  return (
    <section id={WANT_ID} data-guide={guide.id} data-version={guide.version} data-telephone={telephone}>
      <h2>要带什么</h2>
      {always.length > 0 && <h3>每个人都要带</h3>}
      <ul class="papers">
        {always.map((one) => (
          <PaperLine key={one.id} material={one} />
        ))}
      </ul>
      {sometimes.length > 0 && <h3>看情况再带</h3>}
      <ul class="papers">
        {sometimes.map((one) => (
          <PaperLine key={one.id} material={one} when={one.when && conditionInWords(guide, one.when)} />
        ))}
      </ul>
    </section>
  );
}

/** The promise under every list. */
export function ListPromise({ guide, telephone }: PapersProps): VNode {
  return (
    <p class="promise">
      清单第 {guide.version} 版，{guide.effectiveFrom} 起用。清单以外的证明不用交。窗口多要的，
      {telephone ? (
        <>
          打 <a href={`tel:${telephone}`}>{telephone}</a> 反映。
        </>
      ) : (
        '到区政务服务大厅反映。'
      )}
    </p>
  );
}
