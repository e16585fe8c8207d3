import type { VNode } from 'preact';
import type { Statement } from '../../domain/guide.ts';
import { basisInWords } from '../../domain/inWords.ts';
import { Unsure } from './unsure.tsx';

interface StatementsProps {
  readonly of: readonly Statement[];
  /** With the law that says so: where a reader may have to insist on it. */
  readonly withBasis?: boolean;
}

export function Statements({ of, withBasis = false }: StatementsProps): VNode {
  return (
    <ul>
      {of.map((one) => (
        <li key={one.text}>
          {one.text}
          {withBasis && one.basis && <span class="quiet">（{basisInWords(one.basis)}）</span>}
          <Unsure of={one} />
        </li>
      ))}
    </ul>
  );
}
