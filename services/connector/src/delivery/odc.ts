import type { Connection } from './connection';

/**
 * An Office Data Connection for Excel ([MS-ODCFF], section 2.7.1.1): HTML with an island of XML that holds a query of Power Query
 * (PowerQueryConnection, and its definition as PowerQueryMashupData). Excel asks for the credentials and keeps them itself.
 */
export function odcText(connection: Connection): string {
  const { set } = connection;
  const label = connection.names === 'vi' ? set.set.label.vi : set.set.label.en;
  // The name of a set is an identifier: letters, digits and `_`, so that it needs no quoting in any of these.
  const source = `Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location=${set.name};Extended Properties=""`;
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/x-ms-odc; charset=utf-8">
<meta name=ProgId content=ODC.Database>
<meta name=SourceType content=OLEDB>
<title>${escapeXml(label)}</title>
<xml id=docprops><o:DocumentProperties
  xmlns:o="urn:schemas-microsoft-com:office:office"
  xmlns="http://www.w3.org/TR/REC-html40">
  <o:Description>${escapeXml(connection.set.set.description[connection.names])}</o:Description>
  <o:Name>${escapeXml(label)}</o:Name>
 </o:DocumentProperties>
</xml><xml id=msodc><odc:OfficeDataConnection
  xmlns:odc="urn:schemas-microsoft-com:office:odc"
  xmlns="http://www.w3.org/TR/REC-html40">
  <odc:PowerQueryConnection odc:Type="OLEDB">
   <odc:ConnectionString>${escapeXml(source)}</odc:ConnectionString>
   <odc:CommandType>SQL</odc:CommandType>
   <odc:CommandText>SELECT * FROM [${escapeXml(set.name)}]</odc:CommandText>
  </odc:PowerQueryConnection>
  <odc:PowerQueryMashupData>${escapeXml(mashupXml(connection))}</odc:PowerQueryMashupData>
 </odc:OfficeDataConnection>
</xml>
</head>

<body></body>

</html>
`;
}

/** The definition of the query ([MS-QDEIF]). */
function mashupXml(connection: Connection): string {
  const nothing = (name: string): string => `<${name} xsi:nil="true" />`;
  return (
    '<Mashup xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    'xmlns="http://schemas.microsoft.com/DataMashup"><Client>EXCEL</Client><Version>2.61.5192.1301</Version>' +
    `<MinVersion>2.21.0.0</MinVersion><Culture>${connection.names === 'vi' ? 'vi-VN' : 'en-US'}</Culture>` +
    `<SafeCombine>true</SafeCombine><Items><Query Name="${escapeXml(connection.set.name)}">` +
    `<Formula>${escapeXml(feedFormula(connection))}</Formula>` +
    `${nothing('IsParameterQuery')}${nothing('IsDirectQuery')}</Query></Items></Mashup>`
  );
}

/** The query in M. `Implementation="2.0"` is what Excel and Power BI write themselves for OData 4. */
export function feedFormula({ address }: Pick<Connection, 'address'>): string {
  return `let\n    Source = OData.Feed(${textOfM(address)}, null, [Implementation="2.0"])\nin\n    Source`;
}

/** A text literal of M (Power Query M specification, section "Text literals"): quotes are doubled, `#(` begins an escape. */
export function textOfM(text: string): string {
  return `"${text.replaceAll('#(', '#(#)(').replaceAll('"', '""')}"`;
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[<>&"]/g, (character) => ENTITIES[character] ?? '');
