import type { IconNode } from 'lucide';

type Attributes = IconNode[number][1];

/**
 * An icon as the data of one `path` (SVG 2 §9.3): a list that changes with each letter typed then changes one attribute,
 * and makes no elements anew. Lines only, and dots that are filled.
 * @throws when an icon has something else, which no icon of ours had
 */
export function lineOf(icon: IconNode): string {
  return icon.map(([tag, attributes]) => shapeLine(tag, attributes)).join('');
}

function shapeLine(tag: IconNode[number][0], attributes: Attributes): string {
  if (attributes.fill && tag !== 'circle') throw new Error(`no line for a filled ${tag}`);
  const of = (name: string): number => Number(attributes[name] ?? 0);
  switch (tag) {
    case 'path':
      // A path may begin with a relative step, which counts from where the one before it ended.
      return `M0 0${attributes.d}`;
    case 'line':
      return `M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`;
    case 'polyline':
      return `M${attributes.points}`;
    case 'circle':
      return circleLine(of('cx'), of('cy'), of('r')) + (attributes.fill ? `M${of('cx')} ${of('cy')}h0` : '');
    case 'rect':
      return rectLine(of('x'), of('y'), of('width'), of('height'), of('rx') || of('ry'));
    default:
      throw new Error(`no line for ${tag}`);
  }
}

const circleLine = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

function rectLine(x: number, y: number, width: number, height: number, r: number): string {
  const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx * r} ${dy * r}`;
  const [across, down] = [width - 2 * r, height - 2 * r];
  const top = `M${x + r} ${y}h${across}${corner(1, 1)}v${down}`;
  return `${top}${corner(-1, 1)}h${-across}${corner(-1, -1)}v${-down}${corner(1, -1)}z`;
}
