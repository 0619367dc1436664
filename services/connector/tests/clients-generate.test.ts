import { readdir } from 'node:fs/promises';
import { biSets } from '@lientinh/bi';
import { createModel, metadataXml, type Model } from '../src/model';
import { generateClients, type GeneratedClients } from './generated/generate-clients';

describe.each(['en', 'vi'] as const)('clients generated from $metadata with names in %s', (names) => {
  const model: Model = createModel(biSets, names);
  let clients: GeneratedClients;
  beforeAll(async () => {
    clients = await generateClients(metadataXml(model));
  }, 300_000);
  afterAll(() => clients.remove());

  it('are there for every entity set, by odata2ts and by the SAP Cloud SDK', async () => {
    expect(await readdir(clients.odata2ts)).toHaveLength(3);
    const apis = (await readdir(clients.sap)).filter((file) => file.endsWith('Api.ts'));
    expect(apis).toHaveLength(model.sets.size);
  });

  it('pass the strict compiler of TypeScript', async () => {
    expect(await clients.typeErrors()).toBe('');
  }, 300_000);
});
