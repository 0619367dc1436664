import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSupergraph } from '../src/compose/compose';
import { lineDifference } from '../src/compose/line-difference';
import { findSubgraphSchemas } from '../src/compose/subgraph-schemas';
import { listSubgraphs } from '../src/supergraph/subgraph-list';
import { AGENCIES_SDL, INDICATORS_SDL } from './support/two-subgraphs';

describe('composing the committed schemas', () => {
  let folder: string;
  const write = (name: string, sdl: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'schema.graphql'), sdl);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'services-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes the services that have a schema, and skips those that have none', () => {
    write('indicators', INDICATORS_SDL);
    write('agencies', AGENCIES_SDL);
    mkdirSync(join(folder, 'console'));
    expect(findSubgraphSchemas(folder).map(({ name, url }) => [name, url])).toEqual([
      ['agencies', 'http://127.0.0.1:4001/graphql'],
      ['indicators', 'http://127.0.0.1:4002/graphql'],
    ]);
  });

  it('refuses a service whose address it does not know', () => {
    write('salaries', 'type Query { a: Int }');
    expect(() => findSubgraphSchemas(folder)).toThrow(/services\/salaries/);
  });

  it('gives the same text each time, with every subgraph in it', async () => {
    write('agencies', AGENCIES_SDL);
    write('indicators', INDICATORS_SDL);
    const composed = await composeSupergraph(findSubgraphSchemas(folder));
    expect(await composeSupergraph(findSubgraphSchemas(folder))).toBe(composed);
    expect(listSubgraphs(composed).map(({ name }) => name)).toEqual(['agencies', 'indicators']);
  });

  it('names what does not fit together', async () => {
    write('agencies', AGENCIES_SDL);
    write('indicators', INDICATORS_SDL.replace('id: ID!', 'id: ID! name: Int!'));
    await expect(composeSupergraph(findSubgraphSchemas(folder))).rejects.toThrow(/Province\.name/);
  });

  it('refuses to compose nothing', async () => {
    await expect(composeSupergraph(findSubgraphSchemas(folder))).rejects.toThrow(/no subgraph/);
  });
});

describe('the difference between the committed and the composed text', () => {
  it('is nothing for equal texts', () => expect(lineDifference('a\nb', 'a\nb')).toEqual([]));

  it('names the lines that differ and the first of them', () => {
    expect(lineDifference('a\nb\nc\nd', 'a\nx\nc\nd')).toEqual(['@@ line 2 @@', '- b', '+ x']);
    expect(lineDifference('a\nc', 'a\nb\nc')).toEqual(['@@ line 2 @@', '+ b']);
    expect(lineDifference('a\na', 'a')).toEqual(['@@ line 2 @@', '- a']);
  });

  it('is cut where it gets long', () => {
    const lines = Array.from({ length: 500 }, (_, index) => `line ${index}`).join('\n');
    expect(lineDifference('', lines).at(-1)).toBe('+ … 300 more lines');
  });
});
