import type { BiSet } from './bi-contract';
import { deletions } from './deletions';
import { provinces } from './provinces';
import { publications } from './publications';
import { agenciesSets } from './agencies';
import { indicatorsSets } from './indicators';
import { plansSets } from './plans';
import { proceduresSets } from './procedures';

/** Every set of the BI model, in the order in which a person reads them. */
export const biSets: readonly BiSet[] = [
  provinces,
  ...agenciesSets,
  ...indicatorsSets,
  ...plansSets,
  ...proceduresSets,
  publications,
  deletions,
];

export type { BiColumn, BiNavigation, BiOwner, BiSet, BiType } from './bi-contract';
export { pascalCase } from './names';
export { renderBiReference } from './reference';
export { agenciesSets, deletions, indicatorsSets, plansSets, proceduresSets, provinces, publications };
export { wideCriteria, wideSetName, type WideCriterion } from './indicators';
export { agencies as agenciesSet } from './agencies';
export {
  indexGoals as indexGoalsSet,
  plans as plansSet,
  targets as targetsSet,
  taskAgencies as taskAgenciesSet,
  tasks as tasksSet,
} from './plans';
export {
  dossierMonthly as dossierMonthlySet,
  dossierStatistics as dossierStatisticsSet,
  procedureOfferings as procedureOfferingsSet,
  procedures as proceduresSet,
} from './procedures';
