import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@lientinh/subgraph';
import { loadProcedure } from '../procedure/procedure.loaders';
import { Procedure } from '../procedure/procedure.types';
import { ProcedureOffering } from './offering.types';

@Resolver(() => ProcedureOffering)
export class ProcedureOfferingResolver {
  @FieldResolver(() => Procedure, { description: 'The national procedure. | Thủ tục.' })
  async procedure(@Root() { procedureCode }: ProcedureOffering, @Ctx() context: RequestContext): Promise<Procedure> {
    const procedure = await loadProcedure(context).load(procedureCode);
    if (procedure === undefined) throw new Error(`offering of ${procedureCode}, which no row describes`);
    return procedure;
  }
}
