/**
 * `npm run bench [-- NAME…]`: one JSON line on stdout for each figure, everything else on stderr. A figure that could
 * not be measured makes the exit code 1; a missed limit is only said.
 */
import { lineOf, type Measure, missesOf, say } from './figure.ts';
import { PROGRAM_VARIABLE, runProgram } from './program.ts';
import { quiet } from './quiet.ts';

const QUIET_WITHIN_MS = 30_000;

const unlocking = () => import('./figures/unlock.ts');
const photographing = () => import('./figures/photo.ts');
const guidePages = () => import('./figures/guidePage.ts');

/** Each figure is loaded when it is measured: most of them bring half of the product along. */
const FIGURES: Readonly<Record<string, () => Promise<{ readonly measure: Measure }>>> = {
  'js.staff.gzip': () => import('./figures/staffScript.ts'),
  'endpoint.single': () => import('./figures/endpointSingle.ts'),
  'endpoint.batch50': () => import('./figures/endpointBatch.ts'),
  'submit.saved.p95': () => import('./figures/submitSaved.ts'),
  'desk.coldstart.offline': () => import('./figures/coldStart.ts'),
  'unlock.20000.usable': async () => ({ measure: (await unlocking()).measureUsable }),
  'unlock.20000': async () => ({ measure: (await unlocking()).measureSearchable }),
  'search.cases20k.p95': async () => ({ measure: (await unlocking()).measureSearch }),
  'desk.queue.20000': async () => ({ measure: (await unlocking()).measureQueue }),
  'case.open.p95': async () => ({ measure: (await unlocking()).measureOpen }),
  'document.render.p95': () => import('./figures/documentRender.ts'),
  'drain.200': () => import('./figures/drain.ts'),
  'upload.resume.resent': () => import('./figures/uploadResume.ts'),
  'drain.200.files': () => import('./figures/drainFiles.ts'),
  'photo.prepare': async () => ({ measure: (await photographing()).measurePrepare }),
  'simulate.rate': () => import('./figures/simulateRate.ts'),
  'photo.bytes': async () => ({ measure: (await photographing()).measureBytes }),
  'guide.html.bytes': async () => ({ measure: (await guidePages()).measureHtml }),
  'guide.total.bytes': async () => ({ measure: (await guidePages()).measureTotal }),
  'guide.fcp.slow4g': async () => ({ measure: (await guidePages()).measureFcp }),
  'search.items2k.p95': () => import('./figures/searchItems.ts'),
  'catalogue.update.bytes': () => import('./figures/catalogueUpdate.ts'),
};

async function bench(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in FIGURES));
  if (unknown.length > 0)
    throw new Error(`no figure ${unknown.join(', ')}; there are ${Object.keys(FIGURES).join(', ')}`);
  for (const [name, load] of Object.entries(FIGURES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    if (!(await quiet(QUIET_WITHIN_MS)))
      say(`${name}: others are at work on this machine, figures will be worse`);
    try {
      const measured = await (await load()).measure();
      console.log(lineOf(name, measured));
      missesOf(name, measured).forEach(say);
    } catch (error) {
      say(`${name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
      process.exitCode = 1;
    }
  }
}

const program = process.env[PROGRAM_VARIABLE];
await (program === undefined ? bench(process.argv.slice(2)) : runProgram(program));
