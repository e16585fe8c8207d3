/** `search.items2k.p95`: a keystroke in the search over a whole county's 2,000 items, on a slow phone. */
import { join } from 'node:path';
import { build } from 'vite';
import { seedCatalogue } from '../../../src/catalogue/index.ts';
import type { Catalogue } from '../../../src/domain/rules.ts';
import { PHRASES } from '../../domain/itemSearch.phrases.ts';
import { openBrowser } from '../../support/browser.ts';
import { ROOT } from '../../support/root.ts';
import type { Measured } from '../figure.ts';
import { say } from '../figure.ts';
import type {} from '../page/search.ts';
import { percentile, spread } from '../statistics.ts';
import { slowedRuns, throttleOf } from '../throttle.ts';
import { inWorkspace } from '../workspace.ts';

const ITEMS = 2_000;
const RUNS = 3;
const LIMIT_MS = 8;
/** Departments and matters of a county, whose names are made of these. */
const OF =
  '公安 民政 教育 卫健 交通 水利 农机 畜牧 文旅 体育 档案 残联 税务 司法 气象 城管 应急 统计 商务 科技'.split(
    ' ',
  );
const WHAT =
  '许可 备案 登记 补贴 查询 变更 注销 年检 认定 审批 证明 救助 换证 延期 公示 报名 鉴定 核准 缴费 咨询'.split(
    ' ',
  );
const WHO = '个人 企业 学校 医院 村集体 车辆 船舶 饭店 养老院 幼儿园'.split(' ');

const SYLLABLES =
  'zhang guan zheng bu tie xu ke deng ji cha xun bian geng zhu xiao ren ding shen pi jiu zhu yan qi bao ming jian'.split(
    ' ',
  );
const partOf = (list: readonly string[], at: number): string => list[Math.floor(at) % list.length] ?? '';

function county(): Catalogue {
  const items = seedCatalogue.items.map((item) => ({ ...item }));
  const guides = [...seedCatalogue.guides];
  const [item] = items;
  const guide = guides.find((one) => one.item === item?.id);
  if (!item || !guide) throw new Error('an empty catalogue');
  for (let at = 0; items.length < ITEMS; at += 1) {
    const [who, of, what] = [partOf(WHO, at), partOf(OF, at / 10), partOf(WHAT, at / 200)];
    const [name, id] = [`${who}${of}${what}`, `c${at}`];
    // As many as our own items have, in hanzi and in letters; letters stand for pinyin, which is made at build time.
    const letters = [...name].map((one) => `${one.charCodeAt(0) % 26}`).map((one) => SYLLABLES[Number(one)]);
    const words = [name, `${who}${what}`, `${of}${what}`, `办${what}`, `${of}局${what}`, letters.join('')];
    items.push({ ...item, id, seq: 100 + at, name, shortName: name, guides: [id], words });
    guides.push({ ...guide, id, item: id, title: name });
  }
  return { ...seedCatalogue, items, guides };
}

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome109',
      lib: { entry: join(ROOT, 'test/bench/page/search.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

export const measure = (): Promise<Measured> =>
  inWorkspace(async (folder) => {
    const code = await script();
    const browser = await openBrowser(folder);
    try {
      const page = await browser.context.newPage();
      await page.addScriptTag({ content: code });
      const queries = PHRASES.map(([typed]) => typed);
      const throttle = await throttleOf(page);
      const runs = await slowedRuns(RUNS, async () => {
        await throttle.slowCpu();
        const times = await page.evaluate(([all, typed]) => window.typed(all, typed), [
          county(),
          queries,
        ] as const);
        await throttle.checkCpu().finally(() => throttle.fullCpu());
        return times;
      });
      const times = runs.flat();
      say(`search.items2k.p95: ${spread(times, 2)} ms`);
      return { value: percentile(times, 0.95), unit: 'ms', better: 'less', limit: LIMIT_MS };
    } finally {
      await browser.close();
    }
  });
