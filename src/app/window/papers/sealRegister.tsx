import { Printer, Stamp } from 'lucide';
import { Button } from '../../parts/button.tsx';
import { dateInFull } from '../../parts/dates.ts';
import { Empty } from '../../parts/empty.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { useBench } from '../desk.tsx';
import { sealWords } from '../handling/words.ts';
import { titleOf } from '../start/caseList.ts';
import { documentNumber } from './documents.ts';
import papers from './papers.module.css';

/** 用印登记 (国务院关于印章管理的规定第二十五条): what was sealed at this office, the newest first. */
export function SealRegister() {
  const { local, rules, hall } = useBench();
  const sealed = local.cases.value
    .flatMap((view) => (view.case.sealing?.office === hall.id ? [{ view, sealing: view.case.sealing }] : []))
    .sort((a, b) => (a.sealing.on < b.sealing.on ? 1 : a.sealing.on > b.sealing.on ? -1 : 0));
  return (
    <Page
      heading="用印登记"
      width="wide"
      lead="本机上的办件里用过印的都在这里，一行一次。"
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
                {sealed.map(({ view, sealing }) => (
                  <tr key={view.case.id}>
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
                    <td />
                  </tr>
                ))}
              </tbody>
            </table>
          </Sheet>
        </div>
      )}
    </Page>
  );
}
