import { provinces } from '../contract/provinces';
import { publications } from '../contract/publications';
import type { BiView } from './view';

/** Provinces over time, from reference data of the platform: the same in every database, so that every set can join it. */
export const provincesView: BiView = {
  set: provinces,
  sql: `
    select p.id, p.code, p.slug, p.name_vi, p.name_en, p.kind, p.region, p.valid_from, p.valid_to,
      p.valid_to is null as in_force, p.successor_id, p.current_id, c.code as current_code, c.name_vi as current_name_vi,
      c.name_en as current_name_en, p.search_text
    from bi.province_reference p join bi.province_reference c on c.id = p.current_id`,
};

/**
 * Publications as a table of ledger entries tells them (`ledger_entry`, or a copy of it with the same columns). Status and current rows
 * are added up from the entries up to `bi.as_of`, so that they are what they were then. Needs the indexes of `ledgerIndexesSql`.
 */
export const ledgerPublicationsView = (entries: string): BiView => ({
  set: publications,
  sql: `
    select e.publication collate "C" as id, e.dataset collate "C" as dataset, e.publisher collate "C" as publisher_id,
      e.province collate "C" as province_id, split_part(e.province, '@', 1) collate "C" as province_code,
      case when r.sequence is not null then 'RETRACTED' when c.current_rows = 0 then 'SUPERSEDED' else 'ACCEPTED' end collate "C" as status,
      e.recorded_at as received_at, e.row_count, case when r.sequence is null then c.current_rows else 0 end as current_rows,
      e.content_hash collate "C" as content_hash, e.supersedes[cardinality(e.supersedes)] collate "C" as supersedes_id,
      r.recorded_at as retracted_at, r.reason collate "vi-x-icu" as retraction_reason, e.sequence as ledger_sequence,
      e.hash collate "C" as ledger_hash, greatest(e.recorded_at, r.recorded_at, c.changed_at) as recorded_at
    from ${entries} e
    left join ${entries} r on r.publication = e.publication and r.kind = 'RETRACT' and r.recorded_at <= (select bi.as_of(r.dataset))
    cross join lateral (
      select e.row_count + coalesce(sum(change.rows), 0)::integer as current_rows, max(l.recorded_at) as changed_at
      from ${entries} l cross join lateral jsonb_to_recordset(l.row_changes) as change (publication text, rows integer)
      where l.row_changes @> jsonb_build_array(jsonb_build_object('publication', e.publication)) and change.publication = e.publication
        and l.recorded_at <= (select bi.as_of(e.dataset))) c
    where e.kind = 'PUBLISH' and e.recorded_at <= (select bi.as_of(e.dataset))`,
});

/** What `ledgerPublicationsView` looks up in a table of ledger entries: the changes of a publication's rows, an id, a page. */
export const ledgerIndexesSql = (entries: string): readonly string[] => [
  `create index if not exists ${entries}_row_changes on ${entries} using gin (row_changes jsonb_path_ops)`,
  `create index if not exists ${entries}_bi_id on ${entries} (publication collate "C") where kind = 'PUBLISH'`,
  `create index if not exists ${entries}_bi_page on ${entries} (dataset collate "C", sequence) where kind = 'PUBLISH'`,
];

/** The ledgers of the database's own data sets. The publications subgraph has a view of all of them under the same contract. */
export const ownPublicationsView: BiView = ledgerPublicationsView('ledger_entry');

/** Where the ledgers of the database's own data sets stand: what a reader binds its pages to. */
export const ownLedgerPositionsSql = `
  select distinct on (dataset) dataset, sequence, recorded_at, hash from ledger_entry order by dataset, sequence desc`;
