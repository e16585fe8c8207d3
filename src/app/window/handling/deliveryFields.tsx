import { deliverySignature } from '../../../domain/files.ts';
import { custodyOf, type DeliveryWay } from '../../../domain/handling.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import styles from '../case/case.module.css';
import type { CaseModel } from '../case/caseModel.ts';
import { PaperElsewhere } from '../case/paperElsewhere.tsx';
import { DrawnSignature } from '../photos/drawnSignature.tsx';
import { PhotoTable, paperNameIn } from '../photos/paperPages.tsx';
import type { HandlingModel } from './handlingModel.ts';
import { deliveryWords } from './words.ts';

interface Props {
  readonly file: CaseModel;
  readonly model: HandlingModel;
}

const WAYS: readonly DeliveryWay[] = ['inPerson', 'post', 'electronic', 'leftBehind'];

/** 送达回证: who got it, by which way, and the signature of whoever takes it at the counter. */
export function DeliveryFields({ file, model }: Props) {
  const form = model.form.value;
  const found = file.scene.value?.found;
  const paper = found && custodyOf(found);
  return (
    <>
      {paper && <PaperElsewhere at={paper.at} to={paper.way?.to} />}
      <Choice
        inline
        question="怎么送达的？"
        options={WAYS.map((value) => ({ value, label: deliveryWords[value] }))}
        value={form.way}
        onChange={(way) => {
          // Whoever is not there has not signed here.
          if (way !== 'inPerson') file.dropPages();
          model.set({ way });
        }}
      />
      <Field
        label="签收人"
        maxLength={40}
        value={form.receiver}
        onInput={(receiver) => model.set({ receiver })}
      />
      {form.way === 'inPerson' && <SignedHere file={file} model={model} />}
      {form.way === 'post' && (
        <Field label="邮件单号" maxLength={40} value={form.post} onInput={(post) => model.set({ post })} />
      )}
      {form.way === 'leftBehind' && (
        <Field
          label="见证人"
          maxLength={40}
          value={form.witness}
          onInput={(witness) => model.set({ witness })}
        />
      )}
      {form.way === 'electronic' && (
        <Checkbox
          label="受送达人同意电子送达"
          checked={form.consent}
          onChange={(consent) => model.set({ consent })}
        />
      )}
    </>
  );
}

function SignedHere({ file, model }: Props) {
  const scene = file.scene.value;
  if (!scene) return null;
  const paper = deliverySignature(scene.found.revocation ? 'revocation' : 'decision');
  const receiver = model.form.value.receiver.trim();
  return (
    <>
      <p class={styles.quiet}>
        签收人在平板上签送达回证；不在屏幕上签的，打印后在纸上签。拒绝签收的，选“{deliveryWords.leftBehind}
        ”，写明见证人。
      </p>
      <DrawnSignature
        pages={file.pages}
        paper={paper}
        name={paperNameIn([], paper)}
        heading={`${receiver ? `${receiver}，` : ''}请签收送达回证`}
      />
      <PhotoTable pages={file.pages} item={scene.item.name} nameOf={(one) => paperNameIn([], one)} />
    </>
  );
}
