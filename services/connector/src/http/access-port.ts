import type { IncomingHttpHeaders } from 'node:http';
import type { RowScope } from '../plan/plan';

/** Who asks, and which rows they may see. */
export interface Caller {
  readonly scope: RowScope;
  /** For the log: the name of the workbook key, the client of the token, or `viewer`. Never a secret. */
  readonly principalName: string;
}

/** How a request's rights are found. */
export interface Access {
  /**
   * Rights from the headers of a request; `address` is the peer's (`request.ip`), by which wrong passwords are limited. Throws a coded
   * error when credentials are wrong, lapsed or revoked (401), tried too often (429, `details.retryAfterSeconds`) or cannot be checked
   * now (503).
   */
  authenticate(headers: IncomingHttpHeaders, address: string): Promise<Caller>;
  /** Values of `WWW-Authenticate` on a 401 (RFC 9110, section 11.6.1), the one that spreadsheets know first. */
  readonly challenges: readonly string[];
}
