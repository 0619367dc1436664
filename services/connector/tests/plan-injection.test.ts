import fc from 'fast-check';
import { biSets } from '@lientinh/bi';
import { createModel, type EntitySet, type Model } from '../src/model';
import { planResource, type PageRequest } from '../src/plan';
import { NO_REQUEST_OPTIONS, parseQueryOptions, parseResourcePath } from '../src/query';
import { onceModel, planModel, vietnameseModel } from './support/plan-contract';
import { EVERYTHING, planOf, WHOLE } from './support/plan-database';
import { conditions, orderKeys } from './support/plan-trees';

/** Every word of SQL that a statement may have. */
const WORDS = new Set(
  `select distinct from left join on where group by order desc nulls first last limit offset as and or not is null true false
   case when then else end exists any filter extract year month day hour minute second epoch at time zone collate coalesce
   current_setting bi to_json replace strpos starts_with right substr length lower upper btrim round floor ceil trunc mod div now
   with materialized array in over partition row_number make_interval days justify_hours count sum min max avg bool_and bool_or string_agg fold_text
   text boolean integer bigint numeric double precision date timestamptz interval uuid`.split(/\s+/),
);
/** Texts that the planner itself writes. */
const TEXTS = new Set([
  '',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ' ',
  '-',
  '0',
  'null',
  'UTC',
  'Z',
  '+00:00',
  'INF',
  'Infinity',
  ':',
  '%3A',
  "'",
  '%',
  '%25',
  '%27%27',
  '/',
  '%2F',
  '?',
  '%3F',
  '#',
  '%23',
  '\\',
  '%5C',
  '&',
  '%26',
  '+',
  '%2B',
  '%20',
  ')',
  '"@odata.id":',
  '"%22',
  '%22',
  ' \t\n\r\u00a0',
]);

const TOKEN = /'(?:[^']|'')*'|"[^"]*"|[a-z_]+|\d+|::|<>|<=|>=|\|\||[()[\].,=<>+*/-]|\s+/giy;

function tokensOf(sql: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < sql.length) {
    const [token] = TOKEN.exec(sql) ?? [];
    if (token === undefined) throw new Error(`not a token of SQL in: ${sql.slice(tokens.join('').length, 200)}`);
    tokens.push(token);
  }
  return tokens.filter((token) => token.trim() !== '');
}

/** What of a statement is neither a word of SQL, nor a name of the contract, nor a text of the planner. */
function foreign(sql: string, model: Model): readonly string[] {
  const sets = [...model.sets.values()];
  const names = new Set(sets.flatMap(({ set }) => [set.name, ...set.columns.map(({ name }) => name), 'search_text']));
  const texts = new Set([...TEXTS, ...sets.flatMap(textsOf)]);
  return tokensOf(sql).filter((token) => {
    if (token.startsWith('"')) {
      const name = token.slice(1, -1);
      return !names.has(name) && !/^[tc]\d+$/.test(name) && name !== 'vi-x-icu';
    }
    if (token.startsWith("'")) {
      const text = token.slice(1, -1).replaceAll("''", "'");
      return !texts.has(text) && !/^bi\.p\d+$/.test(text);
    }
    if (/^\d+$/.test(token)) return Number(token) > 9;
    return /^[a-z]/i.test(token) && !WORDS.has(token);
  });
}

function textsOf({ name, properties, navigations }: EntitySet): readonly string[] {
  const members = [...properties.keys(), ...navigations.keys()];
  return [
    `${name}(`,
    ...members.flatMap((member) => [
      `${JSON.stringify(member)}:`,
      `${JSON.stringify(`${member}@odata.count`)}:`,
      `${member}=`,
    ]),
  ];
}

const MARK = 'zqmarker';
const NUMBER = '918273645';
const CORPUS = [
  `Facts('${MARK}')`,
  `Facts('${MARK}')/Unit/Facts('${MARK}')/Value/$value`,
  `Goals(Name='${MARK}',Year=${NUMBER})`,
  `Facts/${MARK}`,
  `Facts?$filter=Name eq '${MARK}' or Code ne '${MARK}' or Level gt ${NUMBER} or Value lt ${NUMBER}.5 or Total eq ${NUMBER}000000`,
  `Facts?$filter=contains(Name,'${MARK}') and startswith(Code,'${MARK}') and endswith(tolower(Name),'${MARK}')`,
  `Facts?$filter=Code in ('${MARK}','"${MARK}','a\\b') and Level in (${NUMBER},1)`,
  `Facts?$filter=Unit/Facts/any(${MARK}:${MARK}/Value mul ${NUMBER} gt 1 and ${MARK}/Name eq '${MARK}')`,
  `Facts?$filter=Unit/Facts/$count($filter=Name eq '${MARK}';$search=${MARK}) gt ${NUMBER}`,
  `Facts?$filter=substring(Name,${NUMBER}) eq concat('${MARK}',Code) or indexof(Name,'${MARK}') eq ${NUMBER}`,
  `Facts?$search=${MARK} OR NOT "${MARK} ${MARK}"`,
  `Facts?$compute=Value add ${NUMBER} as ${MARK}&$select=Id,${MARK}&$orderby=${MARK} desc`,
  `Facts?$compute='${MARK}' as ${MARK},case(Level gt ${NUMBER}:'${MARK}',true:Code) as Other${MARK}`,
  `Facts?$top=${NUMBER}&$skip=${NUMBER}`,
  `Units?$expand=Facts($filter=Name eq '${MARK}';$top=${NUMBER};$skip=${NUMBER};$compute=Level add ${NUMBER} as ${MARK};$search=${MARK};$count=true)`,
  `Units?$expand=Facts($filter=Name eq '${MARK}' and 1 div Level gt ${NUMBER};$top=${NUMBER};$skip=${NUMBER};$orderby=Level add ${NUMBER};$compute=Level add ${NUMBER} as ${MARK};$search=${MARK};$count=true;$expand=Unit($expand=Children/$count))&$top=${NUMBER}`,
  `Units?$expand=Facts/$ref,Children($levels=3;$expand=Facts/$count($filter=Code eq '${MARK}'))`,
  `Facts?$apply=filter(Name eq '${MARK}')/compute(Value mul ${NUMBER} as ${MARK})/groupby((Unit/Name,Year,${MARK}),aggregate(Level with sum as S${MARK},$count as N))/filter(N gt ${NUMBER})/orderby(N desc)/top(${NUMBER})/skip(${NUMBER})`,
  `Facts?$filter=Day eq 2019-08-27 or HappenedAt lt 2019-08-27T19:18:27Z or HappenedAt sub duration'P918273D' gt now()`,
  `Facts?$filter=date(HappenedAt) eq Day and time(HappenedAt) lt 19:18:27 and year(Day) eq ${NUMBER} and fractionalseconds(HappenedAt) lt 0.5`,
  `Facts?$filter=cast(Value,Edm.String) eq '${MARK}' and round(Value) eq ${NUMBER} and -Level eq ${NUMBER}`,
  `Facts?$filter=Name eq '${MARK}'' ) union select 1 --' or Name eq '\\'' ; drop table x; --'`,
];

describe('statements', () => {
  const models = [
    ['for each row', planModel],
    ['once', onceModel],
  ] as const;
  it.each(models.flatMap(([how, model]) => CORPUS.map((address) => [address, how, model] as const)))(
    'have nothing of the caller in them: %s, related rows asked for %s',
    (address, _, model) => {
      const page: PageRequest = { size: 918273645, after: null, changedSince: null };
      const plan = planOf(address, { ...EVERYTHING, provinceCode: MARK, datasets: ['SCORES', 'PLAN'] }, page, model);
      for (const statement of [plan.rows, ...(plan.count === null ? [] : [plan.count])]) {
        expect(statement.text).not.toMatch(/zqmarker|918273|19:18|2019|union|drop/i);
        expect(foreign(statement.text, planModel)).toEqual([]);
        expect(statement.text.match(/bi\.p\d+/g)?.length ?? 0).toBeGreaterThanOrEqual(statement.parameters.length);
      }
      expect(plan.rows.parameters.join(' ')).toMatch(/zqmarker|918273/i);
    },
  );

  it('have nothing of the caller in them for random trees', () => {
    const order = fc.array(fc.record({ expression: orderKeys, descending: fc.boolean() }), { maxLength: 2 });
    fc.assert(
      fc.property(conditions, order, fc.string(), (filter, orderBy, province) => {
        const path = parseResourcePath('Facts');
        const options = { ...NO_REQUEST_OPTIONS, filter, orderBy };
        const plan = planResource(planModel, path, options, { ...EVERYTHING, provinceCode: province }, WHOLE);
        expect(foreign(plan.rows.text, planModel)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['en', 'vi'] as const)('of every set of the product are of names of the contract only (%s)', (language) => {
    const model = createModel(biSets, language);
    for (const set of model.sets.values()) {
      const navigations = [...set.navigations.keys()];
      const expand =
        navigations.length === 0 ? '' : `&$expand=${navigations.map((name) => encodeURIComponent(name)).join(',')}`;
      const options = parseQueryOptions([
        ['$top', '3'],
        ...(expand === '' ? [] : [['$expand', navigations.join(',')] as const]),
      ]);
      const { rows } = planResource(model, parseResourcePath(encodeURI(set.name)), options, EVERYTHING, WHOLE);
      expect(foreign(rows.text, model)).toEqual([]);
    }
  });

  it('of Vietnamese names carry the names of the model in JSON, and the columns of the contract in SQL', () => {
    const plan = planOf('Units?$expand=Facts($select=Value)', EVERYTHING, WHOLE, planModel);
    const [set] = [...vietnameseModel.sets.values()].filter(({ set: { name } }) => name === 'units');
    const [facts] = [...(set?.navigations.values() ?? [])].filter(({ definition }) => definition.name === 'facts');
    const target = vietnameseModel.sets.get(facts?.target ?? '');
    const value = [...(target?.properties.values() ?? [])].find(({ column }) => column.name === 'value');
    const address = `${set?.name}?$expand=${facts?.name}($select=${value?.name})`;
    const vietnamese = planOf(address, EVERYTHING, WHOLE, vietnameseModel);
    expect(foreign(vietnamese.rows.text, vietnameseModel)).toEqual([]);
    expect(vietnamese.rows.text).toBe(plan.rows.text.replace('"Value":', `"${value?.name}":`));
  });
});
