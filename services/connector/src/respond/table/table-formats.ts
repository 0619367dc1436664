import { parquetFormat } from '../parquet/parquet-format';
import type { TableFormat } from '../table-format';
import { xlsxFormat } from '../xlsx/xlsx-format';
import { csvFormat } from './csv-format';
import { htmlFormat } from './html-format';

/** Every file format that rows can be handed out in. */
export const tableFormats: readonly TableFormat[] = [csvFormat, xlsxFormat, parquetFormat, htmlFormat];
