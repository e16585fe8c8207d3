import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import './print.css';
import { Qr } from './qr.tsx';
import { product } from './words.ts';

/** What a QR holds, the words under it, and how wide it is with its unit. */
interface QrOfPaper {
  readonly text: string;
  readonly label: string;
  readonly size?: string;
}

export interface SheetProps {
  /** `a5` receipt; `a5x2` the same twice on an A4 sheet; `a4` notice; `a4wide` a book with many columns. */
  readonly size: 'a5' | 'a5x2' | 'a4' | 'a4wide';
  /** Who issues it: printed over the title. */
  readonly issuer: string;
  readonly title: string;
  /** Tells it from others of the same title on the page, for a screen reader. */
  readonly label?: string | undefined;
  /** A word in brackets behind the title: 更正. Not a part of its name. */
  readonly behind?: string | undefined;
  /** Case or slip number, under the rule. */
  readonly number?: string | undefined;
  /** 文号, which is written without a word before it. */
  readonly documentNumber?: string | undefined;
  readonly children: ComponentChildren;
  readonly qr?: QrOfPaper | undefined;
  /** A second one, before the first: whether the paper is genuine. */
  readonly verify?: QrOfPaper | undefined;
  /** Where the QR would be: why there is none. */
  readonly noQr?: ComponentChildren;
  /** That it was printed before: stands at the head, so that no copy passes for another original. */
  readonly mark?: string | undefined;
  /** Date and who signs, left of the stamp's place. */
  readonly signed?: ComponentChildren;
  /** False where nobody stamps it: an application is the applicant's own paper. */
  readonly stamp?: boolean | undefined;
  /** Names of the two halves of an `a5x2`. */
  readonly copies?: readonly [string, string] | undefined;
}

/** A notice's margins are the page's, not the paper's: a long one keeps them on its second page. */
const PAGES: Readonly<Record<SheetProps['size'] | 'stickers', string>> = {
  a5: 'size: A5 landscape; margin: 0',
  a5x2: 'size: A4 portrait; margin: 0',
  a4: 'size: A4 portrait; margin: 25mm 26mm 20mm 28mm',
  a4wide: 'size: A4 landscape; margin: 15mm 14mm',
  stickers: 'size: A4 portrait; margin: 0',
};

/**
 * The page of the whole document, while a paper stands in it. Not one with a name: Chromium 109 prints an empty sheet of
 * the printer's own size before a page that has one.
 */
export function usePage(size: keyof typeof PAGES): void {
  useLayoutEffect(() => {
    const page = new CSSStyleSheet();
    page.replaceSync(`@page { ${PAGES[size]} }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== page);
    };
  }, [size]);
}

/**
 * A paper. On the screen a preview; in print nothing else of the page is printed.
 * Rows of facts: `<dl class="paper-facts">`; lists: `<table class="paper-table">`.
 */
export function Sheet(props: SheetProps) {
  const { size, copies = ['申请人联', '存根联'] } = props;
  usePage(size);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, so a keyboard must be able to scroll it
    <section class={`sheet sheet-${size}`} aria-label={props.label ?? props.title} tabIndex={0}>
      {paperOf(props, size === 'a5x2' ? copies[0] : undefined)}
      {size === 'a5x2' && (
        // The second half repeats the first word for word.
        <div class="paper-half" aria-hidden="true">
          {paperOf(props, copies[1])}
        </div>
      )}
    </section>
  );
}

const QrFigure = ({ text, label, size }: QrOfPaper) => (
  <figure class="paper-qr">
    <Qr text={text} label={label} size={size} />
    <figcaption>{label}</figcaption>
  </figure>
);

function paperOf(
  {
    issuer,
    title,
    behind,
    number,
    documentNumber,
    children,
    qr,
    verify,
    noQr,
    mark,
    signed,
    stamp = true,
  }: SheetProps,
  copy?: string | undefined,
) {
  return (
    <article class="paper">
      {(copy || mark) && <p class="paper-copy">{[copy, mark].filter(Boolean).join('　')}</p>}
      <header class="paper-head">
        <p class="paper-issuer">{issuer}</p>
        <h2 class="paper-title">
          {title}
          {behind && `（${behind}）`}
        </h2>
        {documentNumber ? (
          <p class="paper-number">{documentNumber}</p>
        ) : (
          number && <p class="paper-number">编号 {number}</p>
        )}
      </header>
      <div class="paper-body">{children}</div>
      {(signed || stamp || qr || noQr) && (
        <footer class="paper-foot">
          <div class="paper-signed">{signed}</div>
          {stamp && <div class="paper-stamp">{product.stampPlace}</div>}
          {verify && <QrFigure {...verify} />}
          {qr && <QrFigure {...qr} />}
          {noQr && <div class="paper-no-qr">{noQr}</div>}
        </footer>
      )}
    </article>
  );
}
