import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The published agencies, every version of them, and the functions that the checks of a publication use. */
export class CreateAgencies1795240200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function existing_day(day text) returns date language sql immutable strict parallel safe as $$
        select case when day ~ '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' and day >= '0001'
          then case when right(day, 2)::int
              <= extract(day from (make_date(left(day, 4)::int, substr(day, 6, 2)::int, 1) + interval '1 month' - interval '1 day'))
            then make_date(left(day, 4)::int, substr(day, 6, 2)::int, right(day, 2)::int) end
        end
      $$;
      create function agency_search_names(name text, name_en text, abbreviation text, aliases text[])
        returns text[] language sql immutable parallel safe as $$
        select array(select distinct fold_name(n) from unnest(array[name, name_en, abbreviation] || aliases) as n where fold_name(n) <> '')
      $$;
      create table agency (
        province_code text not null,
        key text not null,
        name text not null,
        name_en text,
        abbreviation text,
        aliases text[] not null,
        kind text not null,
        level text not null,
        parent_id text,
        valid_from date,
        valid_to date,
        successor_ids text[] not null,
        search_names text[] not null generated always as (agency_search_names(name, name_en, abbreviation, aliases)) stored,
        publication bigint not null,
        recorded_from timestamptz not null,
        recorded_to timestamptz not null,
        check (recorded_from < recorded_to)
      );
      create unique index agency_current on agency (province_code, key) where recorded_to = 'infinity';
      create index agency_history on agency (province_code, key, publication);
      create index agency_publication on agency (publication);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table agency; drop function agency_search_names(text, text, text, text[]); drop function existing_day(text)`,
    );
  }
}
