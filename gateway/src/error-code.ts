/** The machine-readable `code` of a failure of the operating system or of a client library, such as `ECONNREFUSED`; empty when there is none. */
export function errorCode(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : '';
}
