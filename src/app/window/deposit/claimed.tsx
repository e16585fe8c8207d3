import { useComputed } from '@preact/signals';
import type { CaseStatus } from '../../../domain/case.ts';
import type { ClaimPurpose } from '../../../domain/claim.ts';
import type { Claimable } from '../../../protocol/claims.ts';
import { Button } from '../../parts/button.tsx';
import { statusWords } from '../../parts/caseWords.ts';
import { Notice } from '../../parts/notice.tsx';
import { claimWords } from '../case/claimWords.ts';
import { PaperElsewhere } from '../case/paperElsewhere.tsx';
import { useBench } from '../desk.tsx';

interface Props {
  readonly found: Claimable;
  readonly claimed: boolean;
  readonly busy: boolean;
  readonly onClaim: (found: Claimable, purpose: ClaimPurpose) => Promise<void>;
}

/** What a receipt has opened: where the case is, and what can be done with it here. */
export function Claimed({ found, claimed, busy, onClaim }: Props) {
  const { local, rules, hall } = useBench();
  const here = useComputed(() => local.cases.value.some((one) => one.case.id === found.id)).value;
  const item = rules.item(found.item)?.name ?? found.item;
  if (here)
    return (
      <>
        {found.open.includes('delivery') && <PaperElsewhere {...found.paper} />}
        <Notice
          kind="info"
          announce
          heading="这一件已经在本机"
          todo={`${item}：${statusWords[found.status]}。请打开办件办理。`}
          actions={<Button href={`/desk/case/${found.id}`}>打开办件</Button>}
        />
      </>
    );
  if (claimed)
    return (
      <Notice
        kind="info"
        announce
        heading="已认领，正在报区里"
        todo="登记后这一件会到本机，这里会出现“打开办件”。"
      />
    );
  if (found.hall === hall.id)
    return (
      <Notice
        kind="info"
        announce
        heading={`${item}：是本大厅收的，不用认领`}
        todo="这一件还没有传到本机，或者办完已久、本机不再存着。请等连网收完再到办件列表里找；找不到的，请督查人员查。"
      />
    );
  return <Open found={found} item={item} busy={busy} onClaim={onClaim} />;
}

/** The act that whoever came most likely came for stands first. */
const ORDER: readonly ClaimPurpose[] = ['delivery', 'supplement', 'withdrawal'];

function Open(props: Omit<Props, 'claimed'> & { readonly item: string }) {
  const { found, item, busy, onClaim } = props;
  const { rules } = useBench();
  const office = (id: string) => rules.office(id)?.name ?? id;
  const acts = ORDER.filter((one) => found.open.includes(one));
  return (
    <>
      {acts.includes('delivery') && <PaperElsewhere {...found.paper} />}
      <Notice
        kind={acts.length > 0 ? 'info' : 'warn'}
        announce
        heading={`${item}：${whereOf(found, office)}`}
        todo={todoOf(found, office)}
        actions={
          acts.length > 0 &&
          acts.map((one, at) => (
            <Button
              key={one}
              kind={at === 0 && one !== 'withdrawal' ? 'primary' : 'secondary'}
              busy={busy}
              onClick={() => void onClaim(found, one)}
            >
              {`认领，在本大厅${claimWords[one]}`}
            </Button>
          ))
        }
      />
    </>
  );
}

/** Nothing is left to do with it, at any hall. */
const OVER: readonly CaseStatus[] = ['returned', 'declined', 'closed', 'withdrawn', 'delivered', 'revoked'];

type Name = (office: string) => string;

function whereOf({ status, open, holder }: Claimable, office: Name): string {
  if (open.includes('delivery')) return '已办结，等送达';
  if (open.includes('supplement')) return '等申请人补正';
  const now = `现在是“${statusWords[status]}”`;
  return OVER.includes(status) ? now : `${now}，由${office(holder)}办理，还没有办结`;
}

function todoOf({ status, open, hall, holder }: Claimable, office: Name): string {
  const by = `由${office(hall)}收件。`;
  if (open.includes('delivery') || open.includes('supplement'))
    return `${by}认领会记下是谁、在哪个大厅、为什么认领的，收件大厅看得到。`;
  if (open.includes('withdrawal'))
    return `${by}现在不能送达，办结以后任一大厅都能送达；来人要撤回申请的，可以在这里办。`;
  if (OVER.includes(status)) return `${by}没有要送达或者撤回的；对结果有疑问的，请联系${office(hall)}。`;
  return `${by}现在不能送达，也不能撤回；办结以后任一大厅都能送达。问进度请联系${office(holder)}。`;
}
