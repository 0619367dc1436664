import { z } from 'zod';
import { DUE_KINDS, REFORM_AREAS } from '@lientinh/plan-reader';
import { sourceColumns, sourceShape, toSource } from '../plan/fact-source';
import type { Task } from './task.types';

/** Columns of `task t` that a task is made of. */
export const TASK_COLUMNS = `t.task_id, t.plan_id, t.province_id, t.publication, t.ordinal, t.reference, t.number, t.section_title, t.area,
  t.content, t.due_kind, t.due_from::text, t.due_to::text, t.due_text, t.earliest_deadline::text, ${sourceColumns('t')}`;

export const taskRow = z
  .object({
    task_id: z.string(),
    plan_id: z.string(),
    province_id: z.string(),
    publication: z.coerce.number().int(),
    ordinal: z.number().int(),
    reference: z.string(),
    number: z.string(),
    section_title: z.string().nullable(),
    area: z.enum(REFORM_AREAS),
    content: z.string(),
    due_kind: z.enum(DUE_KINDS),
    due_from: z.string().nullable(),
    due_to: z.string().nullable(),
    due_text: z.string(),
    earliest_deadline: z.string().nullable(),
    ...sourceShape,
    rank: z.number().default(0),
  })
  .transform((row): Omit<Task, 'knownAt'> => ({
    id: row.task_id,
    planId: row.plan_id,
    provinceId: row.province_id,
    publicationSequence: row.publication,
    ordinal: row.ordinal,
    reference: row.reference,
    number: row.number,
    sectionTitle: row.section_title,
    area: row.area,
    content: row.content,
    due: { kind: row.due_kind, from: row.due_from, to: row.due_to, text: row.due_text },
    earliestDeadline: row.earliest_deadline,
    source: toSource(row),
    rank: row.rank,
  }));
export type TaskRow = z.output<typeof taskRow>;
