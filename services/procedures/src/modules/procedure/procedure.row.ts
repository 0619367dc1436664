import { z } from 'zod';
import { ADMINISTRATIVE_LEVELS } from '@lientinh/contracts';
import { instrumentKind } from './legal-references.rules';
import type { Procedure } from './procedure.types';

/** Columns of `procedure`, as a store selects them. */
export const procedureRow = z.object({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  level: z.enum(ADMINISTRATIVE_LEVELS),
  authority: z.string().nullable(),
  audience: z.array(z.string()),
  result: z.string().nullable(),
  components: z.array(z.string()),
  legal_references: z.array(z.string()),
  registered: z.boolean(),
});
export type ProcedureRow = z.output<typeof procedureRow>;

/** Select list of `procedureRow` for the alias. */
export const procedureColumns = (alias: string): string =>
  Object.keys(procedureRow.shape)
    .map((column) => `${alias}.${column}`)
    .join(', ');

/** The row as the graph shows it. */
export function toProcedure(row: ProcedureRow): Procedure {
  return {
    id: row.code,
    code: row.code,
    name: row.name,
    field: row.field,
    level: row.level,
    printedAuthority: row.authority,
    audience: row.audience,
    result: row.result,
    components: row.components,
    legalReferences: row.legal_references.map((number) => ({
      number,
      kind: instrumentKind(number),
      issuedOn: null,
      citedAt: [],
    })),
    registered: row.registered,
  };
}
