/**
 * What every `bi` schema has. `bi.as_of(data set)` is the instant at which views are read: the setting `bi.as_of_<data set>`, else
 * `bi.as_of`, else the end of time, at which exactly the current rows (`recorded_to` infinite) are there. A setting per data set, for the
 * ledgers of two data sets do not commit in one order. `bi.sees_unpublished` can be narrowed by `bi.unpublished_provinces` (codes with
 * commas between), never widened: it asks for the role. `bi.fold_text` folds as `foldName` of @lientinh/agency-names does, by which GraphQL
 * searches; a test holds the two together.
 */
export const foundationSql = (ministryRole: string): readonly string[] => [
  `create function bi.as_of(dataset text) returns timestamptz language sql stable parallel safe as $$
     select coalesce(
       nullif(current_setting('bi.as_of_' || lower(dataset), true), '')::timestamptz,
       nullif(current_setting('bi.as_of', true), '')::timestamptz,
       timestamptz '9999-12-31 00:00:00+00')
   $$`,
  `create function bi.sees_unpublished(province_code text) returns boolean language sql stable parallel safe as $$
     select pg_has_role(current_user, '${ministryRole}', 'USAGE')
       and (coalesce(current_setting('bi.unpublished_provinces', true), '') = ''
         or province_code = any (string_to_array(current_setting('bi.unpublished_provinces', true), ',')))
   $$`,
  `create function bi.fold_text(input text) returns text language sql immutable strict parallel safe as $$
     select btrim(regexp_replace(
       replace(
         regexp_replace(
           replace(
             regexp_replace(normalize(lower(normalize(input, NFC) collate "vi-x-icu"), NFD), '[\\u0300-\\u036F]', '', 'g'),
             'đ', 'd'),
           '[''’‘\`´ʼ"“”„«»]', '', 'g'),
         '&', ' va ') collate "vi-x-icu",
       '[^[:alnum:]]+', ' ', 'g'))
   $$`,
  `create table bi.province_reference (
     id text primary key,
     code text not null,
     slug text not null,
     name_vi text collate "vi-x-icu" not null,
     name_en text not null,
     kind text not null,
     region text not null,
     valid_from date not null,
     valid_to date,
     successor_id text,
     current_id text not null,
     search_text text not null,
     unique (code, valid_from)
   )`,
  `create function bi.province_id_at(province_code text, day date) returns text language sql stable parallel safe as $$
     select id from bi.province_reference p
     where p.code = province_code and p.valid_from <= day and (p.valid_to is null or p.valid_to >= day)
   $$`,
];
