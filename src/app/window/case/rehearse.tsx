import { effect } from '@preact/signals';
import { render } from 'preact';
import { type Desk, DeskContext } from '../desk.tsx';
import { HandlingModel } from '../handling/handlingModel.ts';
import { CaseModel } from './caseModel.ts';
import { CaseFound } from './openCase.tsx';

/** Long enough after unlocking that nobody is kept from what they came for. */
const AFTER_MS = 2_500;

/**
 * The first case of a day takes a browser twice as long to draw as the next: code that never ran, faces and sizes never
 * set (`case.open.p95`). So one is drawn in an idle moment where nobody sees it, once, and thrown away before an effect
 * of it can run.
 */
export function rehearse(desk: Desk): void {
  if (typeof requestIdleCallback !== 'function') return;
  const { local, timer } = desk;
  let cancel: () => void = () => undefined;
  const end = effect(() => {
    cancel();
    const newest = local.access.value.state === 'open' && local.searchable.value && local.cases.value[0];
    if (newest) cancel = timer.after(AFTER_MS, () => requestIdleCallback(() => draw(newest.case.id)));
  });

  function draw(id: string): void {
    if (local.access.value.state !== 'open') return;
    end();
    const model = new CaseModel(desk, id);
    const close = effect(() => {
      const view = model.view.value;
      if (!view && model.opening.value) return;
      if (view)
        unseen(
          <DeskContext.Provider value={desk}>
            <CaseFound model={model} handling={new HandlingModel(desk, model)} view={view} />
          </DeskContext.Provider>,
        );
      queueMicrotask(() => {
        close();
        model.close();
      });
    });
  }
}

function unseen(content: Parameters<typeof render>[0]): void {
  const stage = document.createElement('div');
  stage.inert = true;
  stage.ariaHidden = 'true';
  Object.assign(stage.style, { position: 'fixed', inset: '0', visibility: 'hidden', contain: 'strict' });
  document.body.append(stage);
  render(content, stage);
  // Asking where it ends has it laid out.
  stage.getBoundingClientRect();
  render(null, stage);
  stage.remove();
}
