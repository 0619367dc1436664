import type { BiSet } from './bi-contract';
import { dossierMonthly } from './procedures/dossier-monthly';
import { dossierStatistics } from './procedures/dossier-statistics';
import { procedureOfferings } from './procedures/procedure-offerings';
import { procedures } from './procedures/procedures';

/** The sets of the procedures subgraph. */
export const proceduresSets: readonly BiSet[] = [procedures, procedureOfferings, dossierMonthly, dossierStatistics];

export { dossierMonthly, dossierStatistics, procedureOfferings, procedures };
