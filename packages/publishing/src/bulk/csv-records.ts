import { ProblemReport } from '../problems';
import { fileLineTooLong, fileQuoteOpen } from './file.errors';
import { fileProblem, refuseFile, type FileRefused } from './file-problem';
import { lineBlank, lineColumns } from './row.errors';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const COMMA = 0x2c;
const QUOTE = 0x22;

/**
 * Counts records and their values in CSV bytes after the header, as PostgreSQL's COPY will see them (a quotation mark switches quoting
 * on and off; `""` does both). So a line of the wrong width is reported with all its like, where COPY would stop at the first.
 */
export class CsvRecords {
  readonly problems = new ProblemReport();
  #quoted = false;
  #commas = 0;
  #records = 0;
  #line = 2;
  #recordLine = 2;
  #recordBytes = 0;
  #lastByte = 0;
  #quoteLine = 0;

  constructor(
    private readonly columns: number,
    private readonly recordLimitBytes: number,
  ) {}

  /** Complete records so far. */
  get records(): number {
    return this.#records;
  }

  /** Whether a record took several lines. */
  get hasInnerLines(): boolean {
    return this.#line - 2 !== this.#records;
  }

  /** Throws a FileRefused when a record grows beyond the limit. */
  push(chunk: Buffer): void {
    let recordStart = 0;
    for (let place = 0; place < chunk.length; place += 1) {
      const byte = chunk[place];
      if (byte === COMMA) {
        if (!this.#quoted) this.#commas += 1;
      } else if (byte === LINE_FEED) {
        this.#line += 1;
        if (this.#quoted) continue;
        this.#recordBytes += place - recordStart;
        this.#lastByte = place === 0 ? this.#lastByte : (chunk[place - 1] ?? 0);
        this.#endRecord();
        recordStart = place + 1;
      } else if (byte === QUOTE) {
        this.#quoted = !this.#quoted;
        if (this.#quoted) this.#quoteLine = this.#line;
      }
    }
    this.#recordBytes += chunk.length - recordStart;
    this.#lastByte = chunk[chunk.length - 1] ?? this.#lastByte;
    if (this.#recordBytes > this.recordLimitBytes) throw this.#tooLong();
  }

  /** After the last chunk; throws a FileRefused for an open quotation mark. */
  end(): void {
    if (this.#quoted)
      throw refuseFile(fileProblem({ line: this.#quoteLine }, fileQuoteOpen({ line: this.#quoteLine })));
  }

  #endRecord(): void {
    const found = this.#commas + 1;
    if (found !== this.columns) this.#reportWidth(found);
    if (this.#recordBytes > this.recordLimitBytes) throw this.#tooLong();
    this.#records += 1;
    this.#commas = 0;
    this.#recordBytes = 0;
    this.#recordLine = this.#line;
  }

  #reportWidth(found: number): void {
    const blank = this.#recordBytes === 0 || (this.#recordBytes === 1 && this.#lastByte === CARRIAGE_RETURN);
    const error = blank ? lineBlank({}) : lineColumns({ found, expected: this.columns });
    this.problems.add(fileProblem({ row: this.#records, line: this.#recordLine }, error));
  }

  #tooLong(): FileRefused {
    if (this.#quoted)
      return refuseFile(fileProblem({ line: this.#quoteLine }, fileQuoteOpen({ line: this.#quoteLine })));
    const details = { line: this.#recordLine, limitBytes: this.recordLimitBytes };
    return refuseFile(fileProblem({ line: this.#recordLine }, fileLineTooLong(details)));
  }
}
