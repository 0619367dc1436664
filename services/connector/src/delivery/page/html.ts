/** Text that is HTML already. */
export class Markup {
  constructor(readonly text: string) {}
}
/** What may stand in a template: text is escaped, null is nothing, lists stand one after another. */
export type Part = Markup | string | number | null | readonly Part[];

/** HTML of a template. Every value is escaped unless it is `Markup`; attributes are always in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = strings.map((text, place) => (place === 0 ? text : textOf(parts[place - 1] ?? null) + text));
  return new Markup(pieces.join(''));
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escaped(part);
  return typeof part === 'number' ? String(part) : part.map(textOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[<>&"']/g, (character) => ENTITIES[character] ?? '');

/** A block of data for the scripts of the page: JSON in which nothing can end the block. */
export function dataBlock(id: string, value: unknown): Markup {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return new Markup(`<script type="application/json" id="${escaped(id)}">${json}</script>`);
}
