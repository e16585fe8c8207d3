import type { ToldLine } from '../../../domain/case.ts';

interface ToldTableProps {
  readonly lines: readonly ToldLine[];
  /** Headings of the name and of what is asked. */
  readonly name: string;
  readonly what: string;
}

/** The numbered table of a notice: what is told, how it must look, and by which article. */
export function ToldTable({ lines, name, what }: ToldTableProps) {
  return (
    <table class="paper-table">
      <thead>
        <tr>
          <th>序号</th>
          <th>{name}</th>
          <th>{what}</th>
          <th>依据</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={at}>
            <td>{at + 1}</td>
            <td>{line.name}</td>
            <td>{line.what}</td>
            <td>{line.basis}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
