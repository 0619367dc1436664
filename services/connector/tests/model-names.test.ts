import { biSets, pascalCase } from '@lientinh/bi';
import { createModel, findNavigation, findProperty, findSet, targetOf, type EntitySet } from '../src/model';
import { isODataIdentifier } from '../src/model/identifiers';
import { column, fixtureContract, set } from './csdl/fixture-contract';

const english = createModel(fixtureContract, 'en');
const vietnamese = createModel(fixtureContract, 'vi');
const namesOf = ({ properties, navigations }: EntitySet): readonly string[] => [
  ...properties.keys(),
  ...navigations.keys(),
];

describe('the model in English', () => {
  it('is named as the contract, in PascalCase', () => {
    for (const one of createModel(biSets, 'en').sets.values()) {
      expect(one.name).toBe(pascalCase(one.set.name));
      expect([...one.properties.values()].map(({ name }) => name)).toEqual(
        one.set.columns.map(({ name }) => pascalCase(name)),
      );
    }
  });

  it('has keys, orders of pages and types as the contract tells', () => {
    const answers = findSet(english, 'Answers');
    expect(answers?.typeName).toBe('Answer');
    expect(answers?.key.map(({ name, type }) => [name, type])).toEqual([
      ['SurveyId', 'Edm.String'],
      ['Question', 'Edm.Int32'],
      ['AskedOn', 'Edm.Date'],
    ]);
    expect(answers?.pagingOrder).toEqual(answers?.key);
    expect([...(answers?.properties.values() ?? [])].slice(3).map(({ type }) => type)).toEqual([
      'Edm.Decimal',
      'Edm.Decimal',
      'Edm.Int64',
      'Edm.Boolean',
      'Edm.DateTimeOffset',
    ]);
  });
});

describe('the model in Vietnamese', () => {
  it('is named as the labels', () => {
    const answers = findSet(vietnamese, 'Trả_lời');
    expect(answers && namesOf(answers)).toEqual([
      'Khóa_khảo_sát',
      'Câu_hỏi_số',
      'Ngày_hỏi',
      'Tỷ_lệ_phần_trăm',
      'Quyền_số',
      'Số_phiếu',
      'Chính_thức',
      'Ghi_nhận_lúc',
      'Khảo_sát',
    ]);
  });

  it('has valid names, unique in their set without regard to case, for the whole contract', () => {
    const model = createModel(biSets, 'vi');
    for (const names of [[...model.sets.keys()], ...[...model.sets.values()].map(namesOf)]) {
      expect(names.filter((name) => !isODataIdentifier(name) || name !== name.normalize('NFC'))).toEqual([]);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }
  });

  it('has the shape of the English one: same sets, columns and navigations', () => {
    const shape = (names: 'en' | 'vi'): unknown =>
      [...createModel(biSets, names).sets.values()].map((one) => [
        one.set.name,
        [...one.properties.values()].map((property) => [property.column.name, property.type, property.nullable]),
        [...one.navigations.values()].map(({ definition, many }) => [definition.name, definition.target, many]),
      ]);
    expect(shape('vi')).toEqual(shape('en'));
  });

  it('calls no type as one of its members, and no two columns alike when their labels are alike but for signs', () => {
    const model = createModel(
      [
        set('rates', 'rate', {
          label: { vi: 'Tỷ lệ', en: 'Rates' },
          columns: [column('id', 'Khóa'), column('rate', 'Tỷ lệ'), column('rate_again', 'Tỷ lệ.')],
        }),
      ],
      'vi',
    );
    const [only] = model.sets.values();
    expect(only?.name).toBe('Tỷ_lệ');
    expect(only?.typeName).toBe('Tỷ_lệ_dòng');
    expect(only && namesOf(only)).toEqual(['Khóa', 'Tỷ_lệ', 'Tỷ_lệ_RateAgain']);
  });
});

describe('a navigation to one row', () => {
  const nullable = (set: string, navigation: string): boolean | undefined =>
    createModel(biSets, 'en').sets.get(set)?.navigations.get(navigation)?.nullable;

  it('may lead to none where rights may leave the row and not the one that it leads to', () => {
    for (const set of ['Scores', 'Agencies', 'Procedures', 'Plans']) expect(nullable(set, 'Publication')).toBe(true);
  });

  it('leads to one where both are about the same province, and to reference data', () => {
    expect(nullable('Targets', 'Plan')).toBe(false);
    expect(nullable('TaskAgencies', 'Task')).toBe(false);
    expect(nullable('Scores', 'Province')).toBe(false);
    expect(nullable('Provinces', 'Current')).toBe(false);
    expect(nullable('Provinces', 'Successor')).toBe(true);
  });

  it('is left out of no set whose rows it must lead to', () => {
    const { sets } = createModel(biSets, 'en');
    for (const set of sets.values())
      for (const { many, nullable: none, target } of set.navigations.values()) {
        const to = sets.get(target)?.set;
        if (many || none || to === undefined || to.provinceColumn === null) continue;
        expect([set.name, target, set.set.provinceColumn]).toEqual([set.name, target, expect.any(String)]);
        expect(target).not.toBe('Publications');
      }
  });
});

describe('looking up', () => {
  it('finds names that are written with combining marks', () => {
    const answers = findSet(vietnamese, 'Trả_lời'.normalize('NFD'));
    expect(answers?.set.name).toBe('answers');
    expect(answers && findProperty(answers, 'Quyền_số'.normalize('NFD'))?.column.name).toBe('weight');
  });

  it('finds the set that a navigation leads to, and the way back', () => {
    const surveys = findSet(english, 'Surveys');
    const navigation = surveys && findNavigation(surveys, 'Answers');
    expect(navigation && targetOf(english, navigation).name).toBe('Answers');
    expect(navigation?.partner).toBe('Survey');
  });

  it('finds nothing under other names, nor columns among navigations', () => {
    const surveys = findSet(english, 'Surveys');
    expect(findSet(english, 'surveys')).toBeNull();
    expect(surveys && findProperty(surveys, 'Answers')).toBeNull();
    expect(surveys && findNavigation(surveys, 'Id')).toBeNull();
  });
});
