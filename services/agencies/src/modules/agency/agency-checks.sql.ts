/**
 * The checks of a publication as SQL over `staged_agency`. Every query gives (row_number, path, code, value, detail); the codes are
 * those of agency.errors.ts. Kept apart from the store for its length; the store alone sends them.
 */

const BROKEN_CHARACTERS = '[\\u0001-\\u001F\\u007F\\uFFFD|]';
const BROKEN_IN_LIST = '[\\u0001-\\u001F\\u007F\\uFFFD]';
const TEXT_LIMIT = 300;

/** Checks of a row by itself. $1 kinds, $2 levels, $3 whether the publication is the centre's. */
export const ROW_CHECKS = `
  select row_number, 'key' as path, 'AGENCY_KEY_INVALID' as code, key as value, null as detail from staged_agency
  where key is null or length(key) > 100 or key !~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'
  union all
  select row_number, 'key', 'AGENCY_KEY_DUPLICATE', key, first_row::text from (
    select row_number, key, min(row_number) over (partition by key) as first_row from staged_agency) repeated
  where first_row < row_number
  union all
  select row_number, 'name', 'AGENCY_NAME_MISSING', name, null from staged_agency where coalesce(tidy_name(name), '') = ''
  union all
  select s.row_number, t.path, 'AGENCY_TEXT_TOO_LONG', t.text, length(t.text)::text
  from staged_agency s cross join lateral (
    values ('name', s.name), ('nameEn', s.name_en), ('abbreviation', s.abbreviation)
    union all select 'aliases', btrim(alias) from unnest(string_to_array(s.aliases, '|')) as alias) as t(path, text)
  where length(t.text) > ${TEXT_LIMIT}
  union all
  select s.row_number, t.path, 'AGENCY_TEXT_INVALID', t.text, null
  from staged_agency s cross join lateral (
    values ('name', s.name), ('nameEn', s.name_en), ('abbreviation', s.abbreviation)) as t(path, text)
  where t.text ~ '${BROKEN_CHARACTERS}'
  union all
  select row_number, 'aliases', 'AGENCY_TEXT_INVALID', aliases, null from staged_agency where aliases ~ '${BROKEN_IN_LIST}'
  union all
  select row_number, 'kind', 'AGENCY_KIND_UNKNOWN', kind, null from staged_agency where kind is null or kind <> all($1::text[])
  union all
  select row_number, 'level', 'AGENCY_LEVEL_UNKNOWN', level, null from staged_agency where level is null or level <> all($2::text[])
  union all
  select row_number, 'level', 'AGENCY_LEVEL_MISPLACED', level, null from staged_agency
  where level = any($2::text[]) and (level = 'CENTRAL') <> $3::boolean
  union all
  select s.row_number, t.path, 'AGENCY_DATE_INVALID', t.day, null
  from staged_agency s cross join lateral (values ('validFrom', s.valid_from), ('validTo', s.valid_to)) as t(path, day)
  where t.day is not null and existing_day(t.day) is null
  union all
  select row_number, 'validTo', 'AGENCY_VALIDITY_INVERTED', valid_to, valid_from from staged_agency
  where existing_day(valid_to) < existing_day(valid_from)`;

/** A reference as an id: keys are completed by the scope of the publication. */
const idOf = (reference: string): string =>
  `case when ${reference} like '%/%' then ${reference} else $1::text || '/' || ${reference} end`;

/** Checks of what a row refers to, in the publication and among the current agencies. $1 province code or `central`. */
export const REFERENCE_CHECKS = `
  with recursive reference as (
    select row_number, key, 'parentKey' as path, 'AGENCY_PARENT_UNKNOWN' as code, parent_key as value, ${idOf('parent_key')} as id
    from staged_agency where parent_key is not null
    union all
    select s.row_number, s.key, 'successorKeys', 'AGENCY_SUCCESSOR_UNKNOWN', btrim(successor), ${idOf('btrim(successor)')}
    from staged_agency s cross join lateral unnest(string_to_array(s.successor_keys, '|')) as successor where btrim(successor) <> ''),
  known as (
    select $1::text || '/' || key as id from staged_agency
    union select province_code || '/' || key from agency where recorded_to = 'infinity'),
  edge as (
    select $1::text || '/' || key as id, ${idOf('parent_key')} as parent_id from staged_agency where parent_key is not null
    union all
    select a.province_code || '/' || a.key, a.parent_id from agency a
    where a.recorded_to = 'infinity' and a.parent_id is not null
      and not exists (select from staged_agency s where a.province_code = $1::text and s.key = a.key)),
  chain as (
    select s.row_number, $1::text || '/' || s.key as start, ${idOf('s.parent_key')} as at, 1 as depth, s.parent_key as value
    from staged_agency s where s.parent_key is not null
    union
    select c.row_number, c.start, e.parent_id, c.depth + 1, c.value from chain c join edge e on e.id = c.at
    where c.at <> c.start and c.depth <= 20)
  select r.row_number, r.path, r.code, r.value, r.id as detail from reference r left join known k on k.id = r.id where k.id is null
  union all
  select row_number, path, code, value, id from reference where path = 'successorKeys' and id = $1::text || '/' || key
  union all
  select distinct on (row_number) row_number, 'parentKey', 'AGENCY_PARENT_CYCLE', value, at from chain where at = start or depth > 20`;
