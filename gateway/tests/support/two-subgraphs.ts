import { GraphQLError } from 'graphql';
import { startSubgraph, type TestSubgraph } from './subgraph-server';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@shareable"])';

export const AGENCIES_SDL = `${LINK}
type Query {
  provinces: [Province!]
  province(code: ID!): Province
}
type Province @key(fields: "id") {
  id: ID!
  code: ID!
  name: String!
  neighbours: [Province!]!
}
`;

export const INDICATORS_SDL = `${LINK}
enum Boundaries { HISTORICAL CURRENT }
type Query {
  indices(boundaries: Boundaries): [Index!]
  failing(how: String!): String
}
type Mutation {
  retractScores(publication: ID!, reason: String!): String
}
type Index { code: ID! }
type Score { value: Float! }
type Province @key(fields: "id") {
  id: ID!
  scores: [Score!]
}
`;

const PROVINCES = [
  { id: '46@2004-01-01', code: '46', name: 'Thừa Thiên Huế' },
  { id: '52@2004-01-01', code: '52', name: 'Bình Định' },
];

const agencies = {
  Query: {
    provinces: () => PROVINCES,
    province: (_: unknown, { code }: { code: string }) => PROVINCES.find((province) => province.code === code) ?? null,
  },
  Province: { neighbours: () => PROVINCES },
};

const indicators = {
  Query: {
    indices: () => [{ code: 'PAPI' }, { code: 'PCI' }],
    failing: (_: unknown, { how }: { how: string }) => fail(how),
  },
  Mutation: { retractScores: () => 'ok' },
  Province: {
    __resolveReference: ({ id }: { id: string }) => ({ id }),
    scores: ({ id }: { id: string }) => [{ value: id.startsWith('46') ? 46.5 : 44.25 }],
  },
};

function fail(how: string): never {
  if (how === 'coded') {
    throw new GraphQLError('Chỉ số PAPI 2023 chưa được công bố.', {
      extensions: { code: 'INDEX_NOT_PUBLISHED', details: { year: 2023 }, stacktrace: ['at /srv/secret.ts:1'] },
    });
  }
  throw new Error('connect ECONNREFUSED 10.0.0.7:5432 SELECT password FROM publisher');
}

/** The subgraphs `agencies` (provinces) and `indicators` (their scores), each a real HTTP server. */
export async function startTwoSubgraphs(): Promise<{ agencies: TestSubgraph; indicators: TestSubgraph }> {
  return {
    agencies: await startSubgraph('agencies', AGENCIES_SDL, agencies),
    indicators: await startSubgraph('indicators', INDICATORS_SDL, indicators),
  };
}
