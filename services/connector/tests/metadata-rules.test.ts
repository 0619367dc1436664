import { biSets } from '@lientinh/bi';
import { createModel, metadataXml } from '../src/model';
import { fixtureContract } from './csdl/fixture-contract';
import { metadataFaults } from './csdl/metadata-faults';

const valid = metadataXml(createModel(fixtureContract, 'en'));

/** The valid document with one text replaced, which must be in it. */
function damaged(text: string, by: string): string {
  if (!valid.includes(text)) throw new Error(`The document has no ${text}`);
  return valid.replace(text, by);
}

describe('$metadata keeps the rules of CSDL', () => {
  it.each(['en', 'vi'] as const)('of the whole contract, with names in %s', (names) => {
    expect(metadataFaults(metadataXml(createModel(biSets, names)))).toEqual([]);
  });

  it.each(['en', 'vi'] as const)('of every kind of column, key and navigation, with names in %s', (names) => {
    expect(metadataFaults(metadataXml(createModel(fixtureContract, names)))).toEqual([]);
  });

  it('in version 4.01 too, when a client asks for it', () => {
    const document = metadataXml(createModel(fixtureContract, 'en'), '4.01');
    expect(document).toContain('Version="4.01"');
    expect(metadataFaults(document)).toEqual([]);
  });
});

describe('the rules find what clients stumble over', () => {
  it.each([
    [
      'a wrong navigation property: its type is not there',
      'Collection(LienTinh.Answer)',
      'Collection(LienTinh.Answers)',
    ],
    ['a wrong navigation property: its partner is not there', 'Partner="Answers"', 'Partner="Replies"'],
    ['a wrong navigation property: its partner leads elsewhere', 'Partner="Predecessors"', 'Partner="Current"'],
    [
      'a wrong navigation property: it is bound to another set',
      'Path="Answers" Target="Answers"',
      'Path="Answers" Target="Surveys"',
    ],
    ['a wrong navigation property: it is bound, but not declared', 'Path="Answers"', 'Path="Replies"'],
    [
      'a wrong navigation property: a constraint over no property',
      'ReferencedProperty="Id"',
      'ReferencedProperty="Identity"',
    ],
    [
      'a bad enum annotation',
      '<PropertyValue Property="Filterable" Bool="true"/>',
      '<PropertyValue Property="Filterable" EnumMember="true"/>',
    ],
    ['an annotation of a vocabulary that is not included', 'Term="Core.ODataVersions"', 'Term="Common.ODataVersions"'],
    ['an annotation of an unknown term', 'Term="Core.ODataVersions"', 'Term="Core.ODataVersion"'],
    ['an annotation that says the same twice', 'Qualifier="vi"', 'Qualifier=""'],
    ['an annotation of an element that it is not for', 'Capabilities.TopSupported', 'Capabilities.BatchSupported'],
    ['a wrong Edm attribute: of an older version', 'MaxLength="40"', 'FixedLength="40"'],
    ['a wrong Edm attribute: a facet of another type', 'Type="Edm.Int32"', 'Type="Edm.Int32" Scale="2"'],
    ['a wrong Edm attribute: a type that is no more', 'Type="Edm.DateTimeOffset"', 'Type="Edm.DateTime"'],
    ['a scale beyond the precision', 'Precision="5" Scale="2"', 'Precision="5" Scale="6"'],
    ['a decimal whose digits after the point are cut off', ' Scale="variable"', ''],
    ['a nullable key', 'Name="Question" Type="Edm.Int32" Nullable="false"', 'Name="Question" Type="Edm.Int32"'],
    ['a key that is no property', '<PropertyRef Name="Question"/>', '<PropertyRef Name="Questions"/>'],
    ['two properties of one name', 'Property Name="Votes"', 'Property Name="Final"'],
    ['a name that is no identifier', 'Property Name="Votes"', 'Property Name="No of votes"'],
    ['a collection that may be null', 'Collection(LienTinh.Answer)"', 'Collection(LienTinh.Answer)" Nullable="true"'],
    ['an entity set of no type', 'EntityType="LienTinh.Survey"', 'EntityType="Survey"'],
    [
      'a document of version 3',
      'http://docs.oasis-open.org/odata/ns/edm"',
      'http://schemas.microsoft.com/ado/2009/11/edm"',
    ],
    ['a document that is no XML', '</edmx:Edmx>', ''],
    [
      'a navigation property in a complex type',
      '<EntityContainer ',
      '<ComplexType Name="Place"><NavigationProperty Name="Province" Type="LienTinh.Province"/></ComplexType><EntityContainer ',
    ],
  ])('%s', (_fault, text, by) => {
    expect(metadataFaults(damaged(text, by))).not.toEqual([]);
  });
});
