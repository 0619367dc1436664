import type { Language } from '@lientinh/contracts';
import type { OutgoingHeaders } from '../hooks/headers';

/** What one GraphQL request carries through the gateway. */
export interface GatewayContext {
  readonly requestId: string;
  /** Language of messages. */
  readonly language: Language;
  /** Headers for the subgraphs. */
  readonly headers: OutgoingHeaders;
  /** Fires when the caller hung up. */
  readonly signal: AbortSignal;
  /** Requests sent to subgraphs so far, for the measure of fetches per operation. */
  fetches: number;
}
