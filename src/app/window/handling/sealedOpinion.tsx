import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Case } from '../../../domain/case.ts';
import { documentNumber } from '../../../domain/documentNumber.ts';
import { issuerOf } from '../../../domain/documents.ts';
import { custodyOf } from '../../../domain/handling.ts';
import { Button } from '../../parts/button.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Notice } from '../../parts/notice.tsx';
import styles from '../case/case.module.css';
import type { CaseModel } from '../case/caseModel.ts';
import { useBench } from '../desk.tsx';
import { DocumentText } from '../papers/documentText.tsx';
import { wordsOf } from '../trouble.tsx';
import { paperInWords } from './paperWords.ts';
import { checkSeal, type SealCheck } from './sealCheck.ts';
import { sealWords } from './words.ts';

/** 见章发证: what the town has sealed, as whoever follows it or finds fault with its form has to look at it. */
export function SealedOpinion({ file }: { readonly file: CaseModel }) {
  const found = file.view.value?.case;
  if (!found?.opinion) return null;
  return (
    <section class={`${styles.release} ${styles.sealed}`} aria-label="镇里的章和意见">
      <Checked file={file} />
      <dl class={styles.facts}>
        <Seal found={found} />
        <Paper found={found} />
      </dl>
      <DocumentText found={found} label="镇里盖了章的意见全文" />
    </section>
  );
}

/** The line of the seal register. */
function Seal({ found: { sealing } }: { readonly found: Case }) {
  const { rules } = useBench();
  if (!sealing)
    return (
      <div>
        <dt>镇里的章</dt>
        <dd>没有用印记录</dd>
      </div>
    );
  const office = rules.office(sealing.office);
  return (
    <>
      <div>
        <dt>镇里的章</dt>
        <dd>
          {office ? issuerOf(office) : sealing.office}，{sealWords[sealing.seal]}，{sealing.copies} 份
        </dd>
      </div>
      <div>
        <dt>文号和用印日期</dt>
        <dd>
          {documentNumber(sealing, office?.shortName ?? '')}，{dateInFull(sealing.on)}
        </dd>
      </div>
      <div>
        <dt>三个人</dt>
        <dd>
          起草 {sealing.drafter}，批准 {sealing.approver}，监印 {sealing.name}
        </dd>
      </div>
    </>
  );
}

/** Where the paper is, and whether that keeps anything waiting. */
function Paper({ found }: { readonly found: Case }) {
  const { rules, hall } = useBench();
  const { at, way } = custodyOf(found);
  const here = at === hall.id && !way;
  const needed = rules.item(found.item)?.papersRequired && !here;
  return (
    <div>
      <dt>材料在哪里</dt>
      <dd>
        {paperInWords(found, (id) => rules.office(id)?.shortName ?? id)}
        {here ? '，已签收' : needed ? '；签收以后才能发证' : ''}
      </dd>
    </div>
  );
}

/** The code's check, again whenever something may have brought the code or a key. */
function Checked({ file }: { readonly file: CaseModel }) {
  const { local, rules } = useBench();
  const checked = useSignal<SealCheck | null>(null);
  const view = file.view.value;
  const { online } = local.status.value;
  const check = async () => {
    const item = view && rules.item(view.case.item);
    if (!item) return;
    checked.value = await checkSeal(view.case, item, await local.papers());
  };
  useEffect(() => {
    void check();
  }, [view, online]);
  return (
    <div aria-live="polite">
      <Said of={checked.value} onAgain={() => void check()} />
    </div>
  );
}

function Said({ of, onAgain }: { readonly of: SealCheck | null; readonly onAgain: () => void }) {
  const again = <Button onClick={onAgain}>再核一次</Button>;
  switch (of?.kind) {
    case undefined:
      return <p class={styles.quiet}>正在本机核对镇里的章……</p>;
    case 'genuine':
      return (
        <Notice
          kind="info"
          announce={false}
          heading="核对过了：这份意见的签名是真的"
          todo="由区里登记、签发，和下面的全文一致。纸上的章请对着纸看。"
        />
      );
    case 'noCode':
      return (
        <Notice
          kind="warn"
          announce={false}
          heading="这份意见的验证码还没有到本机，没有核对"
          todo="连网后会自动下来，到了自动核对；急着办的，扫纸质意见书上的验证码。"
          actions={<Button href="/desk/verify">去核验文书</Button>}
        />
      );
    case 'noKey':
      return (
        <Notice
          kind="warn"
          announce={false}
          heading="本机没有核对签名的密钥，没有核对"
          todo="密钥在连网时由区里发到本机；连上网以后再核一次。一直没有的，请向镇里核实。"
          actions={again}
        />
      );
    case 'another':
      return (
        <Notice
          kind="problem"
          announce={false}
          heading="签名是真的，签的却不是这一份意见"
          kept="本机的办件没有变化，没有丢失。"
          todo="先不要发证。请连网更新后再核一次；还是这样的，请向镇里核实。"
          actions={again}
        />
      );
    case 'false': {
      const { what } = wordsOf(of.refusal);
      return (
        <Notice
          kind="problem"
          announce={false}
          heading="这份意见的签名核对不上"
          kept="本机的办件没有变化，没有丢失。"
          todo={`${what}先不要发证，请向镇里核实。`}
          actions={again}
        />
      );
    }
  }
}
