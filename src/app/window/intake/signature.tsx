import { SIGNATURE } from '../../../domain/files.ts';
import { checkSigning, MAX_WITNESS, type Signing } from '../../../domain/signing.ts';
import { Field } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { DrawnSignature } from '../photos/drawnSignature.tsx';
import { troubleOf } from '../trouble.tsx';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';

/** The applicant signs, on the tablet or on paper; who cannot write puts a fingerprint on the paper before a witness. */
export function Signature({ intake }: { readonly intake: Intake }) {
  const { signing } = intake.content.value;
  const sign = (next: Signing | undefined) => {
    const { signing: _, ...rest } = intake.content.value;
    intake.replace(next ? { ...rest, signing: next } : rest);
  };
  const problem = checkSigning(signing, intake.content.value.parties);
  return (
    <section class={styles.told} aria-label="当事人签名">
      <h2>当事人签名</h2>
      <Segments
        label="怎么签"
        options={[
          { value: 'signature', label: '签名' },
          { value: 'fingerprint', label: '不会写字，在纸上按指印' },
        ]}
        value={signing ? 'fingerprint' : 'signature'}
        onChange={(way) => sign(way === 'fingerprint' ? { way, witness: '' } : undefined)}
      />
      {signing ? (
        <Field
          label="见证人姓名"
          hint="在场看着按指印的人，要在纸上签名；姓名记入办件。可以是代办人。"
          maxLength={MAX_WITNESS}
          value={signing.witness}
          error={signing.witness !== '' && problem ? troubleOf(problem).what : undefined}
          onInput={(witness) => sign({ ...signing, witness })}
        />
      ) : intake.roster.isSitting.value ? (
        <p class={styles.quiet}>提交后打印合并回执，由代办人在纸上一次签收。</p>
      ) : (
        <Drawn intake={intake} />
      )}
    </section>
  );
}

function Drawn({ intake }: { readonly intake: Intake }) {
  const name = intake.content.value.parties[0]?.name.trim();
  return (
    <>
      <p class={styles.quiet}>在平板上签收件回执；不在屏幕上签的，打印后在纸上签。</p>
      <DrawnSignature
        pages={intake.pages}
        paper={SIGNATURE}
        name="当事人签名"
        heading={`${name ? `${name}，` : ''}请签收收件回执`}
      />
    </>
  );
}
