import { referenceDayOfYear } from '@lientinh/contracts';
import { frameworkCatalogue, provinceCatalogue, type CriterionDefinition, type Framework } from '@lientinh/datasets';
import { compareMeanings } from '../modules/comparison/comparability.rules';
import { criterionId } from '../modules/framework/framework-lookup.rules';
import { sameTerritoryOn } from '../modules/province/province-lookup.rules';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Makes an inner table and fills it with rows; `columns` are column definitions. */
function filledTable(name: string, columns: string, more: string, rows: readonly Row[]): readonly string[] {
  const json = JSON.stringify(rows).replaceAll("'", "''");
  return [
    `create table bi.${name} (${columns}, ${more})`,
    `insert into bi.${name} select * from jsonb_to_recordset('${json}'::jsonb) as r(${columns})`,
    `analyze bi.${name}`,
  ];
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

const frameworks = (): readonly Framework[] =>
  frameworkCatalogue().indices.flatMap(({ code }) => frameworkCatalogue().frameworks(code));

/** Years from the first framework to the one after which nothing begins or ends: every later year reads as the last of these. */
export function referenceYears(): readonly number[] {
  const bounds = frameworks().flatMap(({ validFromYear, validToYear }) => [validFromYear, (validToYear ?? 0) + 1]);
  const starts = provinceCatalogue().all.map(({ validFrom }) => yearOf(validFrom) + 1);
  const [first, last] = [
    Math.min(...frameworks().map(({ validFromYear }) => validFromYear)),
    Math.max(...bounds, ...starts),
  ];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

const frameworkId = ({ index, validFromYear }: Framework): string => `${index}:${validFromYear}`;

/** The framework of each index and year; one key, for the planner takes two columns for independent. */
function frameworkYears(): readonly Row[] {
  return referenceYears().flatMap((year) =>
    frameworkCatalogue().indices.flatMap(({ code }) => {
      const framework = frameworkCatalogue().framework(code, year);
      return framework === null ? [] : [{ id: `${code}:${year}`, framework_id: frameworkId(framework), year }];
    }),
  );
}

function indexWords(code: string): Row {
  const definition = frameworkCatalogue().index(code);
  return {
    index_name_vi: definition?.nameVi ?? code,
    index_name_en: definition?.nameEn ?? code,
    decimals: definition?.precision ?? null,
  };
}

/** Every criterion of every framework, by its key in the graph, with the names and decimals of its index. */
function criterionRows(): readonly Row[] {
  return frameworks().flatMap((framework) =>
    framework.criteria.map((definition) => ({
      id: criterionId({ framework, definition }),
      framework_id: frameworkId(framework),
      index_code: framework.index,
      ...indexWords(framework.index),
      framework_version: framework.version,
      valid_from_year: framework.validFromYear,
      valid_to_year: framework.validToYear,
      code: definition.code,
      parent_code: definition.parentCode,
      depth: definition.depth,
      print_order: definition.order,
      maximum: definition.maxScore,
      meaning_id: definition.meaningId,
      is_sum_of_parts: definition.derivation !== null,
      name_vi: definition.nameVi,
      name_en: definition.nameEn ?? definition.nameVi,
    })),
  );
}

/** The units of each year, those in force on its 30 June, with the unit that had the same territory a year earlier. */
function unitYears(): readonly Row[] {
  return referenceYears().flatMap((year) =>
    provinceCatalogue()
      .inForce(referenceDayOfYear(year))
      .map((unit) => ({
        year,
        province_id: unit.id,
        province_id_before: sameTerritoryOn(unit, referenceDayOfYear(year - 1))?.id ?? null,
      })),
  );
}

/**
 * Years in which a criterion cannot be compared with the year before, or that are methodology breaks. In every other year of a
 * framework it means what it meant in the year before.
 */
function criterionChanges(): readonly Row[] {
  return frameworks().flatMap(({ index, validFromYear, validToYear, criteria }) =>
    criteria.flatMap(({ code }) => {
      const breaks = frameworkCatalogue().methodologyBreaks(index, code);
      const own = breaks
        .map(({ year }) => year)
        .filter((year) => validFromYear < year && year <= (validToYear ?? year));
      return [...new Set([validFromYear, ...own])].map((year) => ({
        index_code: index,
        criterion_code: code,
        year,
        is_comparable:
          frameworkCatalogue().framework(index, year - 1) !== null &&
          compareMeanings(index, code, year - 1, year).comparable,
        is_break: breaks.some((item) => item.year === year),
      }));
    }),
  );
}

/** What surveys left without a score. */
function notScored(): readonly Row[] {
  return frameworkCatalogue().indices.flatMap(({ code: index }) =>
    referenceYears().flatMap((year) =>
      frameworkCatalogue()
        .notScored(index, year)
        .map(({ provinceCode, criterion }) => ({
          index_code: index,
          year,
          province_code: provinceCode,
          criterion_code: criterion,
        })),
    ),
  );
}

/** Each criterion with itself, and with the parts (and parts of parts) whose figures can make up its value. */
function criterionParts(): readonly Row[] {
  return frameworks().flatMap((framework) => {
    const { criteria } = framework;
    const partsOf = ({ code, derivation }: CriterionDefinition): readonly string[] => [
      code,
      ...criteria.filter(({ parentCode }) => derivation !== null && parentCode === code).flatMap(partsOf),
    ];
    return criteria.flatMap((definition) =>
      partsOf(definition).map((part) => ({ whole_id: criterionId({ framework, definition }), part_code: part })),
    );
  });
}

/** Tables of what the views need of the catalogues beside the reference tables of the service. */
export const referenceInner = (): readonly string[] => [
  ...filledTable(
    'framework_year_inner',
    'id text, framework_id text, year integer',
    'primary key (id)',
    frameworkYears(),
  ),
  ...filledTable(
    'criterion_inner',
    `id text, framework_id text, index_code text, index_name_vi text collate "vi-x-icu", index_name_en text, decimals integer,
     framework_version text, valid_from_year integer, valid_to_year integer, code text,
     parent_code text, depth integer, print_order integer, maximum numeric, meaning_id text, is_sum_of_parts boolean,
     name_vi text collate "vi-x-icu", name_en text`,
    'primary key (id), unique (framework_id, code)',
    criterionRows(),
  ),
  ...filledTable(
    'unit_year_inner',
    'year integer, province_id text, province_id_before text',
    'primary key (year, province_id)',
    unitYears(),
  ),
  ...filledTable(
    'criterion_change_inner',
    'index_code text, criterion_code text, year integer, is_comparable boolean, is_break boolean',
    'primary key (index_code, criterion_code, year)',
    criterionChanges(),
  ),
  ...filledTable(
    'not_scored_inner',
    'index_code text, year integer, province_code text, criterion_code text',
    'unique nulls not distinct (index_code, year, province_code, criterion_code)',
    notScored(),
  ),
  ...filledTable(
    'criterion_part_inner',
    'whole_id text, part_code text',
    'primary key (whole_id, part_code)',
    criterionParts(),
  ),
];
