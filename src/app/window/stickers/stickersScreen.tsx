import { useSignal } from '@preact/signals';
import { Printer, StickyNote } from 'lucide';
import { receivesAt } from '../../../domain/office.ts';
import type { Sticker } from '../../../domain/sticker.ts';
import { stickerAddress } from '../../../protocol/stickerCode.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { Qr } from '../../parts/qr.tsx';
import { Segments } from '../../parts/segments.tsx';
import { usePage } from '../../parts/sheet.tsx';
import { useShortcuts } from '../../parts/shortcuts.ts';
import { useBench } from '../desk.tsx';
import papers from '../papers/papers.module.css';
import { type Trouble, TroubleNotice, troubleOf } from '../trouble.tsx';
import styles from './stickers.module.css';

/** Three columns of eight, as label sheets of 70 × 36 mm are sold. */
const PER_SHEET = 24;
const SHEETS = ['1', '2', '5', '10'] as const;
const BACK = { label: '待上报', href: '/desk/outbox' };

/** 印收件贴: sheets of numbered stickers for a tour without a printer. */
export function StickersScreen() {
  const { local, roles, hall } = useBench();
  const sheets = useSignal<(typeof SHEETS)[number]>('1');
  const made = useSignal<readonly Sticker[]>([]);
  const trouble = useSignal<Trouble | null>(null);
  const count = Number(sheets.value) * PER_SHEET;
  const ready = made.value.length > 0;
  const make = async () => {
    const result = await (await local.papers()).stickers(count);
    trouble.value = result.ok ? null : troubleOf(result.refusal);
    if (result.ok) made.value = result.value;
  };
  useShortcuts(ready ? [{ keys: 'p', label: '打印', run: () => window.print() }] : []);
  if (!receivesAt(hall.kind, roles))
    return (
      <Page heading="印收件贴" back={BACK}>
        <Empty icon={StickyNote} what="收件贴由大厅的经办人印" how="请有收件岗位的人登录后再印。" />
      </Page>
    );
  return (
    <Page
      heading="印收件贴"
      width="wide"
      lead="下乡没有打印机时，一张收件贴就是一件的收件回执：来人凭上面的编号和查询码查进度。"
      back={BACK}
      actions={
        <ActionBar>
          {ready ? (
            <Button kind="primary" icon={Printer} shortcut="P" onClick={() => window.print()}>
              打印
            </Button>
          ) : (
            <Button kind="primary" icon={StickyNote} onClick={() => void make()}>
              {`编号，排 ${count} 张贴`}
            </Button>
          )}
        </ActionBar>
      }
    >
      <TroubleNotice trouble={trouble.value} />
      {ready ? (
        <Batch stickers={made.value} />
      ) : (
        <>
          <h2>印几页 A4 纸，每页 24 张贴</h2>
          <Segments
            label="印几页"
            options={SHEETS.map((value) => ({ value, label: `${value} 页` }))}
            value={sheets.value}
            onChange={(value) => {
              sheets.value = value;
            }}
          />
          <HowTo />
        </>
      )}
    </Page>
  );
}

function HowTo() {
  return (
    <section class={styles.how} aria-labelledby="sticker-how">
      <h2 id="sticker-how">怎么用</h2>
      <ol>
        <li>用 3 列 8 行的不干胶标签纸（每张 70×36 毫米）打印，按原大小，不缩放；普通纸印好后沿虚线剪开。</li>
        <li>印好后盖收件专用章，带下乡。</li>
        <li>收件到“定结果”这一步，扫一张贴，提交后贴在来人手里的那一份上。没有网也能扫。</li>
        <li>一张贴只用一次。没用完的留着下次用，不会过期。</li>
      </ol>
    </section>
  );
}

function Batch({ stickers }: { readonly stickers: readonly Sticker[] }) {
  const [first] = stickers;
  const last = stickers.at(-1);
  return (
    <>
      <Notice
        kind="info"
        announce
        heading={`排好了 ${stickers.length} 张贴`}
        todo={`从 ${first?.number} 到 ${last?.number}。这一批只在这一页上，离开后不能再印；下次会印新的编号。`}
      />
      <div class={papers.preview}>
        <Sheets stickers={stickers} />
      </div>
    </>
  );
}

function Sheets({ stickers }: { readonly stickers: readonly Sticker[] }) {
  usePage('stickers');
  const sheets = Array.from({ length: Math.ceil(stickers.length / PER_SHEET) }, (_, at) =>
    stickers.slice(at * PER_SHEET, (at + 1) * PER_SHEET),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, so a keyboard must be able to scroll it
    <section class="sheet" aria-label="收件贴" tabIndex={0}>
      {sheets.map((sheet, at) => (
        <ol key={at} class={styles.page}>
          {sheet.map((one) => (
            <Label key={one.number} sticker={one} />
          ))}
        </ol>
      ))}
    </section>
  );
}

function Label({ sticker }: { readonly sticker: Sticker }) {
  const { desk, hall } = useBench();
  return (
    <li class={styles.sticker}>
      <Qr
        text={stickerAddress(desk.origin, sticker)}
        label={`收件贴 ${sticker.number} 的二维码`}
        size="26mm"
      />
      <div class={styles.words}>
        <p class={styles.title}>收件回执</p>
        <p>{hall.name}</p>
        <p>
          查询码 <b>{sticker.code}</b>
        </p>
        <p>扫码看进度</p>
        <p class={styles.date}>年　　月　　日收件</p>
      </div>
      <p class={styles.number}>贴号 {sticker.number}</p>
    </li>
  );
}
