import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Office, Role } from '../../domain/office.ts';
import type { StaffMember } from '../../protocol/resources.ts';
import type { Api } from '../local/edges/api.ts';
import type { Local } from '../local/types.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { Checkbox } from '../parts/checkbox.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useOpenForm } from '../parts/openForms.ts';
import { Page } from '../parts/page.tsx';
import styles from './admin.module.css';
import { rolesOffered, type StaffModel, staffModel } from './staffModel.ts';
import { roleWords } from './words.ts';

/** Adding, disabling and enabling staff (系统管理). Works only with a line: it changes powers. */
export function StaffScreen({ local, api }: { readonly local: Local; readonly api: Api }) {
  const model = useMemo(() => staffModel(api), [api]);
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
      <div class={styles.columns}>
        <StaffList model={model} offices={offices} />
        <StaffForm model={model} offices={offices} />
      </div>
    </Page>
  );
}

function StaffList({ model, offices }: { readonly model: StaffModel; readonly offices: readonly Office[] }) {
  const chosen = useSignal<StaffMember | null>(null);
  const nameOf = (id: string) => offices.find((office) => office.id === id)?.shortName ?? id;
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
              {one.posts.map((post) => (
                <p key={post.office} class={styles.quiet}>
                  {nameOf(post.office)}：{post.roles.map((role) => roleWords[role]).join('、')}
                </p>
              ))}
            </div>
            <Button
              kind="secondary"
              label={`${one.disabled ? '恢复' : '停用'} ${one.name}`}
              onClick={() => {
                chosen.value = one;
              }}
            >
              {one.disabled ? '恢复' : '停用'}
            </Button>
          </li>
        ))}
      </ul>
      {chosen.value && (
        <ReasonDialog
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

interface ReasonProps {
  readonly member: StaffMember;
  readonly model: StaffModel;
  readonly onClose: () => void;
}

function ReasonDialog({ member, model, onClose }: ReasonProps) {
  const reason = useSignal('');
  const act = member.disabled ? '恢复' : '停用';
  const confirm = async () => {
    if (await model.setDisabled(member.id, !member.disabled, reason.value.trim())) onClose();
  };
  return (
    <Dialog
      open
      heading={`${act}${member.name}`}
      onClose={onClose}
      actions={
        <>
          <Button kind="secondary" onClick={onClose}>
            不改了
          </Button>
          <Button
            kind={member.disabled ? 'primary' : 'danger'}
            busy={model.busy.value}
            disabled={reason.value.trim() === ''}
            onClick={() => void confirm()}
          >
            {act}
          </Button>
        </>
      }
    >
      <Field
        label="原因"
        hint="原因会记入人员变更记录。"
        value={reason.value}
        maxLength={200}
        rows={2}
        onInput={(value) => {
          reason.value = value;
        }}
      />
    </Dialog>
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

interface OfficeProps {
  readonly offices: readonly Office[];
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function OfficeSelect({ offices, value, error, onChange }: OfficeProps) {
  return (
    <div>
      <label class={styles.label} for="staff-office">
        单位
      </label>
      {error && (
        <p class={styles.error} id="staff-office-error">
          {error}
        </p>
      )}
      <select
        id="staff-office"
        class={styles.select}
        value={value}
        aria-describedby={error ? 'staff-office-error' : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">请选择</option>
        {offices.map((office) => (
          <option key={office.id} value={office.id}>
            {office.name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface RoleProps {
  readonly offered: readonly Role[];
  readonly value: readonly Role[];
  readonly error: string | undefined;
  readonly onChange: (value: readonly Role[]) => void;
}

function RoleChoice({ offered, value, error, onChange }: RoleProps) {
  return (
    <fieldset class={styles.roles}>
      <legend class={styles.label}>岗位</legend>
      {error && <p class={styles.error}>{error}</p>}
      {offered.length === 0 && <p class={styles.quiet}>选好单位后，这里列出该单位的岗位。</p>}
      {offered.map((role) => (
        <Checkbox
          key={role}
          label={roleWords[role]}
          checked={value.includes(role)}
          onChange={(on) => onChange(on ? [...value, role] : value.filter((one) => one !== role))}
        />
      ))}
    </fieldset>
  );
}
