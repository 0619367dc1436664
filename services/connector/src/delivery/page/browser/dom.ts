type Child = Node | string;

/** An element with attributes and children. Text is text: nothing is ever read as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The element of that id, of that kind. Throws when the page has none. */
export function find<Kind extends HTMLElement>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/** What the server has put into the page for its script. */
export function pageData(): unknown {
  return JSON.parse(find('page-data', HTMLScriptElement).text);
}

const SHOWN_MS = 6000;
let shownUntil: ReturnType<typeof setTimeout> | undefined;

/** Says something where everybody sees it and screen readers hear it, for a while. */
export function announce(text: string): void {
  const place = find('status', HTMLElement);
  place.textContent = text;
  clearTimeout(shownUntil);
  shownUntil = setTimeout(() => (place.textContent = ''), SHOWN_MS);
}
