import { z } from 'zod';
import { parseEnvironment } from '@lientinh/environment';
import type { FeedAddress } from './modules/feeds';

const address = (port: number) =>
  z
    .url({ protocol: /^https?$/ })
    .default(`http://127.0.0.1:${port}`)
    .transform((url) => url.replace(/\/+$/, ''));

/** Where the subgraphs answer whose ledgers are followed: `AGENCIES_URL`, `INDICATORS_URL`, `PLANS_URL`, `PROCEDURES_URL`. */
const feedSection = {
  AGENCIES_URL: address(4001),
  INDICATORS_URL: address(4002),
  PLANS_URL: address(4003),
  PROCEDURES_URL: address(4004),
};

/** The feed of every data set; which subgraph owns which is fixed (docs/feed.md). */
export function feedAddresses(env: Readonly<Record<string, string | undefined>>): readonly FeedAddress[] {
  const environment = parseEnvironment(env, feedSection);
  return [
    { dataset: 'AGENCIES', url: environment.AGENCIES_URL },
    { dataset: 'SCORES', url: environment.INDICATORS_URL },
    { dataset: 'PLAN', url: environment.PLANS_URL },
    { dataset: 'TASK_PROGRESS', url: environment.PLANS_URL },
    { dataset: 'PROCEDURES', url: environment.PROCEDURES_URL },
    { dataset: 'DOSSIER_STATISTICS', url: environment.PROCEDURES_URL },
  ];
}
