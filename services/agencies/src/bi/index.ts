import type { BiInstallation } from '@lientinh/bi';
import { agenciesView } from './agencies.view';

/** What BI tools see of the agencies. */
export const biInstallation: BiInstallation = { views: [agenciesView] };
