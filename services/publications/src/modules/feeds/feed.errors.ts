import type { Dataset } from '@lientinh/contracts';
import { defineError } from '@lientinh/errors';

export const feedUnreachable = defineError<{ dataset: Dataset; url: string }>({
  code: 'FEED_UNREACHABLE',
  status: 503,
  meaning:
    'The subgraph that owns a data set did not answer: the list of publications stays as it was last seen (`followedLedgers` says when).',
  message: ({ dataset, url }) => ({
    vi: `Không đọc được sổ cái ${dataset} tại ${url}; danh sách công bố giữ nguyên như lần đọc trước.`,
    en: `The ledger of ${dataset} at ${url} cannot be read; the list of publications stays as last seen.`,
  }),
});

export const feedChainBroken = defineError<{ dataset: Dataset; sequence: number; kind: string }>({
  code: 'FEED_CHAIN_BROKEN',
  status: 502,
  meaning:
    "An entry of a followed ledger does not fit the one before it, or is no longer what it was. Nothing after it is copied; ask the data set's subgraph for an audit.",
  message: ({ dataset, sequence, kind }) => ({
    vi: `Sổ cái ${dataset} bị đứt ở mục ${sequence} (${kind}): không sao chép tiếp. Hãy kiểm tra sổ cái ở phân hệ sở hữu.`,
    en: `The ledger of ${dataset} is broken at entry ${sequence} (${kind}): nothing after it is copied. Audit the ledger in the owning subgraph.`,
  }),
});
