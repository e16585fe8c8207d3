import type { Assignee } from '../../../domain/assignment.ts';
import type { Act } from '../../local/types.ts';
import type { HandlingForm, HandlingWords } from './form.ts';
import { EMPTY_BESIDE, type FormBeside } from './formBeside.ts';

/** What is asked only where a case is taken or given: to whom, with the name under which they are known here. */
export interface AssignForm extends FormBeside {
  /** Id of the person, or `EVERYBODY`; empty until somebody has said so. */
  readonly person: string;
  readonly name: string;
}

/** Given back: whoever has the post may take it up. */
export const EVERYBODY = 'everybody';

export const EMPTY_ASSIGN: AssignForm = { person: '', name: '', ...EMPTY_BESIDE };

export const ASSIGN_WORDS: HandlingWords = {
  fields: ['assign'],
  lead: '指定承办人只是说好由谁来办。那个人不在的，有岗位的同事照样可以办，也可以改派。',
};

/** What an act takes from the case that it is done on, and not from the form. */
export interface Around {
  /** A list of the transfer that this one case is handed over in; only `dispatchPapers` makes a new one. */
  readonly fresh: string;
  readonly arriving: string;
  /** Whose the case is on the screen. */
  readonly had?: Assignee | undefined;
}

type Payload = Extract<Act, { readonly type: 'assign' }>['payload'];

export const assignPayload = ({ person, name, text }: HandlingForm, { had }: Around): Payload => ({
  person: person === EVERYBODY ? null : person,
  name: person === EVERYBODY ? '' : name,
  from: had?.person ?? null,
  text: text.trim(),
});
