import { useSignal } from '@preact/signals';
import { ClipboardPaste, Undo2 } from 'lucide';
import Papa from 'papaparse';
import { useEffect } from 'preact/hooks';
import type { Roster } from '../../../../domain/guide.ts';
import { Button } from '../../../parts/button.tsx';
import { Field } from '../../../parts/field.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useShortcuts } from '../../../parts/shortcuts.ts';
import { TroubleNotice } from '../../trouble.tsx';
import styles from './roster.module.css';
import type { RosterBook } from './rosterBook.ts';
import { RosterTable } from './rosterTable.tsx';

/** The list of a spreadsheet: pasted, looked over, mended in place. */
export function RosterPanel({ book, heading }: { readonly book: RosterBook; readonly heading: string }) {
  const spec = book.spec.value;
  const undo = () => book.undo();
  useShortcuts(book.mayUndo.value ? [{ keys: 'Alt+z', label: '撤销名册上一步', run: undo }] : []);
  useEffect(() => book.keepOpen(), [book]);
  if (!spec) return null;
  const rows = book.rows.value.length;
  const bad = rows - book.good.value.length;
  return (
    <section class={styles.roster} aria-label={heading}>
      <h2>{heading}</h2>
      <PasteBox book={book} spec={spec} />
      <TroubleNotice trouble={book.trouble.value} />
      <ReadNotice book={book} spec={spec} />
      <p role="status" class={styles.count}>
        {rows === 0
          ? ''
          : `名册 ${rows} ${spec.unit}，${bad === 0 ? '都可以用' : `可以用的 ${rows - bad} ${spec.unit}，要改的 ${bad} ${spec.unit}`}`}
      </p>
      {rows > 0 && <RosterTable book={book} spec={spec} />}
      {book.mayUndo.value && (
        <div>
          <Button icon={Undo2} shortcut="Alt+Z" onClick={undo}>
            撤销上一步
          </Button>
        </div>
      )}
    </section>
  );
}

function PasteBox({ book, spec }: { readonly book: RosterBook; readonly spec: Roster }) {
  const text = useSignal('');
  const take = (pasted: string) => {
    const { data } = Papa.parse<string[]>(pasted.replace(/\s+$/, ''), { delimiter: '\t' });
    book.paste(data);
    text.value = book.trouble.value ? pasted : '';
  };
  return (
    <>
      <Field
        label="把名册粘贴到这里"
        optional
        width="full"
        rows={3}
        hint={`在表格里连表头一起选中、复制，点进框里按 Ctrl+V。认得的列：${spec.columns.map((column) => column.heads[0]).join('、')}。`}
        value={text.value}
        onInput={(typed) => {
          text.value = typed;
          // Cells of a spreadsheet come with tabs between them; nobody types one.
          if (typed.includes('\t')) take(typed);
        }}
      />
      {text.value.trim() !== '' && (
        <div>
          <Button icon={ClipboardPaste} onClick={() => take(text.value)}>
            读入名册
          </Button>
        </div>
      )}
    </>
  );
}

function ReadNotice({ book, spec }: { readonly book: RosterBook; readonly spec: Roster }) {
  const read = book.read.value;
  if (!read) return null;
  return (
    <>
      {read.guessed && (
        <Notice
          kind="warn"
          heading="没有认出表头"
          todo={`按“${spec.columns.map((column) => column.heads[0]).join('、')}”的顺序读的，请核对；不对的，撤销后连表头一起复制。`}
        />
      )}
      {read.unused.length > 0 && (
        <Notice
          kind="info"
          heading={`没有用到的列：${read.unused.join('、')}`}
          todo="这些列不影响收件。要用的，把表头改成上面认得的叫法再粘贴。"
        />
      )}
    </>
  );
}
