import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import { knownAt } from '../reference/instants';
import { COUNTS } from './counts';
import { monthsOf, type DossierSums } from './dossier-summary.rules';
import { EVERY } from './rollup.store';

/** What is summed up: provinces (ids), a period, and perhaps one field, level or procedure. */
export interface DossierQuery {
  readonly provinces: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly field: string | null;
  readonly level: string | null;
  readonly procedure: string | null;
  readonly knownAt: string;
}

const sums = COUNTS.map(([column, field]) => `coalesce(sum(r.${column}), 0) as "${field}"`).join(', ');
const sumsRow = z.object({
  province: z.string(),
  months: z.coerce.number(),
  received: z.coerce.number(),
  receivedOnline: z.coerce.number(),
  receivedPostal: z.coerce.number(),
  resolved: z.coerce.number(),
  onTime: z.coerce.number(),
  overdue: z.coerce.number(),
  paidOnline: z.coerce.number(),
  resultsDigitised: z.coerce.number(),
});

const fromRollups = statement(
  'sum-dossier-rollups',
  sumsRow,
  `select r.province, count(*) as months, ${sums} from dossier_rollup r
   where r.province = any($1::text[]) and r.field = case when $4::text is null then '${EVERY}' else fold_text($4) end
     and r.level = coalesce($5::text, '${EVERY}') and r.month between $2::date and $3::date and ${knownAt('r', '$6')}
   group by r.province`,
);

/** One procedure is few rows of the facts: its months are looked up one by one in their key. */
const fromFacts = statement(
  'sum-procedure-dossiers',
  sumsRow,
  `select r.province, count(distinct r.month) as months, ${sums} from dossier_statistic r
   where r.province = any($1::text[]) and r.month = any($2::date[]) and r.procedure_code = $3 and ${knownAt('r', '$6')}
     and (($4::text is null and $5::text is null) or exists (
       select 1 from procedure p where p.code = r.procedure_code and not p.withdrawn and ($4::text is null or p.field_folded = fold_text($4))
         and ($5::text is null or p.level = $5)))
   group by r.province`,
);

/** The sums of each province that has any, by province id. */
export async function sumDossiers(reader: Reader, query: DossierQuery): Promise<ReadonlyMap<string, DossierSums>> {
  const { provinces, from, to, field, level, procedure, knownAt: instant } = query;
  const rows =
    procedure === null
      ? await reader.all(fromRollups, [provinces, from, to, field, level, instant])
      : await reader.all(fromFacts, [provinces, monthsOf(from, to), procedure, field, level, instant]);
  return new Map(rows.map(({ province, ...found }) => [province, found]));
}
