import { Printer, Stamp } from 'lucide';
import { documentNumber } from '../../../domain/documents.ts';
import type { Sealing } from '../../../domain/handling.ts';
import type { ListedCase } from '../../local/types.ts';
import { Button } from '../../parts/button.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Empty } from '../../parts/empty.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useBench } from '../desk.tsx';
import { sealWords } from '../handling/words.ts';
import { titleOf } from '../start/caseList.ts';
import papers from './papers.module.css';

/** 用印登记 (国务院关于印章管理的规定第二十五条): what was sealed at this office, the newest first. */
export function SealRegister() {
  const { local, hall } = useBench();
  const sealed = local.cases.value
    .flatMap((view) => (view.case.sealings ?? []).map((sealing) => ({ view, sealing })))
    .filter(({ sealing }) => sealing.office === hall.id)
    .sort((a, b) => (a.sealing.on < b.sealing.on ? 1 : a.sealing.on > b.sealing.on ? -1 : 0));
  return (
    <Page
      heading="用印登记"
      width="wide"
      lead="本机上还有的办件里，用过的印都在这里，一次一行；办结较久的办件已从本机移除。"
      back={{ label: '办件', href: '/desk/' }}
      actions={
        sealed.length > 0 && (
          <ActionBar>
            <Button kind="primary" icon={Printer} onClick={() => window.print()}>
              打印
            </Button>
          </ActionBar>
        )
      }
    >
      {sealed.length === 0 ? (
        <Empty icon={Stamp} what="还没有用印" how="监印人在办件里用印以后，会登记在这里。" />
      ) : (
        <div class={papers.preview}>
          <Sheet size="a4" issuer={hall.name} title="用印登记簿" stamp={false}>
            <table class="paper-table">
              <thead>
                <tr>
                  {[
                    '日期',
                    '文书和文号',
                    '办件编号',
                    '份数',
                    '印章',
                    '批准人',
                    '经办人',
                    '监印人',
                    '备注',
                  ].map((head) => (
                    <th key={head}>{head}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sealed.map((line) => (
                  <Line key={`${line.view.case.id} ${line.sealing.on} ${line.sealing.name}`} {...line} />
                ))}
              </tbody>
            </table>
          </Sheet>
        </div>
      )}
    </Page>
  );
}

function Line({ view, sealing }: { readonly view: ListedCase; readonly sealing: Sealing }) {
  const { rules, hall } = useBench();
  return (
    <tr>
      <td>{dateInFull(sealing.on)}</td>
      <td>
        {titleOf(view, rules)}
        <br />
        {documentNumber(sealing, hall.shortName)}
      </td>
      <td>{view.case.number}</td>
      <td>{sealing.copies}</td>
      <td>{sealWords[sealing.seal]}</td>
      <td>{sealing.approver}</td>
      <td>{sealing.drafter}</td>
      <td>{sealing.name}</td>
      <td>{sealing.text}</td>
    </tr>
  );
}
