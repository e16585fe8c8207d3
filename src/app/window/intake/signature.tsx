import { useSignal } from '@preact/signals';
import { PenLine } from 'lucide';
import { SIGNATURE } from '../../../domain/files.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { SignaturePad } from '../../parts/photo/later.tsx';
import { PageStrip } from '../../parts/photo/pageStrip.tsx';
import { shownPage } from '../photos/paperPages.tsx';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';

/** The applicant signs for the receipt on the tablet, where they want to; on paper it goes as before. */
export function Signature({ intake }: { readonly intake: Intake }) {
  const open = useSignal(false);
  const { pages } = intake;
  const signed = pages.of(SIGNATURE);
  const name = intake.content.value.parties[0]?.name.trim();
  const close = () => {
    open.value = false;
  };
  const done = async (picture: Blob) => {
    close();
    const bytes = new Uint8Array(await picture.arrayBuffer());
    for (const { hash } of signed) await pages.remove(hash);
    await pages.keepBytes(SIGNATURE, bytes, 'image/png');
  };
  const trouble = pages.trouble.value;
  return (
    <section class={styles.told} aria-label="当事人签名">
      <h2>当事人签名</h2>
      <p class={styles.quiet}>在平板上签收件回执；不在屏幕上签的，打印后在纸上签。</p>
      {signed.length > 0 && (
        <PageStrip
          paper="当事人签名"
          pages={signed.map((file, at) => shownPage(file, at, () => pages.load(file)))}
          onOpen={(page) => pages.open(SIGNATURE, page)}
        />
      )}
      {trouble?.paper === SIGNATURE && (
        <Notice kind="problem" heading={trouble.words.what} todo={trouble.words.todo} />
      )}
      <div>
        <Button
          icon={PenLine}
          busy={pages.busy.value === SIGNATURE}
          onClick={() => {
            open.value = true;
          }}
        >
          {signed.length > 0 ? '重新签名' : '在屏幕上签名'}
        </Button>
      </div>
      {open.value && (
        <SignaturePad
          heading={`${name ? `${name}，` : ''}请签收收件回执`}
          onDone={(picture) => void done(picture)}
          onSkip={close}
          onClose={close}
        />
      )}
    </section>
  );
}
