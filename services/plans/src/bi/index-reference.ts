import { frameworkCatalogue } from '@lientinh/datasets';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * The names of the indices and of the criteria of every framework, which the indicators subgraph has in its own database; here for the
 * goals of plans. Source: the catalogue of frameworks of @lientinh/datasets. Criteria by their key in the graph (`PAPI:2018:2.1`).
 */
export function indexReferenceSql(): readonly string[] {
  const catalogue = frameworkCatalogue();
  const criteria = catalogue.indices.flatMap(({ code: index }) =>
    catalogue
      .frameworks(index)
      .flatMap(({ validFromYear, criteria: list }) =>
        list.map(({ code, nameVi, nameEn }) => [`${index}:${validFromYear}:${code}`, nameVi, nameEn ?? nameVi]),
      ),
  );
  return [
    table('index_reference', 'code'),
    fill(
      'index_reference',
      catalogue.indices.map(({ code, nameVi, nameEn }) => [code, nameVi, nameEn]),
    ),
    table('criterion_reference', 'id'),
    fill('criterion_reference', criteria),
  ];
}

const table = (name: string, key: string): string =>
  `create table bi.${name} (${key} text primary key, name_vi text collate "vi-x-icu" not null, name_en text collate "vi-x-icu" not null)`;

const fill = (name: string, rows: readonly (readonly string[])[]): string =>
  `insert into bi.${name} values ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`;
