import { MOST_DEPUTY_DAYS } from '../../domain/deputy.ts';
import type { Office } from '../../domain/office.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import styles from './admin.module.css';
import type { DeputyModel } from './deputyModel.ts';
import { RoleChoice } from './roleChoice.tsx';
import { SelectField } from './selectField.tsx';

interface Props {
  readonly model: DeputyModel;
  readonly offices: readonly Office[];
}

/** Names somebody for the absence of another one. Stays as it was filled in when it is refused. */
export function DeputyForm({ model, offices }: Props) {
  const deputy = model.deputy.value;
  if (!deputy) return null;
  const trouble = model.trouble.value;
  return (
    <Dialog
      open
      heading={`请${deputy.name}代班`}
      onClose={model.close}
      actions={
        <>
          <Button onClick={model.close}>不登记了</Button>
          <Button kind="primary" busy={model.busy.value} onClick={() => void model.name()}>
            登记代班
          </Button>
        </>
      }
    >
      {trouble && <Notice kind="problem" heading={trouble.what} todo={trouble.todo} announce />}
      <p class={styles.quiet}>
        代班的人用自己的名字办理，同一件仍要三个人分别办：自己起草的，自己不能批准，也不能用印。
      </p>
      <Posts model={model} offices={offices} />
      <Days model={model} />
    </Dialog>
  );
}

/** Who is away, and what of theirs is done for them. */
function Posts({ model, offices }: Props) {
  const { absent, office, roles } = model.form.value;
  const errors = model.errors.value;
  const nameOf = (id: string) => offices.find((one) => one.id === id)?.shortName ?? id;
  const posts = model.posts.value;
  return (
    <>
      <SelectField
        label="谁不在岗"
        options={model.absentees.value.map((one) => ({
          value: one.id,
          label: `${one.name}（${[...new Set(one.posts.map((post) => nameOf(post.office)))].join('、')}）`,
        }))}
        value={absent}
        error={errors.absent}
        onChange={model.chooseAbsent}
      />
      {posts.length > 1 && (
        <SelectField
          label="代哪个单位的岗位"
          options={posts.map((post) => ({ value: post.office, label: nameOf(post.office) }))}
          value={office}
          error={errors.office}
          onChange={model.chooseOffice}
        />
      )}
      <RoleChoice
        legend={office === '' ? '代哪些岗位' : `代${nameOf(office)}的哪些岗位`}
        offered={model.offered.value}
        none="选好谁不在岗以后，这里列出能代的岗位。"
        value={roles}
        error={errors.roles}
        onChange={(chosen) => {
          model.form.value = { ...model.form.value, roles: chosen };
        }}
      />
    </>
  );
}

function Days({ model }: Pick<Props, 'model'>) {
  const form = model.form.value;
  const errors = model.errors.value;
  const today = model.today();
  const set = (change: Partial<typeof form>) => {
    model.form.value = { ...form, ...change };
  };
  return (
    <>
      <div class={styles.days}>
        <Field
          label="从哪一天起"
          type="date"
          hint="当天算在内。"
          value={form.from}
          min={today}
          error={errors.from}
          onInput={(from) => set({ from })}
        />
        <Field
          label="到哪一天为止"
          type="date"
          hint={`当天算在内，最长 ${MOST_DEPUTY_DAYS} 天。`}
          value={form.until}
          min={today}
          error={errors.until}
          onInput={(until) => set({ until })}
        />
      </div>
      <Field
        label="原因"
        hint="会记入人员变更记录。"
        value={form.reason}
        error={errors.reason}
        maxLength={200}
        rows={2}
        width="full"
        onInput={(reason) => set({ reason })}
      />
    </>
  );
}
