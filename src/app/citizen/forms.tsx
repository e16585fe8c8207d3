import type { VNode } from 'preact';
import type { ApplicationForm, CompleteGuide } from '../../domain/guide.ts';
import { documentOf, type Script } from './document.tsx';
import { Unsure } from './unsure.tsx';

export interface FormsProps {
  readonly guide: CompleteGuide;
  readonly scripts: readonly Script[];
}

/** The forms of a service, empty and as a filled sample, each on a sheet of its own when printed. */
export function renderForms({ guide, scripts }: FormsProps): string {
  const forms = guide.forms ?? [];
  return documentOf({
    title: `${guide.title}：空白表和示范文本`,
    description: `${guide.title}的空白申请表和填好的示范文本，可以打印。`,
    scripts,
    children: (
      <>
        <div class="on-screen">
          <h1>{guide.title}：表格</h1>
          <p>
            <a href={`/guide/${guide.id}`}>回到要带什么</a>
            。用浏览器的“打印”打出来；到窗口也能当场打印，填好的内容不用再抄。
          </p>
        </div>
        {forms.map((form) => (
          <>
            <Sheet form={form} filled={false} />
            <Sheet form={form} filled />
          </>
        ))}
      </>
    ),
  });
}

function Sheet({ form, filled }: { readonly form: ApplicationForm; readonly filled: boolean }): VNode {
  return (
    <section class="sheet">
      <h2>
        {form.title}
        {filled && <span class="sample">示范文本，内容是编的</span>}
        <Unsure of={form} />
      </h2>
      <table>
        <tbody>
          {form.fields.map((field) => (
            <tr key={field.label}>
              <th scope="row">{field.label}</th>
              <td class={`lines-${Math.min(field.lines ?? 1, 4)}`}>{filled && field.sample}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{form.declaration}</p>
      <p class="signs">
        <span>申请人（签名或者按指印）：</span>
        <span>见证人（代写的签名）：</span>
        <span>　　　　年　　月　　日</span>
      </p>
    </section>
  );
}
