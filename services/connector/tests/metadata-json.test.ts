import { createModel, metadataJson, metadataXml, serviceDocument } from '../src/model';
import { attribute, childrenOf, parseXml, type Element } from './csdl/element';
import { fixtureContract } from './csdl/fixture-contract';

const model = createModel(fixtureContract, 'en');
const json = metadataJson(model);

/** The types and sets that an XML document declares, with the facets of properties, as CSDL JSON would tell them. */
function declaredInXml(): unknown {
  const root = parseXml(metadataXml(model));
  if (typeof root === 'string') throw new Error(root);
  const [schema] = childrenOf(childrenOf(root, 'edmx:DataServices')[0] as Element, 'Schema');
  return childrenOf(schema as Element, 'EntityType').map((type) => [
    attribute(type, 'Name'),
    childrenOf(type, 'Property').map((property) => [
      attribute(property, 'Name'),
      attribute(property, 'Type'),
      attribute(property, 'Nullable') !== 'false',
      attribute(property, 'Precision'),
      attribute(property, 'Scale'),
      attribute(property, 'MaxLength'),
    ]),
    childrenOf(type, 'NavigationProperty').map((one) => [
      attribute(one, 'Name'),
      attribute(one, 'Partner'),
      childrenOf(one, 'ReferentialConstraint').map((rule) => attribute(rule, 'ReferencedProperty')),
    ]),
  ]);
}

type Member = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value).replaceAll('"', ''));

function declaredInJson(): unknown {
  const schema = json['LienTinh'] as Readonly<Record<string, Member>>;
  const types = Object.entries(schema).filter(([, { $Kind }]) => $Kind === 'EntityType');
  return types.map(([name, type]) => {
    const members = Object.entries(type).filter(([member]) => !member.startsWith('$')) as [string, Member][];
    return [
      name,
      members
        .filter(([, { $Kind }]) => $Kind === undefined)
        .map(([member, facets]) => [
          member,
          facets['$Type'] ?? 'Edm.String',
          facets['$Nullable'] === true,
          text(facets['$Precision']),
          text(facets['$Scale']),
          text(facets['$MaxLength']),
        ]),
      members
        .filter(([, { $Kind }]) => $Kind === 'NavigationProperty')
        .map(([member, navigation]) => [
          member,
          text(navigation['$Partner']),
          Object.values((navigation['$ReferentialConstraint'] ?? {}) as Readonly<Record<string, string>>),
        ]),
    ];
  });
}

describe('$metadata in JSON', () => {
  it('declares what the one in XML declares', () => {
    expect(declaredInJson()).toEqual(declaredInXml());
  });

  it('names its version and its container, which has every set', () => {
    expect(json).toMatchObject({ $Version: '4.01', $EntityContainer: 'LienTinh.LienTinhData' });
    const { LienTinhData } = json['LienTinh'] as Readonly<Record<string, Member>>;
    expect(Object.keys(LienTinhData ?? {}).filter((name) => !/^[$@]/.test(name))).toEqual([...model.sets.keys()]);
    expect(LienTinhData?.['Surveys']).toMatchObject({
      $Collection: true,
      $Type: 'LienTinh.Survey',
      $NavigationPropertyBinding: { Answers: 'Answers', Province: 'Provinces' },
      '@Core.Description': 'Surveys',
      '@Core.Description#vi': 'Khảo sát',
      '@Capabilities.SearchRestrictions': { Searchable: true },
    });
  });
});

describe('labels', () => {
  const label = { Term: 'Core.Description', String: 'Khảo sát' };

  it('are told in both languages: in that of the names without a qualifier', () => {
    expect(metadataXml(model)).toContain(`Term="${label.Term}" Qualifier="vi" String="${label.String}"`);
    expect(metadataXml(createModel(fixtureContract, 'vi'))).toContain(`Term="${label.Term}" String="${label.String}"`);
  });

  it('may have the signs of XML in them', () => {
    const texts = (element: Element): readonly string[] => [
      attribute(element, 'String'),
      ...element.children.flatMap(texts),
    ];
    const root = parseXml(metadataXml(model));
    expect(typeof root === 'string' ? root : texts(root)).toContain('A row is a survey <"&\'>.');
  });
});

describe('the service document', () => {
  it('lists every set with its label, and addresses that join with the service root', () => {
    const document = serviceDocument(createModel(fixtureContract, 'vi'), 'https://data.example/odata/v4/vi/');
    expect(document['@odata.context']).toBe('https://data.example/odata/v4/vi/$metadata');
    expect(document.value.find(({ name }) => name === 'Trả_lời')).toEqual({
      name: 'Trả_lời',
      title: 'Trả lời',
      kind: 'EntitySet',
      url: encodeURIComponent('Trả_lời'),
    });
    const addresses = document.value.map(({ url }) => new URL(url, document['@odata.context']).pathname);
    expect(addresses.every((path) => path.startsWith('/odata/v4/vi/') && /^[\x20-\x7e]+$/.test(path))).toBe(true);
  });
});
