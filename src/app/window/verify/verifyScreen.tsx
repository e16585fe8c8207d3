import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { documentNumber } from '../../../domain/documentNumber.ts';
import { issuerOfTitle, stillStands } from '../../../domain/documents.ts';
import type { DocumentClaim } from '../../../protocol/documentCode.ts';
import { hashInGroups } from '../../../protocol/verifiedDocument.ts';
import type { CaseView } from '../../local/types.ts';
import { dateInFull } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { useBench } from '../desk.tsx';
import { ScanField } from '../intake/scanField.tsx';
import { takeScanned } from '../memory.ts';
import styles from '../papers/papers.module.css';
import { type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';

interface Verified {
  readonly claim: DocumentClaim;
}

/** Whether a document is genuine, by its QR: with a line or without one. */
export function VerifyScreen() {
  const { local } = useBench();
  const verified = useSignal<Verified | null>(null);
  const trouble = useSignal<Trouble | null>(null);
  const scan = async (text: string): Promise<void> => {
    const result = await (await local.papers()).verifyDocument(text);
    verified.value = result.ok ? { claim: result.value } : null;
    trouble.value = result.ok ? null : troubleOf(result.refusal);
  };
  useEffect(() => {
    const text = takeScanned();
    if (text !== undefined) void scan(text);
  }, []);
  return (
    <Page heading="核验文书" back={{ label: '办件', href: '/desk/' }}>
      <ScanField
        label="扫文书上的验证码"
        hint="点进框里，用扫码枪扫文书右下角标着“扫码验真伪”的二维码。没有网也能验。"
        trouble={null}
        onScan={(text) => {
          void scan(text);
          return false;
        }}
      />
      <div aria-live="polite" class={styles.release}>
        <TroubleNotice trouble={trouble.value} kept="本机的办件没有变化，没有丢失。" />
        {verified.value && <Genuine claim={verified.value.claim} />}
      </div>
    </Page>
  );
}

function Genuine({ claim }: Verified) {
  const { local, rules } = useBench();
  const view = useSignal<CaseView | null | undefined>(undefined);
  useEffect(() => {
    const watched = local.watchCase(claim.case);
    const stop = watched.view.subscribe((found) => {
      view.value = found;
    });
    return () => {
      stop();
      watched.close();
    };
  }, [local, claim.case]);
  const office = rules.office(claim.office);
  const { on, serial } = claim;
  return (
    <>
      <Notice kind="info" announce heading="签名是真的：这份文书由区里登记、签发" todo={COMPARE} />
      <dl class={styles.facts} aria-label="文书">
        <dt>文书</dt>
        <dd>{claim.title}</dd>
        <dt>文号</dt>
        <dd>
          {serial === null
            ? '这种文书没有文号'
            : documentNumber({ on, serial, title: claim.title }, office?.shortName ?? '')}
        </dd>
        <dt>出具单位</dt>
        <dd>{office ? issuerOfTitle(claim.title, office) : claim.office}</dd>
        <dt>日期</dt>
        <dd>{dateInFull(on)}</dd>
        <dt>内容校验码</dt>
        <dd>{hashInGroups(claim.hash)}</dd>
      </dl>
      {view.value !== undefined && <Since claim={claim} view={view.value} />}
    </>
  );
}

const COMPARE = '请逐项和手里的纸对一对：有一项不一样的，就不是这份文书。';

/** What this device knows of the case says whether the document still stands; what it does not know, the district does. */
function Since({ claim, view }: Verified & { readonly view: CaseView | null }) {
  const { rules } = useBench();
  if (!view)
    return (
      <p>
        这一件不在本机：后来有没有撤回、退回，本机不知道。连网后用手机扫同一个二维码，可以查到区里的登记。
      </p>
    );
  const stands = stillStands(view.case, rules.item(view.case.item), claim);
  return stands ? (
    <p>
      和本机的办件一致，没有撤回、退回。<a href={`/desk/case/${claim.case}`}>打开办件 {view.case.number}</a>
    </p>
  ) : (
    <Notice
      kind="problem"
      heading="这份文书后来撤回、退回、撤销或者重新出具过，不能再用"
      kept="本机的办件没有变化，没有丢失。"
      todo={`请打开办件 ${view.case.number}，以最新的文书为准。`}
    />
  );
}
