/** What every page offers with a script: larger type, reading aloud, and to be there without a line. */
const TOOLS = document.getElementById('tools');
const LARGE = 'jinban-large';
const root = document.documentElement;

function button(label: string, run: (own: HTMLButtonElement) => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'tool';
  made.textContent = label;
  made.addEventListener('click', () => run(made));
  TOOLS?.append(made);
  return made;
}

function remembered(): boolean {
  try {
    return localStorage.getItem(LARGE) === 'yes';
  } catch {
    return false;
  }
}

function remember(large: boolean): void {
  try {
    localStorage.setItem(LARGE, large ? 'yes' : 'no');
  } catch {
    // Private windows refuse it; the page is large all the same.
  }
}

/** 大字版: larger type and targets, and of what stands in the page only what one needs to go there. */
function largeType(): void {
  const show = (own: HTMLButtonElement, large: boolean): void => {
    root.classList.toggle('large', large);
    own.textContent = large ? '普通版' : '大字版';
    own.setAttribute('aria-pressed', String(large));
  };
  const own = button('大字版', (pressed) => {
    const large = !root.classList.contains('large');
    remember(large);
    show(pressed, large);
  });
  show(own, remembered());
  theRest();
}

/** What 大字版 leaves out of this page is named at its end, and there at a press. */
function theRest(): void {
  const parts = [...document.querySelectorAll<HTMLElement>('.later')];
  const names = parts.flatMap((one) => one.querySelector('h2')?.textContent ?? []);
  if (names.length === 0) return;
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'rest quiet-button';
  more.textContent = `再看：${names.join('、')}`;
  more.addEventListener('click', () => {
    root.classList.add('whole');
    // The button is gone: who works by keyboard goes on where the first of them begins.
    const [first] = parts;
    first?.setAttribute('tabindex', '-1');
    first?.focus();
  });
  document.getElementById('main')?.append(more);
}

/** The answers that everybody asks for first, and the list; the rest of a guide would take ten minutes. */
const whatMatters = (): string =>
  [...document.querySelectorAll('h1, .lead, .glance, #want, .found')]
    .map((one) => one.textContent)
    .join('。');

/** Only where the phone itself has a Chinese voice: what is read is nobody's to send away. */
function readingAloud(): void {
  if (!('speechSynthesis' in window)) return;
  let own: HTMLButtonElement | undefined;
  const look = (): void => {
    const voice = speechSynthesis.getVoices().find((one) => one.localService && one.lang.startsWith('zh'));
    if (!voice || own) return;
    own = button('读出来', (pressed) => {
      if (speechSynthesis.speaking) {
        speechSynthesis.cancel();
        pressed.textContent = '读出来';
        return;
      }
      const words = new SpeechSynthesisUtterance(whatMatters());
      words.voice = voice;
      words.lang = voice.lang;
      words.onend = () => {
        pressed.textContent = '读出来';
      };
      pressed.textContent = '停下';
      speechSynthesis.speak(words);
    });
  };
  look();
  speechSynthesis.addEventListener?.('voiceschanged', look);
  addEventListener('pagehide', () => speechSynthesis.cancel());
}

if (TOOLS) {
  largeType();
  readingAloud();
}
/** The next visit needs no line: what this page is made of is handed to the worker, which came after it. */
async function staysHere(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  const { active } = await navigator.serviceWorker.ready;
  const hand = (): void => {
    const parts = performance.getEntriesByType('resource').map((one) => one.name);
    active?.postMessage({ keep: [location.href, `${location.origin}/`, ...parts] });
  };
  hand();
  // What is fetched later, such as the code of a finished list.
  addEventListener('pagehide', hand);
}

if ('serviceWorker' in navigator && isSecureContext) staysHere().catch(() => undefined);
