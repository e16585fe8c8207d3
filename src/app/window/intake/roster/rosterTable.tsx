import { PenLine, Trash2 } from 'lucide';
import type { Roster, RosterColumn } from '../../../../domain/guide.ts';
import { mask } from '../../../../domain/identity.ts';
import { cellOf, partyOf, type RosterRow, type RowProblem } from '../../../../domain/roster.ts';
import { Button } from '../../../parts/button.tsx';
import { Field } from '../../../parts/field.tsx';
import { problemInWords } from '../../numberWords.ts';
import { TroubleNotice } from '../../trouble.tsx';
import styles from './roster.module.css';
import type { RosterBook } from './rosterBook.ts';

interface TableProps {
  readonly book: RosterBook;
  readonly spec: Roster;
}

/** All lines at a glance, and under it a form for each that has to be mended. */
export function RosterTable({ book, spec }: TableProps) {
  const rows = book.rows.value;
  const open = rows.flatMap((row, at) => (book.open.value.has(row.id) ? [{ row, at }] : []));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, so a keyboard must be able to scroll it */}
      <section class={styles.scroll} aria-label="名册预览" tabIndex={0}>
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">姓名</th>
              <th scope="col">证件号码</th>
              <th scope="col">情况</th>
              <th scope="col">
                <span class="unseen">改</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Line key={row.id} book={book} spec={spec} row={row} at={at} />
            ))}
          </tbody>
        </table>
      </section>
      {open.map(({ row, at }) => (
        <RowForm key={row.id} book={book} spec={spec} row={row} at={at} />
      ))}
    </>
  );
}

interface LineProps extends TableProps {
  readonly row: RosterRow;
  readonly at: number;
}

function Line({ book, spec, row, at }: LineProps) {
  const problems = book.problems.value.get(row.id) ?? [];
  const refused = book.refused.value.get(row.id);
  const says = refused
    ? refused.what
    : problems.map((one: RowProblem) => wordsFor(one, row, spec)).join('；');
  return (
    <tr data-bad={says === '' ? undefined : ''}>
      <th scope="row">{at + 1}</th>
      <td>{row.cells.name}</td>
      <td class={styles.number}>{mask(partyOf(row, spec).idNumber)}</td>
      <td>{says === '' ? '可以用' : `要改：${says}`}</td>
      <td>
        {!book.open.value.has(row.id) && (
          <Button
            kind="quiet"
            icon={PenLine}
            label={`改第 ${at + 1} 行`}
            onClick={() => book.edit(row.id, true)}
          >
            改
          </Button>
        )}
      </td>
    </tr>
  );
}

function RowForm({ book, spec, row, at }: LineProps) {
  const problems = book.problems.value.get(row.id) ?? [];
  const errorOf = (cell: string) => {
    const found = problems.find((one: RowProblem) => one.cell === cell);
    return found && wordsFor(found, row, spec);
  };
  return (
    <fieldset class={styles.row}>
      <legend>
        第 {at + 1} 行{problems.length === 0 ? '，改好了' : ''}
      </legend>
      <TroubleNotice trouble={book.refused.value.get(row.id) ?? null} />
      {spec.columns.map((column) => (
        <Field
          key={cellOf(column)}
          label={labelOf(column)}
          optional={column.optional ?? false}
          maxLength={200}
          value={row.cells[cellOf(column)] ?? ''}
          error={errorOf(cellOf(column))}
          onInput={(written) => book.set(row.id, cellOf(column), written)}
        />
      ))}
      <div class={styles.ways}>
        {problems.length === 0 && <Button onClick={() => book.edit(row.id, false)}>收起</Button>}
        <Button kind="quiet" icon={Trash2} label={`删去第 ${at + 1} 行`} onClick={() => book.remove(row.id)}>
          删去
        </Button>
      </div>
    </fieldset>
  );
}

const labelOf = (column: RosterColumn): string => column.heads[0] ?? '';

function wordsFor(problem: RowProblem, row: RosterRow, spec: Roster): string {
  const column = spec.columns.find((one) => cellOf(one) === problem.cell);
  const name = column ? labelOf(column) : '';
  switch (problem.code) {
    case 'double':
      return `号码和第 ${problem.detail} 行的一样`;
    case 'taken':
      return '这一户这次已经收过，有编号了';
    case 'scientific':
      return '表格把号码变成了科学计数，末几位没有了，请照证件重填';
    case 'party.kindWrong':
      return '这是单位的代码，这里要填个人的身份证号';
    case 'unclear':
      return `“${name}”请填是或者否`;
    case 'answer':
      return row.cells[problem.cell] ? `“${name}”填得不对` : `请填写${name}`;
    default:
      return problemInWords(
        { code: problem.code, role: spec.role, ...(problem.detail ? { detail: problem.detail } : {}) },
        partyOf(row, spec),
      );
  }
}
