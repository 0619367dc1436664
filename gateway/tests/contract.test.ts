import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloGateway } from '@apollo/gateway';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { packageRoot } from '../src/package-root';
import { keepVendorTelemetryOff } from '../src/vendor/environment';
import { NOT_YET } from './contract-not-yet';
import { compareWithContract, exists, isCovered } from './support/contract';

const SUPERGRAPH = join(packageRoot, 'supergraph.graphql');
const contract = buildSchema(readFileSync(join(packageRoot, 'contract.graphql'), 'utf8'));

async function readApiSchema(): Promise<GraphQLSchema> {
  keepVendorTelemetryOff();
  const gateway = new ApolloGateway({ supergraphSdl: readFileSync(SUPERGRAPH, 'utf8') });
  const { schema } = await gateway.load();
  await gateway.stop();
  return schema;
}

// Until the first subgraph has a committed schema there is no supergraph to hold against the contract.
const withSupergraph = existsSync(SUPERGRAPH) ? describe : describe.skip;

withSupergraph('the composed schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await readApiSchema();
  });

  it('breaks nothing of the contract', async () => {
    expect((await compareWithContract(contract, schema)).broken).toEqual([]);
  });

  it('lacks nothing but what is listed as not there yet', async () => {
    const { missing } = await compareWithContract(contract, schema);
    expect(missing.filter((coordinate) => !isCovered(coordinate, NOT_YET))).toEqual([]);
  });

  it('has nothing that is still listed as not there yet', () => {
    expect(NOT_YET.filter((coordinate) => exists(schema, coordinate))).toEqual([]);
  });
});

describe('the list of what is not there yet', () => {
  it('names parts of the contract, each once', () => {
    expect(NOT_YET.filter((coordinate) => !exists(contract, coordinate))).toEqual([]);
    expect(new Set(NOT_YET).size).toBe(NOT_YET.length);
  });
});

describe('the comparison with a contract', () => {
  const compare = (theirs: string, ours: string) => compareWithContract(buildSchema(theirs), buildSchema(ours));
  const promised = 'type Query { scores(first: Int = 50, year: Int!): [Int!] kind: Kind } enum Kind { A B }';

  it('allows more, looser input and stricter output', async () => {
    const ours =
      'type Query { scores(first: Int = 50, year: Int, extra: Int): [Int!]! kind: Kind! more: Int } enum Kind { A B C }';
    expect(await compare(promised, ours)).toEqual({ missing: [], broken: [] });
  });

  it.each([
    [
      'a stricter argument',
      promised.replace('first: Int =', 'first: Int! =').replace('year: Int!', 'year: Int!, must: Int!'),
    ],
    ['looser output', promised.replace('[Int!]', '[Int]')],
    ['another type', promised.replace('[Int!]', '[String!]')],
    ['another default', promised.replace('50', '10')],
  ])('refuses %s', async (_name, ours) => {
    expect((await compare(promised, ours)).broken).not.toEqual([]);
  });

  it.each([
    ['Query.kind', 'type Query { scores(first: Int = 50, year: Int!): [Int!] unused: Kind } enum Kind { A B }'],
    ['Query.scores(first)', promised.replace('first: Int = 50, ', '')],
    ['Kind.B', promised.replace('A B', 'A')],
    ['Kind', promised.replace('kind: Kind', 'kind: Other').replaceAll('enum Kind', 'enum Other')],
  ])('names %s as missing', async (coordinate, ours) => {
    expect((await compare(promised, ours)).missing).toEqual([coordinate]);
  });
});
