import type { AgencyNames } from './agency-names';

/** What the agencies subgraph brings along at start. */
export interface AgencyServices {
  readonly names: AgencyNames;
}
