import type { Language } from '@lientinh/contracts';
import type { Principal } from '@lientinh/identity';
import type { Logger } from '@lientinh/logger';
import type { Database } from '@lientinh/postgres';

/** What a resolver knows of the request it serves. One per request: loaders are kept by it. */
export interface RequestContext<Services = unknown> {
  readonly principal: Principal;
  /** Language of messages, from Accept-Language; Vietnamese unless English is preferred. */
  readonly language: Language;
  readonly requestId: string;
  readonly logger: Logger;
  readonly database: Database;
  /** The instant at which the request came in; "now" is the same for every field. */
  readonly now: Date;
  /** What the service brought along at start. */
  readonly services: Services;
}
