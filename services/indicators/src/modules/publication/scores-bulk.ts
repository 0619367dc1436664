import { z } from 'zod';
import { referenceDayOfYear } from '@lientinh/contracts';
import { provinceCatalogue } from '@lientinh/datasets';
import { invalidRequest } from '@lientinh/errors';
import { mayPublish, throwIfRefused, type Publisher, type PublishRequest } from '@lientinh/identity';
import { runChecks, type BulkDataset } from '@lientinh/publishing';
import { ownProvinceCheck } from './scores-checks.store';
import { checkScores, storeScores } from './scores-dataset';
import { confidentialityOf, type ScoresHeader } from './scores-header';
import { headerProblems } from './scores-problems.rules';
import { SCORE_COLUMNS_SENT, STAGING } from './scores-staging.store';

const PARAMETERS = z.object({
  index: z.string().min(1),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number),
  status: z.enum(['SELF_ASSESSED', 'APPRAISED', 'PUBLISHED', 'DERIVED']),
  coverage: z.enum(['COMPLETE', 'PARTIAL']).default('PARTIAL'),
  standing: z.enum(['OFFICIAL', 'REPORTED']).default('OFFICIAL'),
  document: z.string().trim().min(1).optional(),
  url: z.string().trim().min(1).optional(),
});

/** `POST /publish/scores?index=PAPI&year=2018&status=PUBLISHED&coverage=COMPLETE`: what `publishScores` takes, as a file of any length. */
export const scoresBulk: BulkDataset = {
  name: 'scores',
  dataset: 'SCORES',
  staging: STAGING,
  columns: SCORE_COLUMNS_SENT,
  parameters: Object.keys(PARAMETERS.shape),
  open({ publisher, parameters }) {
    const header = readHeader(parameters);
    const { provinceCode } = publisher;
    const rights = headerProblems(header).length === 0 ? [rightTo(publisher, header)] : [];
    rights.forEach((right) => throwIfRefused(mayPublish(publisher, right)));
    return {
      rights,
      province: provinceOf(publisher, header.year),
      scope: { ...header },
      confidential: confidentialityOf(header),
      async check(writer, problems) {
        await checkScores(writer, header, problems);
        if (provinceCode !== null) await runChecks(writer, [ownProvinceCheck(provinceCode)], problems);
      },
      store: (writer, place) => storeScores(writer, header, place),
    };
  },
};

/** Id of the one province that a publisher speaks for, as it was in a year; null for the whole country. */
export function provinceOf({ provinceCode }: Publisher, year: number): string | null {
  if (provinceCode === null) return null;
  return provinceCatalogue().find(provinceCode, referenceDayOfYear(year))?.id ?? null;
}

function rightTo({ provinceCode: province }: Publisher, { index, status }: ScoresHeader): PublishRequest {
  return { dataset: 'SCORES', province, index, status };
}

function readHeader(parameters: Readonly<Record<string, string>>): ScoresHeader {
  const read = PARAMETERS.safeParse(parameters);
  if (!read.success) {
    const named = [...new Set(read.error.issues.map(({ path }) => path.join('.')))].join(', ');
    throw invalidRequest({
      reason: {
        vi: `tham số thiếu hoặc sai: ${named} (cần index, year, status; tùy chọn coverage, standing, document, url)`,
        en: `parameters missing or wrong: ${named} (index, year, status are needed; coverage, standing, document, url are optional)`,
      },
    });
  }
  const { document, url, ...header } = read.data;
  const source = document === undefined && url === undefined ? null : { document: document ?? null, url: url ?? null };
  return { ...header, source };
}
