import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Office } from '../../domain/office.ts';
import type { StaffMember } from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';
import type { Local } from '../local/types.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { actsInWords, spanInWords } from '../parts/deputyWords.ts';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useOpenForm } from '../parts/openForms.ts';
import { Page } from '../parts/page.tsx';
import { ReasonDialog } from '../parts/reasonDialog.tsx';
import styles from './admin.module.css';
import { DeputyForm } from './deputyForm.tsx';
import { DeputyList } from './deputyList.tsx';
import { type DeputyModel, deputyModel } from './deputyModel.ts';
import { OfficeSelect } from './officeSelect.tsx';
import { RoleChoice } from './roleChoice.tsx';
import { rolesOffered, type StaffModel, staffModel } from './staffModel.ts';
import { roleWords } from './words.ts';

/** Adding, disabling and enabling staff (系统管理). Works only with a line: it changes powers. */
export function StaffScreen({ local, api }: { readonly local: Local; readonly api: Api }) {
  const model = useMemo(() => staffModel(api), [api]);
  const deputies = useMemo(
    () => deputyModel(api, { staff: model.staff, now: () => local.now(), onDone: model.changed }),
    [api, local, model],
  );
  useEffect(() => {
    void model.load();
  }, [model]);
  const offices = local.catalogue.value?.data.offices ?? [];
  return (
    <Page
      heading="人员和岗位"
      lead="增加、停用工作人员。停用后，其尚未上报的记录在区里单独存放，不会丢失；恢复后自动登记。"
      width="wide"
    >
      {model.trouble.value && (
        <Notice kind="problem" heading={model.trouble.value.what} todo={model.trouble.value.todo} announce />
      )}
      {model.done.value && <Notice kind="info" heading={model.done.value} announce />}
      {model.staff.value && <DeputyList model={deputies} offices={offices} />}
      <DeputyForm model={deputies} offices={offices} />
      <div class={styles.columns}>
        <StaffList model={model} deputies={deputies} offices={offices} />
        <StaffForm model={model} offices={offices} />
      </div>
    </Page>
  );
}

interface ListProps {
  readonly model: StaffModel;
  readonly deputies: DeputyModel;
  readonly offices: readonly Office[];
}

function StaffList({ model, deputies, offices }: ListProps) {
  const chosen = useSignal<StaffMember | null>(null);
  return (
    <section aria-labelledby="staff-list">
      <h2 id="staff-list">现有人员</h2>
      {model.staff.value === null && !model.trouble.value && <p>正在读取…</p>}
      <ul class={styles.list}>
        {model.staff.value?.map((one) => (
          <li key={one.id} class={styles.row}>
            <div>
              <p class={styles.name}>
                {one.name} <span class={styles.quiet}>{one.username}</span>{' '}
                {one.disabled && <Badge kind="refused" word="已停用" />}
              </p>
              <Posts of={one} offices={offices} deputies={deputies} />
            </div>
            <div class={styles.beside}>
              {!one.disabled && (
                <Button kind="secondary" label={`代班 ${one.name}`} onClick={() => deputies.begin(one)}>
                  代班
                </Button>
              )}
              <Button
                kind="secondary"
                label={`${one.disabled ? '恢复' : '停用'} ${one.name}`}
                onClick={() => {
                  chosen.value = one;
                }}
              >
                {one.disabled ? '恢复' : '停用'}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {chosen.value && (
        <StaffReason
          member={chosen.value}
          model={model}
          onClose={() => {
            chosen.value = null;
          }}
        />
      )}
    </section>
  );
}

interface PostsProps {
  readonly of: StaffMember;
  readonly offices: readonly Office[];
  readonly deputies: DeputyModel;
}

function Posts({ of, offices, deputies }: PostsProps) {
  const nameOf = (id: string) => offices.find((office) => office.id === id)?.shortName ?? id;
  const own = of.posts.filter((post) => !post.deputy);
  const acting = deputies.named.value.filter(({ person }) => person.id === of.id);
  return (
    <>
      {own.map((post) => (
        <p key={post.office} class={styles.quiet}>
          {nameOf(post.office)}：{post.roles.map((role) => roleWords[role]).join('、')}
        </p>
      ))}
      {acting.map(({ post, away }) => (
        <p key={post.deputy.id} class={styles.quiet}>
          为{away}代班，{nameOf(post.office)}：{actsInWords(post)}，{spanInWords(post, deputies.today())}
        </p>
      ))}
    </>
  );
}

interface ReasonProps {
  readonly member: StaffMember;
  readonly model: StaffModel;
  readonly onClose: () => void;
}

function StaffReason({ member, model, onClose }: ReasonProps) {
  const act = member.disabled ? '恢复' : '停用';
  const confirm = async (reason: string) => {
    if (await model.setDisabled(member.id, !member.disabled, reason)) onClose();
  };
  return (
    <ReasonDialog
      heading={`${act}${member.name}`}
      act={act}
      danger={!member.disabled}
      hint="原因会记入人员变更记录。"
      busy={model.busy.value}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    />
  );
}

function StaffForm({ model, offices }: { readonly model: StaffModel; readonly offices: readonly Office[] }) {
  const form = model.form.value;
  useOpenForm(model.begun.value);
  const office = offices.find((one) => one.id === form.office);
  const errors = model.errors.value;
  const set = (change: Partial<typeof form>) => {
    model.form.value = { ...form, ...change };
  };
  return (
    <section aria-labelledby="staff-new">
      <h2 id="staff-new">增加人员</h2>
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void model.add();
        }}
      >
        <Field
          label="姓名"
          value={form.name}
          error={errors.name}
          onInput={(name) => set({ name })}
          maxLength={40}
        />
        <Field
          label="用户名"
          value={form.username}
          error={errors.username}
          onInput={(username) => set({ username })}
          maxLength={32}
        />
        <Field
          label="初始密码"
          type="password"
          autocomplete="new-password"
          value={form.password}
          error={errors.password}
          onInput={(password) => set({ password })}
        />
        <OfficeSelect
          offices={offices}
          value={form.office}
          error={errors.office}
          onChange={(id) => model.chooseOffice(offices.find((one) => one.id === id))}
        />
        <RoleChoice
          offered={rolesOffered(office)}
          none="选好单位后，这里列出该单位的岗位。"
          value={form.roles}
          error={errors.roles}
          onChange={(roles) => set({ roles })}
        />
        <Button kind="primary" type="submit" busy={model.busy.value}>
          增加人员
        </Button>
      </form>
    </section>
  );
}
