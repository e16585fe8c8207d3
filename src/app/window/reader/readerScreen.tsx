import { IdCard } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ActionBar, Page } from '../../parts/page.tsx';
import { Segments } from '../../parts/segments.tsx';
import { useDesk } from '../desk.tsx';
import { TroubleNotice } from '../trouble.tsx';
import styles from './reader.module.css';
import { ReaderModel } from './readerModel.ts';

/** How identity cards are read on this device. */
export function ReaderScreen() {
  const desk = useDesk();
  const model = useMemo(() => new ReaderModel(desk), [desk]);
  useEffect(() => {
    void model.open();
  }, [model]);
  const way = model.way.value;
  if (!way) return null;
  return (
    <Page
      heading="设置本机的读卡器"
      lead="只管这台设备。读到的内容只填进正在办的表单，不写日志，也不发到别处。"
      back={{ label: '今天的办件', href: '/desk/' }}
      actions={
        <ActionBar>
          {way === 'service' && (
            <Button icon={IdCard} busy={model.busy.value} onClick={() => void model.try()}>
              试读一张
            </Button>
          )}
          <Button kind="primary" onClick={() => void model.keep()}>
            保存设置
          </Button>
        </ActionBar>
      }
    >
      <Choice
        question="身份证怎么读？"
        options={[
          { value: 'typing', label: '没有读卡器', help: '照着证件打字，系统核对。' },
          {
            value: 'keyboard',
            label: '像键盘一样的读卡器',
            help: '点进号码框里刷卡，读卡器自己打出号码（或者姓名和号码）和回车。',
          },
          {
            value: 'service',
            label: '带服务程序的读卡器',
            help: '厂家的程序在这台电脑上开着，应用去问它。地址和字段名看说明书。',
          },
        ]}
        value={way}
        onChange={(chosen) => {
          if (chosen === 'typing' || chosen === 'keyboard' || chosen === 'service') model.choose(chosen);
        }}
      />
      {way === 'service' && <ServiceFields model={model} />}
      <TroubleNotice trouble={model.trouble.value} kept="已有的设置和草稿都在本机，没有丢失。" />
      {model.tried.value && <Notice kind="info" announce heading={`读到了：${model.tried.value}`} />}
      {model.kept.value && (
        <Notice kind="info" announce heading="设置已存在本机" todo="回到收件，填当事人时就能用。" />
      )}
    </Page>
  );
}

function ServiceFields({ model }: { readonly model: ReaderModel }) {
  const { address, method, fields, success } = model.typed.value;
  const wrong = model.wrong.value;
  const field = (key: keyof typeof fields, label: string, optional: boolean) => (
    <Field
      label={label}
      optional={optional}
      maxLength={80}
      value={fields[key]}
      error={key !== 'address' && wrong.has(key as 'name') ? '请填写字段名' : undefined}
      onInput={(text) => model.set({ fields: { ...fields, [key]: text } })}
    />
  );
  return (
    <div class={styles.service}>
      <Field
        label="服务地址"
        width="full"
        hint="只能是本机：http://127.0.0.1，带端口。"
        maxLength={200}
        value={address}
        error={wrong.has('address') ? '应当像 http://127.0.0.1:8989/api/read' : undefined}
        onInput={(text) => model.set({ address: text })}
      />
      <Segments
        label="怎么问"
        options={[
          { value: 'GET', label: 'GET' },
          { value: 'POST', label: 'POST' },
        ]}
        value={method}
        onChange={(value) => model.set({ method: value })}
      />
      <h2>回答里的字段名</h2>
      <p class={styles.quiet}>在里层的用点隔开，比如 data.name。</p>
      <div class={styles.fields}>
        {field('name', '姓名的字段', false)}
        {field('idNumber', '身份证号的字段', false)}
        {field('address', '住址的字段', true)}
        {field('birth', '出生日期的字段', true)}
        {field('validUntil', '有效期的字段', true)}
        <Field
          label="成功标志的字段"
          optional
          maxLength={80}
          value={success.field}
          onInput={(text) => model.set({ success: { ...success, field: text } })}
        />
        <Field
          label="成功时的值"
          optional
          maxLength={40}
          value={success.value}
          onInput={(text) => model.set({ success: { ...success, value: text } })}
        />
      </div>
      {wrong.has('other') && <p role="alert">字段名里只能有字母、数字、下划线、横线和点。</p>}
    </div>
  );
}
