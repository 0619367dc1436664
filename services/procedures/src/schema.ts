import 'reflect-metadata';
import {
  PublicationResolver,
  resolvePublication,
  type ProvinceReference,
  type PublishingServices,
} from '@lientinh/publishing';
import type { RequestContext, SchemaDefinition } from '@lientinh/subgraph';
import { CatalogueResolver } from './modules/catalogue/catalogue.resolver';
import { CatalogueComparisonResolver, CatalogueNoteResolver } from './modules/comparison/comparison.resolver';
import { DossierResolver, ProvinceDossiersResolver } from './modules/dossier/dossier.resolver';
import { ProcedureOfferingResolver } from './modules/offering/offering.resolver';
import { OnlineServiceLevelResolver } from './modules/offering/online-service.resolver';
import { procedureCode } from './modules/procedure/procedure-code.rules';
import { loadProcedure } from './modules/procedure/procedure.loaders';
import { ProcedureResolver, ProvinceProceduresResolver } from './modules/procedure/procedure.resolver';

/** The procedures subgraph: procedures, catalogues of the provinces, dossier statistics. */
export const schema: SchemaDefinition<PublishingServices> = {
  resolvers: [
    ProcedureResolver,
    ProvinceProceduresResolver,
    ProcedureOfferingResolver,
    OnlineServiceLevelResolver,
    CatalogueComparisonResolver,
    CatalogueNoteResolver,
    CatalogueResolver,
    DossierResolver,
    ProvinceDossiersResolver,
    PublicationResolver,
  ],
  references: {
    Publication: resolvePublication,
    Province: (reference: ProvinceReference) => reference,
    Procedure: async ({ code }: { code: string }, context: RequestContext) => {
      const canonical = procedureCode(code);
      return canonical === null ? null : ((await loadProcedure(context).load(canonical)) ?? null);
    },
  },
};
