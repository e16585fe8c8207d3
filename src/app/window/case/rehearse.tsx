import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { CaseView } from '../../local/types.ts';
import { fillsScreen } from '../../parts/page.tsx';
import { type Desk, DeskContext, isReady } from '../desk.tsx';
import { HandlingModel } from '../handling/handlingModel.ts';
import styles from './case.module.css';
import { CaseModel } from './caseModel.ts';
import { PAPERS } from './depth.ts';
import { CaseFound } from './openCase.tsx';
import { Resuming } from './resume.ts';

/** Long enough after unlocking that nobody is kept from what they came for. */
const AFTER_MS = 2_500;
/** Enough to read a case in. */
const READ_MS = 500;
/** With the first, everything runs once; a browser makes fast what it has seen run some times. */
const CASES = 4;

/**
 * The first case of a day takes a browser twice as long to draw as the next: code that never ran, faces and sizes never
 * set (`case.open.p95`). So the newest ones are drawn in idle moments where nobody sees them, each once, and thrown away
 * before an effect that waits for the painting can run. Where there are no idle moments to be had (Safari), or it does
 * not come off, nothing is lost.
 */
export function rehearse(desk: Desk): void {
  if (typeof requestIdleCallback !== 'function') return;
  const { local, timer } = desk;
  let cancel: () => void = () => undefined;
  const end = effect(() => {
    cancel();
    const newest = isReady(local) && local.searchable.value ? local.cases.value.slice(0, CASES) : [];
    if (newest.length === 0) return;
    cancel = timer.after(AFTER_MS, () => {
      end();
      readAll(
        desk,
        newest.map((one) => one.case.id),
      );
    });
  });
}

/** One after the other: between two of them everything else has its turn. */
function readAll(desk: Desk, [id, ...others]: readonly string[]): void {
  if (id === undefined) return;
  const watched = desk.local.watchCase(id);
  desk.timer.after(READ_MS, () =>
    requestIdleCallback(() => {
      try {
        const view = watched.view.value;
        if (view && isReady(desk.local)) draw(desk, view);
      } finally {
        watched.close();
        readAll(desk, others);
      }
    }),
  );
}

function draw(real: Desk, view: CaseView): void {
  // Whether a form is open is not for the rehearsal to say.
  const desk = { ...real, formOpen: signal(false) };
  const model = new CaseModel(desk, view.case.id);
  const handling = new HandlingModel(desk, model);
  const resuming = new Resuming(desk, model, handling);
  const stage = document.createElement('div');
  stage.inert = true;
  stage.ariaHidden = 'true';
  stage.className = styles.stage ?? '';
  try {
    document.body.append(stage);
    render(
      <DeskContext.Provider value={desk}>
        <CaseFound model={model} handling={handling} resuming={resuming} view={view} least={PAPERS} />
      </DeskContext.Provider>,
      stage,
    );
    // Asking whether it fills the screen has it laid out, as the first opening does.
    const heading = stage.querySelector('h1');
    if (heading) fillsScreen(heading);
  } finally {
    render(null, stage);
    stage.remove();
    model.close();
  }
}
