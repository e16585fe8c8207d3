import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';

interface Props {
  readonly at: string;
  /** Where it is on its way to. */
  readonly to?: string | undefined;
}

/** Before a result is handed over: its paper, with the seal on it, lies at another office. */
export function PaperElsewhere({ at, to }: Props) {
  const { hall, rules } = useBench();
  const name = (id: string) => rules.office(id)?.name ?? id;
  if (at === hall.id && to === undefined) return null;
  const whom = at === hall.id ? (to ?? at) : at;
  return (
    <Notice
      kind="warn"
      announce={false}
      heading={
        to === undefined ? `纸质材料在${name(at)}，不在本大厅` : `纸质材料在路上：${name(at)} → ${name(to)}`
      }
      todo={`盖了章的原件跟纸质材料走。来人要原件的，先联系${name(whom)}移交过来，或者告诉来人到那里取；只要知道结果的，可以在这里打印带验证码的文书。`}
    />
  );
}
