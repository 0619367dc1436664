import Table from 'cli-table3';
import { operation, type ComparisonCell, type Criterion, type Province } from '@lientinh/client';
import { askGraph } from './graph';

type Cell = Pick<ComparisonCell, 'value' | 'rank' | 'rankedAmong' | 'change' | 'status' | 'missing'>;

interface Answer {
  readonly comparison: {
    readonly provinces: readonly Pick<Province, 'name'>[];
    readonly rows: readonly {
      readonly criterion: Pick<Criterion, 'code' | 'name'>;
      readonly cells: readonly Cell[];
    }[];
  };
}

const QUERY = operation<Answer>(/* GraphQL */ `
  query FourProvinces {
    comparison(index: "PAPI", year: 2018, provinces: ["46", "62", "33", "08"], baselineYear: 2017) {
      provinces {
        name
      }
      rows {
        criterion {
          code
          name
        }
        cells {
          value
          rank
          rankedAmong
          change
          status
          missing
        }
      }
    }
  }
`);

const HOLES: Readonly<Record<string, string>> = {
  NOT_PUBLISHED: 'chưa công bố',
  NOT_SURVEYED: 'không khảo sát',
  CRITERION_NOT_IN_FRAMEWORK: 'không có tiêu chí',
  PROVINCE_NOT_IN_FORCE: 'chưa/không còn tồn tại',
};

/** Thừa Thiên Huế, Kon Tum, Hưng Yên and Tuyên Quang on PAPI 2018, asked from the gateway like anybody would, as a table. */
export async function fourProvincesTable(gateway: string): Promise<string> {
  const { comparison } = await askGraph(gateway, QUERY, {});
  const table = new Table({
    head: ['PAPI 2018', ...comparison.provinces.map(({ name }) => name)],
    style: { head: [], border: [] },
    colAligns: ['left', ...comparison.provinces.map(() => 'right' as const)],
  });
  for (const { criterion, cells } of comparison.rows) {
    table.push([`${criterion.code} ${criterion.name}`, ...cells.map(cellText)]);
  }
  return `${table.toString()}\n${LEGEND}`;
}

const LEGEND = `giá trị · hạng/số tỉnh có điểm khi biết · (thay đổi so với 2017); * = cộng từ các thành phần
value · rank/units with a value where known · (change on 2017); * = sum of its parts`;

function cellText({ value, rank, rankedAmong, change, status, missing }: Cell): string {
  if (value === null) return `— ${HOLES[missing ?? ''] ?? ''}`.trim();
  const ranked = rank === null ? '' : ` · ${rank}${rankedAmong === null ? '' : `/${rankedAmong}`}`;
  const changed = change === null ? '' : ` (${change > 0 ? '+' : ''}${change.toFixed(2)})`;
  return `${value.toFixed(2)}${status === 'DERIVED' ? '*' : ''}${ranked}${changed}`;
}
