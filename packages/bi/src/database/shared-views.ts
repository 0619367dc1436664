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

/** The ledger of the database's own data sets. The publications subgraph has a view of all of them under the same contract. */
export const ownPublicationsView: BiView = {
  set: publications,
  sql: `
    select e.publication as id, e.dataset, e.publisher as publisher_id, e.province as province_id,
      split_part(e.province, '@', 1) as province_code,
      case when r.sequence is not null then 'RETRACTED' when p.current_rows = 0 then 'SUPERSEDED' else 'ACCEPTED' end as status,
      e.recorded_at as received_at, e.row_count, e.content_hash, e.supersedes[cardinality(e.supersedes)] as supersedes_id,
      r.recorded_at as retracted_at, r.reason as retraction_reason, e.sequence as ledger_sequence, e.hash as ledger_hash,
      greatest(e.recorded_at, r.recorded_at) as recorded_at
    from ledger_entry e
    join publication p on p.id = e.publication
    left join ledger_entry r on r.publication = e.publication and r.kind = 'RETRACT' and r.recorded_at <= (select bi.as_of(r.dataset))
    where e.kind = 'PUBLISH' and e.recorded_at <= (select bi.as_of(e.dataset))`,
};

/** Where the ledgers of the database's own data sets stand: what a reader binds its pages to. */
export const ownLedgerPositionsSql = `
  select distinct on (dataset) dataset, sequence, recorded_at, hash from ledger_entry order by dataset, sequence desc`;
