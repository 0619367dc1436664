/** SQL: the rows of `alias` that are current, or that were at the instant of a parameter. */
export function knownAt(alias: string, parameter: string): string {
  return `((${parameter}::timestamptz is null and ${alias}.recorded_to = 'infinity')
    or (${alias}.recorded_from <= ${parameter}::timestamptz and ${alias}.recorded_to > ${parameter}::timestamptz))`;
}
