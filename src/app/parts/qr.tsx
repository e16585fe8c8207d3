import { encode } from 'uqr';

export interface QrProps {
  /** What the code holds; usually an address. */
  readonly text: string;
  /** What it is for, in words: 「扫码看进度」. Shown to screen readers; print the words beside it too. */
  readonly label: string;
  /** Any CSS length; default 28mm, the quiet zone of four modules included. */
  readonly size?: string | undefined;
}

/** Always black on white, also in the dark scheme: phones do not read it otherwise. */
export function Qr({ text, label, size = '28mm' }: QrProps) {
  const { data, size: modules } = encode(text, { ecc: 'M', border: 4 });
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shape-rendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={pathOf(data)} fill="#000" />
    </svg>
  );
}

/** One path; each run of dark modules in a row is one rectangle. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x + 1 - start}v1h${start - x - 1}z`;
    }
  });
  return path;
}
