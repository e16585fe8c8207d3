import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import tokens from '../parts/tokens.css?inline';
import own from './citizen.css?inline';

/** The whole style of a citizen's page, inlined: nothing else has to arrive before the text can be read. */
export const CITIZEN_CSS: string = tokens + own;

interface DocumentProps {
  readonly title: string;
  /** Addresses of module scripts; the page reads without them. */
  readonly scripts: readonly string[];
  readonly children: ComponentChildren;
}

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
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer>
        <p>区级大厅和九个镇的便民服务大厅同等受理，您可以任选一处，任何一处不得推诿。</p>
        <p>
          <a href="/">首页</a>
          <a href="/progress">查进度</a>
          <a href="/desk/">工作人员入口</a>
        </p>
      </footer>
    </>
  );
}

/** A complete HTML page as text. */
export function documentOf({ title, scripts, children }: DocumentProps): string {
  const body = renderToString(<Frame>{children}</Frame>);
  const loads = scripts.map((src) => `<script type="module" src="${src}"></script>`).join('');
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>` +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    '<meta name="theme-color" content="#1f4d3a"><meta name="format-detection" content="telephone=no">' +
    `<link rel="icon" href="/favicon.svg"><style>${CITIZEN_CSS}</style>${loads}</head><body>${body}</body></html>`
  );
}
