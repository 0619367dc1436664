import { DATASETS } from '@lientinh/contracts';
import { mayPublish, type Publisher, type PublishRequest } from '@lientinh/identity';
import fc from 'fast-check';
import type { PublisherRegistry } from './publisher-registry';
import type { RegisteredPublisher } from './registered-publisher';
import { checkEntry, requireRegistered } from './require-registered';

const KON_TUM: RegisteredPublisher = {
  id: 'kon-tum',
  province: '62',
  datasets: ['PLAN', 'SCORES'],
  indices: ['PAR_INDEX'],
  active: true,
};

const TOKEN: Publisher = {
  role: 'publisher',
  client: 'kon-tum',
  publisherId: 'kon-tum',
  provinceCode: '62',
  datasets: DATASETS,
  indices: ['PAR_INDEX', 'SIPAS'],
  seesEverything: false,
};

const holding = (entry: RegisteredPublisher | null): PublisherRegistry => ({
  read: () => Promise.resolve({ version: '1', publishers: new Map(entry === null ? [] : [[entry.id, entry]]) }),
});

const plan: PublishRequest = { dataset: 'PLAN', province: '62' };

describe('requireRegistered', () => {
  it.each<[string, RegisteredPublisher | null, PublishRequest, string, object]>([
    ['a publisher that is not in the registry', null, plan, 'PUBLISHER_NOT_REGISTERED', {}],
    ['a suspended publisher', { ...KON_TUM, active: false }, plan, 'PUBLISHER_SUSPENDED', {}],
    [
      'a data set that the registry does not give',
      KON_TUM,
      { dataset: 'AGENCIES', province: '62' },
      'RIGHT_NOT_REGISTERED',
      { right: 'DATASET', subject: 'AGENCIES' },
    ],
    [
      'a province that the registry does not give',
      { ...KON_TUM, province: '46' },
      plan,
      'RIGHT_NOT_REGISTERED',
      { right: 'PROVINCE', subject: '62' },
    ],
    [
      'an index that the registry does not give',
      KON_TUM,
      { dataset: 'SCORES', province: '62', index: 'SIPAS', status: 'SELF_ASSESSED' },
      'RIGHT_NOT_REGISTERED',
      { right: 'INDEX', subject: 'SIPAS' },
    ],
  ])('refuses %s', async (_what, entry, request, code, details) => {
    await expect(requireRegistered(holding(entry), TOKEN, request.dataset, [request])).rejects.toMatchObject({
      code,
      status: 403,
      details: { publisher: 'kon-tum', ...details },
    });
  });

  it('names in both languages what is missing and whom to ask', async () => {
    const refused = requireRegistered(holding({ ...KON_TUM, province: '46' }), TOKEN, 'PLAN', [plan]);
    await expect(refused).rejects.toMatchObject({
      text: {
        vi: expect.stringMatching(/tỉnh 62.*quản trị viên/) as string,
        en: expect.stringMatching(/province 62.*administrator/) as string,
      },
    });
  });

  it('looks at every request, and for a retraction at the data set alone', async () => {
    const national = { ...TOKEN, provinceCode: null };
    const elsewhere: PublishRequest = { dataset: 'PLAN', province: '46' };
    await requireRegistered(holding(KON_TUM), national, 'PLAN', [plan, plan]);
    await expect(requireRegistered(holding(KON_TUM), national, 'PLAN', [plan, elsewhere])).rejects.toMatchObject({
      details: { right: 'PROVINCE', subject: '46' },
    });
    await requireRegistered(holding(KON_TUM), national, 'PLAN');
    await expect(requireRegistered(holding(KON_TUM), national, 'AGENCIES')).rejects.toMatchObject({
      details: { right: 'DATASET', subject: 'AGENCIES' },
    });
  });

  it('leaves the decision to the token without a registry, and when none ever answered', async () => {
    await requireRegistered(null, TOKEN, 'AGENCIES');
    await requireRegistered({ read: () => Promise.resolve(null) }, TOKEN, 'AGENCIES');
  });

  it('permits nothing outside the entry, whatever is asked', () => {
    const code = fc.constantFrom('62', '46', '08');
    const index = fc.constantFrom('PAR_INDEX', 'SIPAS', 'PAPI');
    const dataset = fc.constantFrom(...DATASETS);
    const entry: fc.Arbitrary<RegisteredPublisher> = fc.record({
      id: fc.constant('someone'),
      province: fc.option(code),
      datasets: fc.uniqueArray(dataset),
      indices: fc.uniqueArray(index),
      active: fc.boolean(),
    });
    const status = fc.constantFrom('SELF_ASSESSED', 'APPRAISED', 'PUBLISHED', 'DERIVED');
    const request = fc.record({ dataset, province: fc.option(code), index, status });
    fc.assert(
      fc.property(entry, request, (registered, wanted) => {
        const { province: provinceCode, datasets, indices } = registered;
        const asToken = { ...TOKEN, provinceCode, datasets, indices };
        const permitted = registered.active && mayPublish(asToken, wanted) === null;
        const check = () => checkEntry('someone', registered, wanted.dataset, [wanted]);
        if (permitted) check();
        else expect(check).toThrow(expect.objectContaining({ status: 403 }));
      }),
      { numRuns: 500 },
    );
  });
});
