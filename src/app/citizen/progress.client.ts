/**
 * Reads number and code from the fragment of the address in the QR of a receipt, or of a sticker that is one (a fragment
 * never reaches a server's log), and sends the page's own form: one path with and without a script. The code leaves the address bar, so that it does not
 * stay in the history of a borrowed phone. Before any form of the page goes out it is told here, also without a line,
 * what is wrong with its number, or that there is no line; what was typed stays.
 */
import { normaliseCaseNumber, parseCaseNumber } from '../../domain/caseNumber.ts';
import { complaintKeyOf } from '../../domain/complaintNumber.ts';
import { stickerNumberIn } from '../../domain/sticker.ts';
import { CITIZEN_ERRORS } from '../../protocol/errorsCitizen.ts';
import { readSticker } from '../../protocol/stickerCode.ts';

/** A line that says nothing for so long is none, in milliseconds. */
const PATIENCE_MS = 6_000;
const TOLD_ID = 'told';

type Trouble = 'progress.numberWrong' | 'complaint.numberWrong' | 'citizen.noLine';

const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement | undefined => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : undefined;
};

function ask(): void {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const form = document.querySelector<HTMLFormElement>('form[action="/progress"]');
  const sticker = fragment.has('s') ? readSticker(location.hash) : undefined;
  if (form && sticker?.ok === false) tell(form, 'progress.numberWrong');
  const { number, code } = sticker?.ok
    ? sticker.value
    : { number: fragment.get('n'), code: fragment.get('c') };
  const typed = { number, code, channel: 'qr' };
  if (!typed.number || !typed.code || !form) return;
  history.replaceState(null, '', location.pathname);
  for (const [name, value] of Object.entries(typed)) {
    const field = fieldOf(form, name);
    if (field && value) field.value = value;
  }
  void send(form);
}

/** One at a time: a second press while the line is tried changes nothing. */
let sending = false;

async function send(form: HTMLFormElement): Promise<void> {
  if (sending) return;
  sending = true;
  document.getElementById(TOLD_ID)?.remove();
  const trouble = numberTrouble(form) ?? ((await hasLine()) ? undefined : 'citizen.noLine');
  sending = false;
  if (trouble) tell(form, trouble);
  else form.submit();
}

function numberTrouble(form: HTMLFormElement): Trouble | undefined {
  const field = fieldOf(form, 'number');
  if (!field || field.type === 'hidden' || field.value.trim() === '') return undefined;
  const complaint = form.getAttribute('action') === '/complaint/state';
  if (complaint) return complaintKeyOf(field.value) === undefined ? 'complaint.numberWrong' : undefined;
  if (stickerNumberIn(field.value) !== undefined) return undefined;
  return parseCaseNumber(normaliseCaseNumber(field.value)) ? undefined : 'progress.numberWrong';
}

/** A browser believes in lines that lead nowhere, and a portal answers in the place of others. */
async function hasLine(): Promise<boolean> {
  if (!navigator.onLine) return false;
  const given = new AbortController();
  const timer = setTimeout(() => given.abort(), PATIENCE_MS);
  try {
    const answer = await fetch('/api/health', { cache: 'no-store', signal: given.signal });
    return String(answer.headers.get('content-type')).includes('json');
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function tell(form: HTMLFormElement, trouble: Trouble): void {
  const { what, todo } = CITIZEN_ERRORS[trouble];
  const told = document.createElement('div');
  told.id = TOLD_ID;
  told.className = 'problem';
  told.setAttribute('role', 'alert');
  const [first, second, strong] = ['p', 'p', 'strong'].map((tag) => document.createElement(tag));
  if (!first || !second || !strong) return;
  strong.textContent = what;
  first.append(strong);
  second.textContent = todo;
  told.append(first, second);
  form.before(told);
  if (trouble !== 'citizen.noLine') fieldOf(form, 'number')?.focus();
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  event.preventDefault();
  void send(form);
});
ask();
// The next receipt scanned into a page that is open already changes nothing but the fragment.
addEventListener('hashchange', ask);
