/** `Vary` (RFC 9110, section 12.5.5) with more headers that an answer differs by, beside those that were named `before`. */
export function varyingBy(before: string | number | readonly string[] | undefined, more: string): string {
  return before === undefined ? more : `${String(before)}, ${more}`;
}
