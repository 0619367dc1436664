import type { Connection } from './connection';

/**
 * A file that opens Power BI Desktop at the data (`.pbids`, version 0.1; Microsoft Learn, "Data sources in Power BI Desktop", section
 * "Using PBIDS files to get data"). Power BI asks for the credentials and keeps them itself: the format has no place for them.
 */
export function pbidsText({ address }: Connection): string {
  const connection = { details: { protocol: 'odata', address: { url: address } }, options: {}, mode: 'Import' };
  return `${JSON.stringify({ version: '0.1', connections: [connection] }, null, 2)}\n`;
}
