import { MAX_RENEWED, renewalAsked } from '../../../domain/renewal.ts';
import { Badge } from '../../parts/badge.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useBench } from '../desk.tsx';
import type { Intake } from './intake.ts';

/** 延续: of a licence that ends on a day. Asked last: most people come for a new one. */
export function RenewalPart({ intake }: { readonly intake: Intake }) {
  const { rules, today } = useBench();
  const { item: id, renews } = intake.content.value;
  const item = id === null ? undefined : rules.item(id);
  if (!item?.renewal) return null;
  const late = renews && renews.until >= today && !renewalAsked(renews, item, today).inTime;
  const pressed = intake.pressed.value.has('situation');
  return (
    <>
      <Choice
        inline
        question="新办还是延续？"
        badge={item.renewal.confirmation === 'pending' ? <Badge kind="pending" /> : undefined}
        options={[
          { value: 'new', label: '新办' },
          { value: 'renew', label: '延续' },
        ]}
        value={renews ? 'renew' : 'new'}
        onChange={(value) =>
          intake.change({ renews: value === 'renew' ? { number: '', until: '' } : undefined })
        }
      />
      {renews && (
        <>
          <Field
            label="原证照编号"
            hint="照原证抄；没有编号的，写原来的办件编号。"
            maxLength={MAX_RENEWED}
            error={pressed && renews.number.trim() === '' ? '请填写原证照编号' : undefined}
            value={renews.number}
            onInput={(number) => intake.change({ renews: { ...renews, number } })}
          />
          <Field
            label="原证有效期到哪天"
            type="date"
            width="short"
            error={pressed && renews.until === '' ? '请选原证到期的日期' : undefined}
            value={renews.until}
            onInput={(until) => intake.change({ renews: { ...renews, until } })}
          />
          {renews.until !== '' && renews.until < today && (
            <Notice
              kind="problem"
              heading="原证已经到期，不能再延续"
              todo="请改选新办，照样收件。"
              announce
            />
          )}
          {late && (
            <Notice
              kind="warn"
              announce
              heading={`离到期不满 ${item.renewal.daysBefore} 日`}
              todo="照样收件。到期前办不完的，原证到期后不能再用，请告诉来人。"
            />
          )}
        </>
      )}
    </>
  );
}
