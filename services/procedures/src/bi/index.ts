import type { BiInstallation } from '@lientinh/bi';
import { dossierMonthlyView } from './dossier-monthly.view';
import { dossierStatisticsView } from './dossier-statistics.view';
import { procedureOfferingsView } from './procedure-offerings.view';
import { proceduresView } from './procedures.view';
import { catalogueDaySql } from './stated';

/** What BI tools see of procedures, catalogues and dossiers. */
export const biInstallation: BiInstallation = {
  before: [catalogueDaySql],
  views: [proceduresView, procedureOfferingsView, dossierMonthlyView, dossierStatisticsView],
};
