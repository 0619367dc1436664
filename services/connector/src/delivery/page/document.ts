import type { PageLanguage } from './browser/page-data';
import { dataBlock, html, type Markup, type Part } from './html';
import { WORDS } from './page-words';

/** A page of the connector. */
export interface PageDocument {
  readonly language: PageLanguage;
  /** Path of the server as the browser sees it: empty, or `/prefix`. */
  readonly base: string;
  /** Path of the page itself, for the switch of languages. */
  readonly path: string;
  readonly title: string;
  readonly navigation: readonly { readonly href: string; readonly text: string }[];
  readonly content: Part;
  /** Name of the page's script, and what it is told. */
  readonly script: string;
  readonly data: unknown;
}

/** The whole document: head, banner, content. Nothing in it comes from another machine. */
export function documentOf(page: PageDocument): string {
  const { language, base, title, content, script, data } = page;
  const whole = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${title} – ${WORDS.product[language]}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${base}/assets/page.css" />
        <script type="module" src="${base}/assets/${script}.js"></script>
      </head>
      <body>
        <a class="skip" href="#content">${WORDS.skip[language]}</a>
        ${banner(page)}
        <main id="content">${content}</main>
        <div id="status" class="status" role="status" aria-live="polite"></div>
        ${dataBlock('page-data', data)}
      </body>
    </html>`;
  return whole.text.replaceAll(/\n\s+/g, '\n');
}

function banner({ language, base, path, navigation, title }: PageDocument): Markup {
  const link = (to: PageLanguage, text: string): Markup =>
    to === language
      ? html`<span aria-current="true" lang="${to}">${text}</span>`
      : html`<a href="${base}${path}?lang=${to}" hreflang="${to}" lang="${to}">${text}</a>`;
  return html`<header>
    <div class="bar">
      <a class="brand" href="${base}/">${WORDS.product[language]}</a>
      <nav aria-label="${title}">${navigation.map(({ href, text }) => html`<a href="${href}">${text}</a>`)}</nav>
      <p class="languages">${link('vi', 'Tiếng Việt')} ${link('en', 'English')}</p>
    </div>
  </header>`;
}

/** A button that copies a text. */
export const copyButton = (text: string, language: PageLanguage): Markup =>
  html`<button type="button" class="quiet" data-copy="${text}">${WORDS.copy[language]}</button>`;
