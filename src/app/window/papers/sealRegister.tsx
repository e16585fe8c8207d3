import { Printer, RefreshCw, Stamp } from 'lucide';
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import type { Office } from '../../../domain/office.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { Segments } from '../../parts/segments.tsx';
import { useBench } from '../desk.tsx';
import { titleOf } from '../start/caseList.ts';
import papers from './papers.module.css';
import {
  type Book,
  bookOf,
  inRange,
  missingIn,
  numbersInWords,
  type Range,
  rangeTrouble,
  registerOffices,
  registerYears,
} from './sealBook.ts';
import { type SealRegisterModel, sealRegisterModel } from './sealRegisterModel.ts';
import { RegisterSheet, sourceInWords } from './sealSheet.tsx';

const BACK = { label: '办件', href: '/desk/' };

/** 用印登记 (国务院关于印章管理的规定第二十五条): everything that was sealed at an office in a year. */
export function SealRegister() {
  const { local, hall } = useBench();
  const all = local.catalogue.value?.data.offices ?? [];
  const offices = registerOffices(all, local.signedIn.value?.posts ?? [], hall.id, local.now());
  const [first] = offices;
  if (first) return <Register offices={offices} first={first} />;
  return (
    <Page heading="用印登记" back={BACK}>
      <Notice kind="info" heading="看用印登记要有批准或者监印岗位" todo="请换由有相应岗位的人员查看。" />
    </Page>
  );
}

interface RegisterProps {
  readonly offices: readonly Office[];
  readonly first: Office;
}

function Register({ offices, first }: RegisterProps) {
  const { local, rules, today } = useBench();
  const model = useMemo(() => sealRegisterModel(local), [local]);
  const [chosen, choose] = useState(first.id);
  const [year, chooseYear] = useState(today.slice(0, 4));
  const [range, setRange] = useState<Range>({ from: '', to: '' });
  const office = offices.find((one) => one.id === chosen) ?? first;
  const { online } = local.status.value;
  const load = () => void model.load(office.id, year);
  // Also when the line comes back.
  useEffect(load, [model, office.id, year, online]);
  const asked = {
    ...{ office: office.id, year, copy: model.copy.value, listed: local.cases.value },
    titleOf: (view: Parameters<typeof titleOf>[0]) => titleOf(view, rules),
  };
  const book = bookOf(asked);
  const shown = inRange(book.lines, range);
  const source = sourceInWords(model.copy.value, model.from.value, today);
  return (
    <Page
      heading="用印登记"
      width="wide"
      back={BACK}
      actions={
        shown.length > 0 && (
          <ActionBar>
            <Button kind="primary" icon={Printer} onClick={() => window.print()}>
              打印
            </Button>
          </ActionBar>
        )
      }
    >
      <div class={papers.bookChoice}>
        {offices.length > 1 && <OfficeChoice offices={offices} value={office.id} onChange={choose} />}
        <Segments
          label="看哪一年"
          options={registerYears(asked, today).map((value) => ({ value, label: `${value}年` }))}
          value={year}
          onChange={chooseYear}
        />
        <RangeFields range={range} onChange={setRange} />
      </div>
      <Source model={model} source={source} onAgain={load} />
      <Missing book={book} />
      {shown.length > 0 ? (
        <RegisterSheet {...{ office, year, lines: shown, source }} missing={missingIn(book, range)} />
      ) : (
        model.from.value !== 'reading' && <Nothing book={book} />
      )}
    </Page>
  );
}

interface OfficeChoiceProps {
  readonly offices: readonly Office[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function OfficeChoice({ offices, value, onChange }: OfficeChoiceProps) {
  const id = useId();
  return (
    <div>
      <label class={papers.bookLabel} for={id}>
        单位
      </label>
      <select
        id={id}
        autocomplete="off"
        class={papers.bookSelect}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {offices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function RangeFields({
  range,
  onChange,
}: {
  readonly range: Range;
  readonly onChange: (range: Range) => void;
}) {
  const both = { type: 'number', width: 'short', optional: true, maxLength: 9 } as const;
  return (
    <div class={papers.bookRange}>
      <Field
        {...both}
        label="从第几号"
        value={range.from}
        error={rangeTrouble(range)}
        onInput={(from) => onChange({ ...range, from: from.trim() })}
      />
      <Field
        {...both}
        label="到第几号"
        value={range.to}
        onInput={(to) => onChange({ ...range, to: to.trim() })}
      />
    </div>
  );
}

interface SourceProps {
  readonly model: SealRegisterModel;
  readonly source: string;
  readonly onAgain: () => void;
}

/** Whose register it is that is shown, and of when. */
function Source({ model: { from, trouble, busy }, source, onAgain }: SourceProps) {
  if (busy.value) return <p role="status">正在读取区里的登记簿…</p>;
  if (from.value === 'district') return <p role="status">{source}</p>;
  const forbidden = trouble.value?.code === 'session.forbidden';
  return (
    <Notice
      kind="warn"
      announce
      heading={forbidden ? '区里没有让您看这本登记簿' : '现在没有读到区里的登记簿'}
      todo={source}
      actions={
        <Button icon={RefreshCw} onClick={onAgain}>
          再读一次
        </Button>
      }
    />
  );
}

function Nothing({ book: { lines } }: { readonly book: Book }) {
  if (lines.length > 0)
    return <Empty icon={Stamp} what="这个范围里没有用印" how="请改起止序号，或者清空再看。" />;
  return <Empty icon={Stamp} what="这里还没有用印" how="监印人在办件里用印以后，会登记在这里。" />;
}

/** A register without gaps says where there is one all the same. */
function Missing({ book: { missing } }: { readonly book: Book }) {
  if (missing.length === 0) return null;
  return (
    <Notice
      kind="info"
      heading={`第 ${numbersInWords(missing)} 号没有登记内容`}
      todo="这些文号给过，内容在建登记簿以前已经按保存规定删除。请对照纸质登记。"
    />
  );
}
