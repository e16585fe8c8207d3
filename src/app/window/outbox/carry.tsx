import { Download, Upload } from 'lucide';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { PACKAGE_ENDING } from '../../local/carry/types.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import { TroubleNotice } from '../trouble.tsx';
import { Carrying, type ToSave } from './carryModel.ts';
import styles from './outbox.module.css';

/** For a device that never gets a line: what waits leaves on a stick, and is sent from any device that has one. */
export function Carry({ waiting }: { readonly waiting: boolean }) {
  const { local } = useBench();
  const carrying = useMemo(() => new Carrying(local), [local]);
  const chooser = useRef<HTMLInputElement>(null);
  /** Given back when the screen is left: the browser may still be saving. */
  const addresses = useRef<string[]>([]);
  const busy = carrying.busy.value;
  const exported = async () => {
    const made = await carrying.export();
    if (made) addresses.current.push(save(made));
  };
  useEffect(
    () => () => {
      for (const one of addresses.current) URL.revokeObjectURL(one);
    },
    [],
  );
  return (
    <section class={styles.section} aria-label="用 U 盘带走">
      <h2>用 U 盘带走</h2>
      <p class={styles.quiet}>
        这台设备一直连不上网时，可以把待上报的连同照片导出到 U
        盘，拿到任何一台连网的设备上读入、代为上报。内容都是加密的，路上谁也看不到；本机的还留着，连上网照样上报，不会重复登记。
      </p>
      <TroubleNotice trouble={carrying.trouble.value} kept="待上报的都还在本机，没有丢失。" />
      <Came carrying={carrying} />
      <div class={styles.ways}>
        {waiting && (
          <Button icon={Download} busy={busy === 'export'} onClick={() => void exported()}>
            导出待上报
          </Button>
        )}
        <Button icon={Upload} busy={busy === 'import'} onClick={() => chooser.current?.click()}>
          读入别的设备导出的
        </Button>
        <input
          ref={chooser}
          type="file"
          accept={PACKAGE_ENDING}
          class="unseen"
          tabIndex={-1}
          aria-label="选导出的文件"
          onChange={(event) => {
            const input = event.currentTarget;
            const [chosen] = input.files ?? [];
            if (chosen) void carrying.import(chosen);
            // The same stick may be read again.
            input.value = '';
          }}
        />
      </div>
    </section>
  );
}

function Came({ carrying }: { readonly carrying: Carrying }) {
  const came = carrying.imported.value;
  if (!came) return null;
  const fresh = came.commands > 0;
  return (
    <Notice
      kind="info"
      announce
      heading={fresh ? `读入 ${came.commands} 步办理、${came.files} 个文件` : '这些本机都已经有了'}
      todo={
        fresh
          ? '连上网由这台设备代为上报，报完自动从本机删去。谁办的、什么时候办的不会变。'
          : '不用再读，也不会重复上报。'
      }
    />
  );
}

/** Hands a file to the browser's own saving. @returns the address that it is read from */
function save({ name, content }: ToSave): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  return link.href;
}
