import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProvinceCode } from '@lientinh/contracts';
import { z } from 'zod';
import { parseRows, requiredText, year } from './csv-rows';
import { frameworkCatalogue } from './indices/framework-catalogue';
import type { IndexCode } from './indices/index-definitions';

/** One score of a whole file. */
export interface FileScore {
  readonly province: ProvinceCode;
  readonly criterion: string;
  readonly value: number;
  readonly maxScore: number | null;
}

/** All the scores of an index and year, as its publisher would send them. */
export interface FilePublication {
  readonly publisher: string;
  readonly index: IndexCode;
  readonly year: number;
  readonly status: 'PUBLISHED';
  readonly coverage: 'COMPLETE';
  readonly source: { readonly document: string; readonly url: string };
  readonly scores: readonly FileScore[];
}

interface PublishedFile {
  readonly index: IndexCode;
  readonly file: string;
  readonly project: string;
  readonly url: string;
}

const PUBLISHED_FILES: readonly PublishedFile[] = [
  {
    index: 'PAPI',
    file: 'papi_scores.csv',
    project: 'hnks-gh/ml-mcdm @ d165721 (data/csv)',
    url: 'https://github.com/hnks-gh/ml-mcdm/tree/d165721ef5b79e96a1f9daa013612eef57d31734/data/csv',
  },
  {
    index: 'PCI',
    file: 'pci_scores.csv',
    project: 'mdtrinh/vietnamdata @ be581b8 (data-raw/PCI)',
    url: 'https://github.com/mdtrinh/vietnamdata/tree/be581b8d5b1f0c6a747199fe23d8a77e55396e17/data-raw/PCI',
  },
];

const SCORE_ROW = z.object({
  year,
  province_code: z.string().regex(/^\d{2}$/),
  criterion_code: requiredText,
  score: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .transform(Number),
});

/**
 * The whole score files found in a directory (`papi_scores.csv`, `pci_scores.csv`: year, province_code, criterion_code,
 * score), one payload a year, oldest first, PAPI before PCI. Reads one file at a time. Throws when a file is missing, or
 * a row is malformed or names a criterion that the framework of its year has not (RangeError).
 */
export function* fullFilePublications(directory: string): Generator<FilePublication> {
  for (const published of PUBLISHED_FILES) {
    const rows = parseRows(readFileSync(join(directory, published.file), 'utf8'), published.file, SCORE_ROW);
    const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
    for (const scored of years) {
      const scores = rows
        .filter((row) => row.year === scored)
        .map((row) => scoreOf(published.index, scored, row.province_code, row.criterion_code, row.score));
      yield publicationOf(published, scored, scores);
    }
  }
}

function scoreOf(index: IndexCode, scored: number, province: ProvinceCode, code: string, value: number): FileScore {
  const criterion = frameworkCatalogue().criterion(index, scored, code);
  if (criterion === null) throw new RangeError(`${index} ${scored} has no criterion ${code}`);
  return { province, criterion: code, value, maxScore: criterion.maxScore };
}

function publicationOf(published: PublishedFile, scored: number, scores: readonly FileScore[]): FilePublication {
  return {
    publisher: frameworkCatalogue().index(published.index)?.publisher ?? '',
    index: published.index,
    year: scored,
    status: 'PUBLISHED',
    coverage: 'COMPLETE',
    source: { document: `${published.index} ${scored}, ${published.project}`, url: published.url },
    scores,
  };
}
