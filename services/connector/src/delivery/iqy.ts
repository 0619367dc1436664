import { joinQueryString } from '../query';
import type { Connection } from './connection';

/**
 * A web query for Excel (`.iqy`; Microsoft Knowledge Base Q157482, "How to Create Web Query Files"): type, version and address, then settings.
 * It reads the rows as an HTML table, for web queries read nothing else column by column, with numbers as the reader's Excel writes
 * them: a decimal comma under Vietnamese names unless `decimal` says otherwise. For editions of Excel without Power Query.
 */
export function iqyText({ address, names }: Connection): string {
  const [before = address, query = ''] = address.split('?', 2);
  const decimal: readonly (readonly [string, string])[] = /(^|&)decimal=/.test(query)
    ? []
    : [['decimal', names === 'vi' ? 'comma' : 'point']];
  const options = [...(query === '' ? [] : [query]), joinQueryString([['$format', 'html'], ...decimal])];
  return ['WEB', '1', `${before}?${options.join('&')}`, '', ...SETTINGS, ''].join('\r\n');
}

const SETTINGS = [
  'Selection=AllTables',
  'Formatting=All',
  'PreFormattedTextToColumns=True',
  'ConsecutiveDelimitersAsOne=True',
  'SingleBlockTextImport=False',
  'DisableDateRecognition=True',
  'DisableRedirections=False',
];
