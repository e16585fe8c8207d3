import type { Case } from '../../../domain/case.ts';
import { type CaseFile, deliverySignature, type Served } from '../../../domain/files.ts';
import type { Delivery } from '../../../domain/handling.ts';
import { dateInFull } from '../../parts/dates.ts';
import { usePage } from '../../parts/photo/pages.ts';
import { useBench } from '../desk.tsx';
import { broughtTo, shownPage } from '../photos/paperPages.tsx';
import styles from './papers.module.css';

interface Props {
  readonly found: Case;
  readonly of: Served;
  readonly delivery: Delivery | undefined;
}

/** Who took it: as it was signed on the tablet, where that picture is at hand; otherwise a line to sign on. */
export function Signature({ found, of, delivery }: Props) {
  const file = found.files?.filter((one) => one.for === deliverySignature(of)).at(-1);
  return (
    <dl class={styles.signatures}>
      <div>
        <dt>签收人（签名或者指印）</dt>
        <dd>{file && <Drawn found={found} file={file} by={delivery?.receiver ?? ''} />}</dd>
      </div>
      <div>
        <dt>签收日期</dt>
        <dd>{file && delivery ? dateInFull(delivery.on) : '　　　年　　月　　日'}</dd>
      </div>
    </dl>
  );
}

interface DrawnProps {
  readonly found: Case;
  readonly file: CaseFile;
  readonly by: string;
}

function Drawn({ found, file, by }: DrawnProps) {
  const { local } = useBench();
  const [loaded] = usePage(shownPage(file, 0, () => local.readFile(file), broughtTo(found.id, local)));
  if (loaded.state === 'ready') return <img class={styles.drawn} src={loaded.url} alt={`${by}的签名`} />;
  if (loaded.state === 'loading') return null;
  // Whoever prints it now gets a line to sign on.
  const { what, todo } = loaded.trouble;
  return <span class={styles.onScreen}>{`签名没有取到：${what}${todo}`}</span>;
}
