/** `name_vi` → `NameVi`, `papi_wide` → `PapiWide`: how names of the database become names of BI tools. One to one. */
export function pascalCase(snakeCase: string): string {
  return snakeCase
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
