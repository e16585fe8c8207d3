import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { CaseView } from '../../local/types.ts';
import { type Desk, DeskContext, isReady } from '../desk.tsx';
import { HandlingModel } from '../handling/handlingModel.ts';
import { CaseModel } from './caseModel.ts';
import { CaseFound } from './openCase.tsx';
import { Resuming } from './resume.ts';

/** Long enough after unlocking that nobody is kept from what they came for. */
const AFTER_MS = 2_500;
/** Enough to read a case in. */
const READ_MS = 1_000;

/**
 * The first case of a day takes a browser twice as long to draw as the next: code that never ran, faces and sizes never
 * set (`case.open.p95`). So one is drawn in an idle moment where nobody sees it, once, and thrown away before an effect
 * of it can run. Where there are no idle moments to be had (Safari), or it does not come off, nothing is lost.
 */
export function rehearse(desk: Desk): void {
  if (typeof requestIdleCallback !== 'function') return;
  const { local, timer } = desk;
  let cancel: () => void = () => undefined;
  const end = effect(() => {
    cancel();
    const newest = isReady(local) && local.searchable.value ? local.cases.value[0] : undefined;
    if (!newest) return;
    cancel = timer.after(AFTER_MS, () => {
      end();
      read(desk, newest.case.id);
    });
  });
}

function read(desk: Desk, id: string): void {
  const watched = desk.local.watchCase(id);
  desk.timer.after(READ_MS, () =>
    requestIdleCallback(() => {
      try {
        const view = watched.view.value;
        if (view && isReady(desk.local)) draw(desk, view);
      } finally {
        watched.close();
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
  Object.assign(stage.style, { position: 'fixed', inset: '0', visibility: 'hidden', contain: 'strict' });
  try {
    document.body.append(stage);
    render(
      <DeskContext.Provider value={desk}>
        <CaseFound model={model} handling={handling} resuming={resuming} view={view} />
      </DeskContext.Provider>,
      stage,
    );
    // Asking where it ends has it laid out.
    stage.getBoundingClientRect();
  } finally {
    render(null, stage);
    stage.remove();
    model.close();
  }
}
