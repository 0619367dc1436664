import { z } from 'zod';
import { DUE_KINDS } from '@lientinh/plan-reader';
import { statement, type Reader } from '@lientinh/postgres';
import { sourceColumns, sourceShape, toSource } from '../plan/fact-source';
import type { TaskAgency, TaskProduct } from './task.types';

/** A task in one version of its plan. */
export interface TaskVersion {
  readonly id: string;
  readonly publicationSequence: number;
}

export const taskVersionText = ({ id, publicationSequence }: TaskVersion): string => `${publicationSequence}|${id}`;

const versionShape = { publication: z.coerce.number().int(), task_id: z.string() };
const VERSIONS = `unnest($1::bigint[], $2::text[]) as v(publication, task_id)`;

const productRow = z
  .object({
    ...versionShape,
    ordinal: z.number().int(),
    name: z.string(),
    due_kind: z.enum(DUE_KINDS).nullable(),
    due_from: z.string().nullable(),
    due_to: z.string().nullable(),
    due_text: z.string().nullable(),
    ...sourceShape,
  })
  .transform((row) => ({
    version: taskVersionText({ id: row.task_id, publicationSequence: row.publication }),
    ordinal: row.ordinal,
    product: {
      name: row.name,
      due:
        row.due_kind === null
          ? null
          : { kind: row.due_kind, from: row.due_from, to: row.due_to, text: row.due_text ?? '' },
      source: toSource(row),
    } satisfies Partial<TaskProduct>,
  }));

const products = statement(
  'list-task-products',
  productRow,
  `select t.publication, t.task_id, t.ordinal, t.name, t.due_kind, t.due_from::text, t.due_to::text, t.due_text, ${sourceColumns('t')}
   from ${VERSIONS} join task_product t on t.publication = v.publication and t.task_id = v.task_id
   order by t.publication, t.task_id, t.ordinal`,
);

const agencyRow = z
  .object({
    ...versionShape,
    product: z.number().int(),
    role: z.enum(['LEAD', 'COORDINATOR']),
    printed_name: z.string(),
    agency: z.string().nullable(),
  })
  .transform((row) => ({
    version: taskVersionText({ id: row.task_id, publicationSequence: row.publication }),
    product: row.product,
    role: row.role,
    agency: {
      printedName: row.printed_name,
      agency: row.agency === null ? null : { id: row.agency },
    } satisfies TaskAgency,
  }));

const agencies = statement(
  'list-task-agencies',
  agencyRow,
  `select t.publication, t.task_id, t.product, t.role, t.printed_name, t.agency
   from ${VERSIONS} join task_agency t on t.publication = v.publication and t.task_id = v.task_id
   order by t.publication, t.task_id, t.product, t.role, t.ordinal`,
);

const parametersOf = (tasks: readonly TaskVersion[]): unknown[] => [
  tasks.map(({ publicationSequence }) => publicationSequence),
  tasks.map(({ id }) => id),
];

export type StoredProduct = z.output<typeof productRow>;
export type StoredAgency = z.output<typeof agencyRow>;

/** The products of tasks, in print order. */
export function listProducts(reader: Reader, tasks: readonly TaskVersion[]): Promise<StoredProduct[]> {
  return reader.all(products, parametersOf(tasks));
}

/** The agencies of tasks (product 0) and of their products (from 1), in print order. */
export function listAgencies(reader: Reader, tasks: readonly TaskVersion[]): Promise<StoredAgency[]> {
  return reader.all(agencies, parametersOf(tasks));
}
