import { provinceCatalogue } from '@lientinh/datasets';
import type { AgenciesHarness } from './agencies-harness';

/** A row as the view gives it: every field as text. */
export type TextRow = Readonly<Record<string, string | null>>;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly en: string;
}
interface AgencyAnswer extends Named {
  readonly key: string;
  readonly abbreviation: string | null;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly level: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly province: { readonly id: string } | null;
  readonly parent: Named | null;
  readonly successors: readonly { readonly id: string }[];
  readonly publication: { readonly id: string };
}
interface Page {
  readonly agencies: {
    readonly nodes: readonly AgencyAnswer[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const NAMED = 'id name en: name(language: EN)';
const EVERYTHING = `query ($after: String, $filter: AgencyFilter) { agencies(first: 400, after: $after, filter: $filter) {
  pageInfo { hasNextPage endCursor }
  nodes { ${NAMED} key abbreviation aliases kind level validFrom validTo province { id } parent { ${NAMED} } successors { id } publication { id } } } }`;

/** What the view must show for everything that GraphQL gives now, by id. */
export async function expectedAgencies(harness: AgenciesHarness, filter: object = {}): Promise<TextRow[]> {
  const rows: TextRow[] = [];
  let after: string | null = null;
  do {
    const { agencies }: Page = await harness.data<Page>(EVERYTHING, { after, filter });
    rows.push(...agencies.nodes.map(toRow));
    after = agencies.pageInfo.hasNextPage ? agencies.pageInfo.endCursor : null;
  } while (after !== null);
  return rows.sort((a, b) => ((a['id'] ?? '') < (b['id'] ?? '') ? -1 : 1));
}

function toRow(agency: AgencyAnswer): TextRow {
  const code = agency.id.split('/')[0] ?? '';
  return {
    ...unitColumns(agency.province?.id ?? null),
    id: agency.id,
    key: agency.key,
    name_vi: agency.name,
    name_en: agency.en,
    abbreviation: agency.abbreviation,
    aliases: joined(agency.aliases),
    kind: agency.kind,
    level: agency.level,
    province_code: code === 'central' ? null : code,
    parent_id: agency.parent?.id ?? null,
    parent_name_vi: agency.parent?.name ?? null,
    parent_name_en: agency.parent?.en ?? null,
    valid_from: agency.validFrom,
    valid_to: agency.validTo,
    successor_ids: joined(agency.successors.map(({ id }) => id)),
    publication_id: agency.publication.id,
  };
}

const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('; '));

function unitColumns(id: string | null): TextRow {
  const { all, lineage } = provinceCatalogue();
  const today = (unit: string): string => {
    const next = lineage.find(({ predecessorId }) => predecessorId === unit);
    return next === undefined ? unit : today(next.successorId);
  };
  const unit = all.find((one) => one.id === id);
  const current = id === null ? undefined : all.find((one) => one.id === today(id));
  return {
    province_id: id,
    province_name_vi: unit?.nameVi ?? null,
    province_name_en: unit?.nameEn ?? null,
    current_province_code: current?.code ?? null,
    current_province_name_vi: current?.nameVi ?? null,
    current_province_name_en: current?.nameEn ?? null,
  };
}

/**
 * A row of the view as far as GraphQL has it: what refers to agencies that nobody publishes any more stands in the view as it was
 * stated, and is not in the graph.
 */
export function comparableRow(row: TextRow, published: ReadonlySet<string>): TextRow {
  const rest = Object.fromEntries(
    Object.entries(row).filter(([name]) => !['recorded_at', 'search_text'].includes(name)),
  );
  const known = (row['successor_ids'] ?? '').split('; ').filter((id) => published.has(id));
  return {
    ...rest,
    parent_id: row['parent_name_vi'] === null ? null : (row['parent_id'] ?? null),
    successor_ids: joined(known),
  };
}
