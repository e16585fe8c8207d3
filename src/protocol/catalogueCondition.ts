import * as v from 'valibot';
import type { Amount, Condition as ConditionType } from '../domain/condition.ts';

const Answer = v.union([v.string(), v.number(), v.boolean()]);

const AmountSchema: v.GenericSchema<Amount> = v.lazy(() =>
  v.union([
    v.number(),
    v.strictObject({ answer: v.string() }),
    v.strictObject({ plus: v.array(AmountSchema) }),
    v.strictObject({ times: v.array(AmountSchema) }),
  ]),
);

const Pair = v.strictTuple([AmountSchema, AmountSchema]);

/** A condition of a guide (`domain/condition.ts`), as data on the wire. */
export const Condition: v.GenericSchema<ConditionType> = v.lazy(() =>
  v.union([
    v.strictObject({ all: v.array(Condition) }),
    v.strictObject({ any: v.array(Condition) }),
    v.strictObject({ not: Condition }),
    v.strictObject({ answer: v.string(), is: v.union([Answer, v.array(Answer)]) }),
    v.strictObject({ atLeast: Pair }),
    v.strictObject({ atMost: Pair }),
    v.strictObject({ textContains: v.strictObject({ answer: v.string(), oneOf: v.array(v.string()) }) }),
  ]),
);
