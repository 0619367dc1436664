import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows of a CSV text (RFC 4180, header row) as objects. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (character === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  const [header, ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])));
}

/** The catalogue of metrics (metrics.csv). */
export function loadMetrics(sharedFolder) {
  return parseCsv(readFileSync(join(sharedFolder, 'data/reference/metrics.csv'), 'utf8')).map((row) => ({
    code: row.code,
    unit: row.unit,
    usualArea: row.usual_area,
  }));
}

/** Looks province names up in provinces.csv on a day. */
export function loadProvinces(sharedFolder) {
  const rows = parseCsv(readFileSync(join(sharedFolder, 'data/reference/provinces.csv'), 'utf8'));
  return {
    resolve(name, on) {
      const day = on ?? '2020-01-01';
      const row = rows.find(
        (candidate) =>
          candidate.name_vi.toLowerCase() === name.toLowerCase() &&
          candidate.valid_from <= day &&
          (candidate.valid_to === '' || day <= candidate.valid_to),
      );
      return row === undefined ? null : { code: row.code, name: row.name_vi };
    },
  };
}
