import { answerInWords } from '../../../domain/checklist.ts';
import { Button } from '../../parts/button.tsx';
import { renewalInWords } from '../words.ts';
import styles from './intake.module.css';
import type { Intake } from './intake.ts';

/** Who applies and what was answered, beside the checklist and the outcome; each leads back to its step. */
export function Summary({ intake }: { readonly intake: Intake }) {
  const { answers, parties, renews } = intake.content.value;
  const rules = intake.partyRules.value;
  return (
    <section class={styles.summary} aria-label="已填内容">
      <div class={styles.summaryHead}>
        <h2>当事人</h2>
        <Button kind="quiet" label="改当事人" onClick={() => intake.go('parties')}>
          改
        </Button>
      </div>
      <dl class={styles.facts}>
        {rules.flatMap((rule) =>
          parties
            .filter((party) => party.role === rule.role)
            .map((party, at) => (
              <Fact key={`${rule.role}${at}`} term={rule.label} text={party.name || '（还没有填）'} />
            )),
        )}
      </dl>
      <div class={styles.summaryHead}>
        <h2>情形</h2>
        <Button kind="quiet" label="改情形" onClick={() => intake.go('situation')}>
          改
        </Button>
      </div>
      <dl class={styles.facts}>
        {renews && <Fact term="延续" text={renewalInWords(renews)} />}
        {intake.questions.value.map((question) => {
          const given = answers[question.id];
          return given === undefined ? null : (
            <Fact key={question.id} term={question.text} text={answerInWords(question, given)} />
          );
        })}
      </dl>
    </section>
  );
}

function Fact({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}
