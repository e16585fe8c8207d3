import { documentNumber } from '../../../domain/documentNumber.ts';
import { issuerOf } from '../../../domain/documents.ts';
import type { Office } from '../../../domain/office.ts';
import type { LegalDate } from '../../../domain/time.ts';
import type { RegisterCopy } from '../../local/sealRegister.ts';
import { dateInFull, momentInWords } from '../../parts/dates.ts';
import { Sheet } from '../../parts/sheet.tsx';
import { useBench } from '../desk.tsx';
import { sealWords } from '../handling/words.ts';
import papers from './papers.module.css';
import { type BookLine, numbersInWords, rangeInWords } from './sealBook.ts';
import type { From } from './sealRegisterModel.ts';

const ONLY_HERE =
  '这台设备还没有读到过区里的登记簿：下面只有本机上还有的办件，不是全年的登记簿，不能当作全年的登记簿打印存档。';

/** Stands on the screen, and on every print. */
export function sourceInWords(copy: RegisterCopy | null, from: From, today: LegalDate): string {
  if (!copy) return ONLY_HERE;
  const when = momentInWords(copy.at, today);
  return from === 'district'
    ? `区里的全年登记簿，${when} 读取。`
    : `这是 ${when} 从区里读到的登记簿，在那以后别处用的印不在里面。`;
}

interface SheetProps {
  readonly office: Office;
  readonly year: string;
  readonly lines: readonly BookLine[];
  /** Numbers between them that were given and have no line. */
  readonly missing: readonly number[];
  /** Whose register it is, and of when. */
  readonly source: string;
}

const HEADS = [
  '日期',
  '文书名称和文号',
  '办件编号',
  '份数',
  '印章',
  '批准人',
  '经办人',
  '监印人',
  '备注',
] as const;

/** 用印登记簿: the pages of the book (domain.md §2.5), with what they are a part of. */
export function RegisterSheet({ office, year, lines, missing, source }: SheetProps) {
  const { today } = useBench();
  return (
    <div class={papers.preview}>
      <Sheet size="a4wide" issuer={issuerOf(office)} title={`${year}年用印登记簿`} stamp={false}>
        <p class={papers.bookAbout}>
          单位：{office.name}　范围：{rangeInWords(lines)}　打印日期：{dateInFull(today)}
        </p>
        <p class={papers.bookAbout}>{source}</p>
        {missing.length > 0 && (
          <p class={papers.bookAbout}>第 {numbersInWords(missing)} 号没有登记内容，请对照纸质登记。</p>
        )}
        <table class="paper-table">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.key} line={line} office={office} />
            ))}
          </tbody>
        </table>
      </Sheet>
    </div>
  );
}

const BACK_WORDS = {
  sendBack: '退回重办',
  returnForForm: '部门形式退回',
  recallOpinion: '撤回意见',
} as const;
const MARK_WORDS = {
  unsent: '本机已用印，还没有上报',
  sent: '已上报，等区里编号',
  since: '读取登记簿以后用印',
} as const;

function Line({ line, office }: { readonly line: BookLine; readonly office: Office }) {
  const { on, serial, title, back, mark, note } = line;
  return (
    <tr>
      <td>{dateInFull(on)}</td>
      <td>
        {title}
        <br />
        {documentNumber({ on, ...(serial === null ? {} : { serial }) }, office.shortName)}
      </td>
      <td class={papers.bookNumber}>{line.number}</td>
      <td>{line.copies}</td>
      <td>{sealWords[line.seal]}</td>
      <td>{line.approver}</td>
      <td>{line.drafter}</td>
      <td>{line.sealer}</td>
      <td>
        {note}
        {back && <p>{`${dateInFull(back.on)}${BACK_WORDS[back.what]}`}</p>}
        {mark && <p class={papers.bookMark}>{MARK_WORDS[mark]}</p>}
      </td>
    </tr>
  );
}
