import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import { procedureColumns, procedureRow, type ProcedureRow } from './procedure.row';

const byCodes = statement(
  'find-procedures',
  procedureRow,
  `select ${procedureColumns('p')} from procedure p where p.code = any($1::text[]) and not p.withdrawn`,
);

/** The procedures with these codes, by code. */
export async function findProcedures(
  reader: Reader,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ProcedureRow>> {
  const rows = await reader.all(byCodes, [codes]);
  return new Map(rows.map((row) => [row.code, row]));
}

/** One page of procedures: what is looked for, and where the page starts. */
export interface ProcedureQuery {
  /** Ids of provinces, one of which offers it; null for all. */
  readonly provinces: readonly string[] | null;
  readonly field: string | null;
  readonly level: string | null;
  readonly onlineService: string | null;
  readonly search: SearchTerms | null;
  readonly asOf: string;
  readonly size: number;
  /** Score and code of the last row of the page before. */
  readonly after: { readonly score: number; readonly code: string } | null;
}

/** What is searched: words as a tsquery of beginnings, the phrase as typed, and the code if it is one. */
export interface SearchTerms {
  readonly words: string;
  readonly phrase: string;
  readonly code: string | null;
}

/** A page as found: one row more than its size when there is a next page. */
export interface FoundProcedures {
  readonly total: number;
  readonly rows: readonly { readonly score: number; readonly procedure: ProcedureRow }[];
}

const foundRow = z.object({
  place: z.coerce.number(),
  total: z.coerce.number(),
  score: z.coerce.number().nullable(),
  ...Object.fromEntries(Object.entries(procedureRow.shape).map(([column, type]) => [column, type.nullable()])),
});

const QUERY_COLUMNS = `place integer, provinces text[], field text, level text, online_service text, words text, phrase text, code text,
  as_of date, size integer, after_score bigint, after_code text`;

/** Best first: the code itself, the phrase with its diacritics, without them, then nearness of the words and likeness of the name. */
const SCORE = `(1000000 * (
    4 * coalesce(p.code = q.code, false)::int
    + 2 * (position(lower(q.phrase) in lower(p.name)) > 0)::int
    + (position(fold_text(q.phrase) in p.name_folded) > 0)::int
    + least(1, ts_rank_cd(p.search, q.words::tsquery)) + similarity(p.name_folded, fold_text(q.phrase))))::bigint`;
const SEARCHED = 'and (p.search @@ q.words::tsquery or p.code = q.code)';
const OFFERED = `and exists (
    select 1 from (
      select distinct on (c.province) c.province, c.as_of from catalogue c
      where (q.provinces is null or c.province = any(q.provinces)) and c.as_of <= q.as_of and c.recorded_to = 'infinity'
      order by c.province, c.as_of desc) latest
    join offering o on o.province = latest.province and o.as_of = latest.as_of and o.procedure_code = p.code
      and o.recorded_to = 'infinity'
    where q.online_service is null or o.online_service = q.online_service)`;

function pageStatement(searched: boolean, offered: boolean) {
  return statement(
    `list-procedures${searched ? '-searched' : ''}${offered ? '-offered' : ''}`,
    foundRow,
    `select q.place, t.total, page.* from jsonb_to_recordset($1::jsonb) as q(${QUERY_COLUMNS})
     cross join lateral (
       select array_agg((m.score, m.code)::scored_code) as matches, count(*) as total from (
         select ${searched ? SCORE : '0::bigint'} as score, p.code from procedure p
         where not p.withdrawn and (q.field is null or p.field_folded = fold_text(q.field)) and (q.level is null or p.level = q.level)
           ${searched ? SEARCHED : ''} ${offered ? OFFERED : ''}) m) t
     left join lateral (
       select m.score, ${procedureColumns('p')} from unnest(t.matches) m join procedure p on p.code = m.code
       where q.after_code is null or (-m.score, m.code) > (-q.after_score, q.after_code collate "C")
       order by m.score desc, m.code limit q.size + 1) page on true
     order by q.place, page.score desc, page.code`,
  );
}

const PAGES = [false, true].map((searched) => [false, true].map((offered) => pageStatement(searched, offered)));

/** The pages asked for, in their order: one statement for all queries that search alike. */
export async function listProcedures(reader: Reader, queries: readonly ProcedureQuery[]): Promise<FoundProcedures[]> {
  const results: FoundProcedures[] = queries.map(() => ({ total: 0, rows: [] }));
  for (const searched of [false, true]) {
    for (const offered of [false, true]) {
      const places = queries.flatMap((query, place) =>
        (query.search !== null) === searched && (query.provinces !== null || query.onlineService !== null) === offered
          ? [place]
          : [],
      );
      const page = PAGES[Number(searched)]?.[Number(offered)];
      if (places.length === 0 || page === undefined) continue;
      const rows = await reader.all(page, [JSON.stringify(places.map((place) => toRecord(place, queries[place])))]);
      for (const place of places) results[place] = toFound(rows.filter((row) => row.place === place));
    }
  }
  return results;
}

function toRecord(place: number, query: ProcedureQuery | undefined): object {
  return {
    place,
    ...query,
    online_service: query?.onlineService,
    as_of: query?.asOf,
    ...query?.search,
    after_score: query?.after?.score,
    after_code: query?.after?.code,
  };
}

function toFound(rows: readonly z.output<typeof foundRow>[]): FoundProcedures {
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.flatMap(({ score, ...row }) => (score === null ? [] : [{ score, procedure: procedureRow.parse(row) }])),
  };
}
