/** One fenced block of a Markdown document with what the comments above it say. */
export interface Example {
  /** Where it stands: `docs/publishing.md:42`. */
  readonly place: string;
  readonly kind: 'graphql' | 'sh';
  readonly text: string;
  /** The ```json block that follows a GraphQL block. */
  readonly variables: object;
  /** `<!-- as: kon-tum -->`: the client in whose name it is sent. */
  readonly as: string | null;
  /** `<!-- refused: CODE -->`: the code with which it has to be refused. */
  readonly refused: string | null;
  /** `<!-- shows: text -->`: what its answer has to contain. */
  readonly shows: string | null;
}

const BLOCK = /((?:<!-- [^\n]+ -->\s*)*)```(graphql|sh)\n([\s\S]*?)\n```(?:\n+```json\n([\s\S]*?)\n```)?/g;

/** The GraphQL blocks of a document, and its shell blocks marked `<!-- run -->`, in their order; `path` and `firstLine` name places. */
export function readExamples(path: string, markdown: string, firstLine = 1): Example[] {
  return [...markdown.matchAll(BLOCK)].flatMap(({ index, 1: comments = '', 2: kind, 3: text = '', 4: json }) => {
    if (kind === 'sh' && !comments.includes('<!-- run -->')) return [];
    const line = firstLine + markdown.slice(0, index + comments.length).split('\n').length - 1;
    return [
      {
        place: `${path}:${line}`,
        kind: kind === 'sh' ? 'sh' : 'graphql',
        text,
        variables: json === undefined ? {} : (JSON.parse(json) as object),
        as: mark(comments, 'as'),
        refused: mark(comments, 'refused'),
        shows: mark(comments, 'shows'),
      },
    ];
  });
}

function mark(comments: string, name: string): string | null {
  return new RegExp(`<!-- ${name}: (.+?) -->`).exec(comments)?.[1] ?? null;
}

/** Addresses of the links of a document that lead to files, relative to it. */
export function fileLinks(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, address = '']) => address.replace(/#.*$/, ''))
    .filter((address) => address !== '' && !/^[a-z]+:/.test(address));
}

/** The words in backticks of the first cells of the table below a heading. */
export function tableNames(markdown: string, heading: string): string[] {
  const [, section = ''] = markdown.split(new RegExp(`^#+ ${heading}$`, 'm'));
  const table = section.split(/^#/m)[0] ?? '';
  return [...table.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
}
