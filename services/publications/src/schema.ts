import type { SchemaDefinition } from '@lientinh/subgraph';
import { FollowedLedgerResolver } from './modules/feeds';
import { ListedPublicationResolver, resolveListedPublication } from './modules/publications';
import { PublisherMutations, PublisherResolver } from './modules/publishers';
import { ExpectedReportResolver, ReportCalendarResolver } from './modules/report-calendar';
import type { Services } from './services';

/** The publications subgraph: publishers, the list of all publications, what is owed. */
export const schema: SchemaDefinition<Services> = {
  resolvers: [
    PublisherResolver,
    PublisherMutations,
    ListedPublicationResolver,
    ExpectedReportResolver,
    ReportCalendarResolver,
    FollowedLedgerResolver,
  ],
  references: {
    Publication: resolveListedPublication,
    Publisher: (reference: { id: string }) => reference,
    Province: (reference: { id: string }) => reference,
  },
};
