import Table from 'cli-table3';
import type { BulkReceipt } from '@lientinh/publishing';
import { say, type Terminal } from '../terminal';

/** A receipt of either door; that of GraphQL knows no lines. */
export type ShownReceipt = Pick<BulkReceipt, 'status' | 'acceptedRows' | 'replayed' | 'signed'> & {
  readonly publication: Pick<NonNullable<BulkReceipt['publication']>, 'id' | 'ledgerSequence' | 'ledgerHash'> | null;
  readonly problems: readonly (Omit<BulkReceipt['problems'][number], 'line' | 'column'> & {
    readonly line?: number | null;
    readonly column?: number | null;
  })[];
  readonly problemCounts?: Readonly<Record<string, number>>;
};

const TABLE_ROWS = 50;

/** Tells a person what became of a publication. */
export function showReceipt(terminal: Terminal, label: string, receipt: ShownReceipt): void {
  const { status, acceptedRows, publication } = receipt;
  if (status === 'REJECTED') {
    showProblems(terminal, label, receipt);
    return;
  }
  if (status === 'RETRACTED') {
    const text = say(
      terminal,
      'đã công bố trước đó và đã thu hồi; chưa ghi gì. Muốn công bố lại, dùng khóa mới: --key',
      'was published before and retracted; nothing was written. To publish it again, give a new key: --key',
    );
    terminal.out(`${label}: ${publication?.id ?? ''} ${text}`);
    return;
  }
  if (publication === null) {
    const text = say(terminal, 'chạy thử: hợp lệ, chưa ghi', 'dry run: sound, nothing written');
    terminal.out(`${label}: ${text} (${acceptedRows} ${say(terminal, 'dòng', 'rows')})`);
    return;
  }
  const again = receipt.replayed ? say(terminal, ', đã nhận trước đó', ', accepted before') : '';
  const place = `${say(terminal, 'sổ cái', 'ledger')} ${publication.ledgerSequence} ${publication.ledgerHash}`;
  terminal.out(`${label}: ${publication.id} (${acceptedRows} ${say(terminal, 'dòng', 'rows')}${again}), ${place}`);
}

function showProblems(terminal: Terminal, label: string, { problems, problemCounts = {} }: ShownReceipt): void {
  terminal.out(`${label}: ${say(terminal, 'bị từ chối, chưa ghi gì', 'rejected, nothing was written')}`);
  for (const [code, count] of Object.entries(problemCounts)) terminal.out(`  ${code}: ${count}`);
  const head = [
    say(terminal, 'Dòng', 'Line'),
    say(terminal, 'Cột', 'Column'),
    say(terminal, 'Mã', 'Code'),
    say(terminal, 'Giá trị', 'Value'),
    say(terminal, 'Lý do', 'Reason'),
  ];
  const table = new Table({ head, style: { head: [], border: [] }, wordWrap: true, colWidths: [8, 24, 28, 20, 70] });
  for (const { line, row, path, code, value, message } of problems.slice(0, TABLE_ROWS)) {
    const place = line ?? (row === null ? null : row + 1);
    table.push([place === null ? '' : String(place), path, code, value ?? '', message]);
  }
  terminal.out(table.toString());
  const more = problems.length - TABLE_ROWS;
  if (more > 0) terminal.out(say(terminal, `… và ${more} vấn đề nữa (--json)`, `… and ${more} more problems (--json)`));
}
