import { columnMissing, columnTwice, columnUnknown } from './row.errors';
import { fileProblem, type FileProblem } from './file-problem';

/** A column of a data set as the bulk door takes it. */
export interface BulkColumn {
  /** Column of the staging table, always text. A constant of the data set. */
  readonly column: string;
  /** What it is called in a CSV header or a JSON object; the first is the documented one. The column's own name when absent. */
  readonly names?: readonly string[];
  /** Whether the header must have it. Whether each row must have a value is for the checks to say. */
  readonly required: boolean;
}

/** All names a column may be called by. */
export function namesOf({ column, names }: BulkColumn): readonly string[] {
  return names ?? [column];
}

/** The column with this name; undefined when there is none. */
export function findColumn(columns: readonly BulkColumn[], name: string): BulkColumn | undefined {
  return columns.find((column) => namesOf(column).includes(name));
}

/** The documented names, for messages. */
export function knownNames(columns: readonly BulkColumn[]): string {
  return columns.map((column) => namesOf(column)[0]).join(', ');
}

/** A name that nobody knows, with the nearest known one. */
export function unknownColumnError(columns: readonly BulkColumn[], name: string) {
  return columnUnknown({
    column: name.slice(0, 60),
    nearest: nearestName(
      name,
      columns.flatMap((column) => namesOf(column)),
    ),
    known: knownNames(columns),
  });
}

/** What is wrong with a header: unknown, repeated and missing columns. */
export function headerProblems(columns: readonly BulkColumn[], header: readonly string[]): FileProblem[] {
  const problems: FileProblem[] = [];
  const seen = new Set<BulkColumn>();
  for (const name of header) {
    const column = findColumn(columns, name);
    if (column === undefined) {
      problems.push(fileProblem({ line: 1, path: name }, unknownColumnError(columns, name), name));
    } else if (seen.has(column)) {
      problems.push(fileProblem({ line: 1, path: name }, columnTwice({ column: name }), name));
    } else {
      seen.add(column);
    }
  }
  return [...problems, ...missingColumns(columns, header)];
}

/** Required columns that none of the names means. */
export function missingColumns(columns: readonly BulkColumn[], found: readonly string[]): FileProblem[] {
  const present = new Set(found.map((name) => findColumn(columns, name)));
  return columns
    .filter((column) => column.required && !present.has(column))
    .map((column) => {
      const [name = column.column] = namesOf(column);
      return fileProblem(
        { line: 1, path: name },
        columnMissing({ column: name, found: found.join(', ').slice(0, 200) }),
      );
    });
}

const FARTHEST = 3;

function nearestName(name: string, known: readonly string[]): string | null {
  const plain = name.trim().toLowerCase().slice(0, 60);
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(plain, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= FARTHEST ? best.candidate : null;
}

/** Levenshtein's distance: insertions, deletions and replacements of one character. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
