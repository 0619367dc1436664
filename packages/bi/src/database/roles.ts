/** May read every view of the `bi` schema: what everybody may know. Holds no password; give it to the users of BI tools. */
export const BI_ROLE = 'lientinh_bi';
/** Sees in the same views also what only the ministry may know: what provinces claim for themselves. */
export const BI_MINISTRY_ROLE = 'lientinh_bi_ministry';

/** Makes the two roles where they are missing. Roles belong to the whole server: another database may make them at the same moment. */
export const ensureRolesSql: readonly string[] = [BI_ROLE, BI_MINISTRY_ROLE].map(
  (role) => `do $$ begin
     if not exists (select 1 from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
   exception when duplicate_object or unique_violation then null; end $$`,
);
