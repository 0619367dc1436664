const CODE = /^(\d\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Za-z]\d{2})?$/;

/**
 * The national code in any of its spellings: `1.001193`, or with the suffix of the agency that published it,
 * `1.001612.000.00.00.H48`. Blanks around it do not count. Null when it is no code. The function `procedure_code` of the database
 * says the same of whole files.
 */
export function procedureCode(printed: string): string | null {
  return CODE.exec(printed.trim())?.[1] ?? null;
}
