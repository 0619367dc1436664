import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam, type AdministrativeLevel, type Language } from '@lientinh/contracts';
import { CalendarDate, decodeCursor, Instant, pageSize, toConnection, type RequestContext } from '@lientinh/subgraph';
import { groupBy } from '../collections/group-by';
import { toOffering } from '../offering/offering.row';
import { toProcedure } from '../procedure/procedure.row';
import { comparedProvinceIds } from '../province/province-lookup.rules';
import { LATEST_INSTANT } from '../reference/instants';
import { AdministrativeLevelType, LanguageType } from '../vocabulary/vocabulary.types';
import { compareCatalogues, listCompared, type ColumnRow } from './comparison.store';
import {
  CatalogueComparison,
  CatalogueNote,
  CatalogueRowConnection,
  type CatalogueColumn,
  type CatalogueRow,
  type ComparisonScope,
} from './comparison.types';
import { fieldDifferences } from './differences.rules';
import { catalogueNotes } from './notes.rules';

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function toColumn(row: ColumnRow): CatalogueColumn {
  return {
    province: { id: row.province },
    catalogueAsOf: row.as_of,
    total: row.total,
    onlyHere: row.only_here,
    missingHere: row.anywhere - row.total,
    fullShare: share(row.fully_online, row.total),
    onlineShare: share(row.online, row.total),
    oneStopShare: share(row.one_stop, row.total),
    lateShare: share(row.late, row.delay_known),
    delayKnown: row.delay_known,
  };
}

function toRows(found: Awaited<ReturnType<typeof listCompared>>, provinces: readonly string[]): CatalogueRow[] {
  return groupBy(found, ({ code }) => code).map((group) => {
    const [first] = group;
    const offerings = provinces.map((id) => {
      const row = group.find(({ province }) => province === id);
      return row === undefined ? null : toOffering(row);
    });
    return { procedure: toProcedure(first), offerings, differences: fieldDifferences(offerings) };
  });
}

@Resolver(() => CatalogueComparison)
export class CatalogueComparisonResolver {
  @Query(() => CatalogueComparison, {
    description:
      'Which procedures these provinces offer, and how: their catalogues side by side. | So sánh danh mục thủ tục.',
  })
  async catalogueComparison(
    @Arg('provinces', () => [ID], { description: 'Codes, as they were on the day; the order is that of the columns.' })
    provinces: string[],
    @Arg('asOf', () => CalendarDate, {
      nullable: true,
      description: 'Catalogues in force on this day; today if absent.',
    })
    asOf: string | null,
    @Arg('field', () => String, { nullable: true, description: 'Only this field; case and diacritics do not count.' })
    field: string | null,
    @Arg('level', () => AdministrativeLevelType, { nullable: true, description: 'Only this level.' })
    level: AdministrativeLevel | null,
    @Arg('recordedAsOf', () => Instant, { nullable: true, description: 'As the platform knew it at this instant.' })
    recordedAsOf: string | null,
    @Ctx() context: RequestContext,
  ): Promise<CatalogueComparison> {
    const day = asOf ?? dayInVietnam(context.now);
    const scope: ComparisonScope = {
      provinces: comparedProvinceIds(provinces, day),
      asOf: day,
      field: field ?? null,
      level: level ?? null,
      knownAt: recordedAsOf ?? LATEST_INSTANT,
    };
    const rows = await compareCatalogues(context.database.reader, scope);
    const noted = rows.map((row) => ({ province: row.province, catalogueAsOf: row.as_of, levels: row.levels }));
    return {
      provinces: scope.provinces.map((id) => ({ id })),
      common: rows[0]?.common ?? 0,
      columns: rows.map(toColumn),
      notes: catalogueNotes(noted, day),
      offeredAnywhere: rows[0]?.anywhere ?? 0,
      scope,
    };
  }

  @FieldResolver(() => CatalogueRowConnection, { description: 'Every procedure that any of them offers, by code.' })
  async rows(
    @Root() { scope, offeredAnywhere }: CatalogueComparison,
    @Arg('first', () => Int, { nullable: true, description: 'Size of the page: 50, at most 500.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last row of the page before.' })
    after: string | null,
    @Ctx() { database }: RequestContext,
  ): Promise<CatalogueRowConnection> {
    const size = pageSize(first);
    const key = decodeCursor(after, 1);
    const found = await listCompared(database.reader, scope, key === null ? null : String(key[0]), size + 1);
    const page = { rows: toRows(found, scope.provinces), size, totalCount: offeredAnywhere, afterCursor: key !== null };
    return toConnection<CatalogueRow>(page, ({ procedure }) => [procedure.code]);
  }
}

@Resolver(() => CatalogueNote)
export class CatalogueNoteResolver {
  @FieldResolver(() => String, { description: 'For a person. | Nội dung.' })
  text(
    @Root() note: CatalogueNote,
    @Arg('language', () => LanguageType, { nullable: true, defaultValue: 'VI', description: 'Language of the text.' })
    language: Language | null,
  ): string {
    return language === 'EN' ? note.textEn : note.textVi;
  }
}
