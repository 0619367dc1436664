import type { PublishingServices } from '@lientinh/publishing';
import type { AgencyNames } from './agency-names';

/** What the agencies subgraph brings along at start. */
export interface AgencyServices extends PublishingServices {
  readonly names: AgencyNames;
}
