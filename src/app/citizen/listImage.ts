import { encode } from 'uqr';
import { formInWords } from '../../domain/inWords.ts';
import { answersAddress } from '../../protocol/answersCode.ts';
import type { FinishedList } from './want.tsx';

/** As wide as phones show a picture whole. Pixels. */
const WIDTH = 720;
const MARGIN = 48;
const CODE = 260;
const FACE = '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif';

interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  /** Room above. */
  readonly above?: number;
}

/** The list as a picture that can be sent on in any messenger, and read without one. PNG. */
export async function listAsImage(list: FinishedList): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  const rows = linesOf(list).flatMap((line) => wrapped(pen, line));
  const height = rows.reduce((sum, row) => sum + heightOf(row), MARGIN) + CODE + 2 * MARGIN;
  canvas.width = WIDTH;
  canvas.height = height;
  pen.fillStyle = '#fffdf8';
  pen.fillRect(0, 0, WIDTH, height);
  pen.fillStyle = '#1b2420';
  let y = MARGIN;
  for (const row of rows) {
    y += heightOf(row);
    setFont(pen, row);
    pen.fillText(row.text, MARGIN, y);
  }
  drawCode(pen, answersAddress(location.origin, list.guide, list.answers), y + MARGIN);
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came of it'))), 'image/png'),
  );
}

function linesOf({ guide, lines }: FinishedList): Line[] {
  return [
    { text: guide.title, size: 40, bold: true },
    { text: `要带 ${lines.length} 样`, size: 32, bold: true, above: 16 },
    ...lines.flatMap(({ material }, index): Line[] => [
      { text: `${index + 1}. ${material.name}`, size: 30, bold: true, above: 20 },
      { text: formInWords(material.form), size: 26 },
    ]),
    { text: '九个镇的便民服务大厅和区级大厅都能办，去近的那一处就行。', size: 26, above: 32 },
    { text: `清单第 ${guide.version} 版，${guide.effectiveFrom} 起用。清单以外的证明不用交。`, size: 24 },
    { text: '窗口扫下面的码，您的回答就带过去了：', size: 24, above: 20 },
  ];
}

const heightOf = ({ size, above = 0 }: Line): number => Math.round(size * 1.5) + above;

function setFont(pen: CanvasRenderingContext2D, { size, bold }: Line): void {
  pen.font = `${bold ? 600 : 400} ${size}px ${FACE}`;
}

/** Chinese breaks between any two characters; punctuation does not begin a line. */
function wrapped(pen: CanvasRenderingContext2D, line: Line): Line[] {
  setFont(pen, line);
  const rows: string[] = [''];
  for (const character of line.text) {
    const row = rows.at(-1) ?? '';
    const fits = pen.measureText(row + character).width <= WIDTH - 2 * MARGIN;
    if (fits || /[，。、；：）》”]/.test(character)) rows[rows.length - 1] = row + character;
    else rows.push(character);
  }
  return rows.map((text, index) => ({ ...line, text, ...(index > 0 ? { above: 0 } : {}) }));
}

function drawCode(pen: CanvasRenderingContext2D, text: string, top: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const module = Math.floor(CODE / size);
  pen.fillStyle = '#fff';
  pen.fillRect(MARGIN, top, size * module, size * module);
  pen.fillStyle = '#000';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(MARGIN + x * module, top + y * module, module, module);
    });
  });
}
