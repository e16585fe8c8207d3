import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import tokens from '../parts/tokens.css?inline';
import own from './citizen.css?inline';
import forms from './forms.css?inline';
import guide from './guide.css?inline';
import large from './large.css?inline';
import print from './print.css?inline';

/** The whole style of a citizen's page, inlined: nothing else has to arrive before the text can be read. */
export const CITIZEN_CSS: string = tokens + own + forms + guide + large + print;

/** Address of a module script; every page reads without. */
export type Script = string;

interface DocumentProps {
  readonly title: string;
  /** One sentence, for whoever lists the page elsewhere. */
  readonly description: string;
  readonly scripts: readonly Script[];
  readonly children: ComponentChildren;
}

/** Where a script puts what only works with one: larger type, reading aloud. */
export const TOOLS_ID = 'tools';

function Frame({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <>
      <a class="skip" href="#main">
        跳到正文
      </a>
      <header class="top">
        <a class="brand" href="/">
          就近办
        </a>
        <span class="place">枣庄市山亭区政务服务</span>
        <span id={TOOLS_ID} />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <p>区级大厅和九个镇的便民服务大厅同等受理，您可以任选一处，任何一处不得推诿。</p>
        <p>
          <a href="/">首页</a>
          <a href="/halls">大厅地址</a>
          <a href="/progress">查进度</a>
          <a href="/complaint">投诉被推诿</a>
          <a href="/desk/">工作人员入口</a>
        </p>
      </footer>
    </>
  );
}

/** A complete HTML page as text. */
export function documentOf({ title, description, scripts, children }: DocumentProps): string {
  const body = renderToString(<Frame>{children}</Frame>);
  const head = renderToString(
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
    </>,
  );
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    '<meta name="theme-color" content="#1f4d3a"><meta name="format-detection" content="telephone=no">' +
    `<link rel="icon" href="/favicon.svg"><style>${CITIZEN_CSS}</style>${head}</head><body>${body}</body></html>`
  );
}
