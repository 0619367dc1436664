import { Command, Option } from 'commander';
import { doctorCommand } from './commands/doctor';
import { exportCommand } from './commands/export';
import { publishCommand, type PublishOptions } from './commands/publish';
import { queryCommand } from './commands/query';
import { tokenCommand } from './commands/token';
import type { VerifyOptions } from './commands/verify';
import { DATASET_SLUGS } from './dataset-names';
import type { ExitStatus, Terminal } from './terminal';

/** The command line; `end` hears how a command ended. */
export function createProgram(terminal: Terminal, end: (status: ExitStatus) => void): Command {
  const program = new Command('lientinh')
    .description(
      'Liên Tỉnh: publish, query and prove administrative reform data.\nCông bố, tra cứu và kiểm chứng dữ liệu.',
    )
    .addHelpText(
      'after',
      `
Environment | Biến môi trường:
  LIENTINH_URL             gateway (http://127.0.0.1:4000)
  OIDC_ISSUER              issuer of tokens (http://127.0.0.1:4050)
  LIENTINH_DATA            data folder of a local platform, with its clients' secrets (.data)
  LIENTINH_CLIENT_SECRET   secret of the client named by --as
  LIENTINH_LANGUAGE        vi or en, of messages (vi)
Exit status | Mã kết thúc: 0 accepted, 1 refused, 2 not sent.`,
    )
    .exitOverride();
  const run = (work: Promise<ExitStatus>): Promise<void> => work.then(end);
  program
    .command('token <client>')
    .description('Print a bearer token of a client. | In mã truy cập.')
    .action((client: string) => run(tokenCommand(terminal, client)));
  addPublish(program, terminal, run);
  program
    .command('query <file-or-text>')
    .description('Send a GraphQL operation and print its data. | Gửi câu truy vấn GraphQL.')
    .option('--variables <json-or-file>', 'variables of the operation')
    .option('--as <client>', 'in the name of a client; everybody may read what is published')
    .action((text: string, options: { variables?: string; as?: string }) => run(queryCommand(terminal, text, options)));
  program
    .command('export <dataset>')
    .description(`The ledger of a data set as JSON lines (${DATASET_SLUGS.join(', ')}). | Xuất sổ cái.`)
    .option('--output <file>', 'write a file, whole or not at all')
    .action((dataset: string, options: { output?: string }) => run(exportCommand(terminal, dataset, options)));
  program
    .command('verify [receipt]')
    .description(
      'Prove a signed receipt, an exported ledger, or the one against the other. | Kiểm chứng biên nhận, sổ cái.',
    )
    .option('--ledger <file>', 'ledger exported before; walked entry by entry')
    .option('--file <file>', 'the file that was published, to be compared with what the receipt proves')
    .option('--keys <file-or-address>', "the platform's public keys (default: /receipt-keys of the gateway)")
    .action((receipt: string | undefined, options: VerifyOptions) => run(prove(terminal, receipt, options)));
  program
    .command('doctor')
    .description('Look at Node.js, ports, gateway, subgraphs, clocks and tokens. | Kiểm tra môi trường.')
    .option('--as <client>', 'client to ask a token for (analyst)')
    .action((options: { as?: string }) => run(doctorCommand(terminal, options)));
  return program;
}

function addPublish(program: Command, terminal: Terminal, run: (work: Promise<ExitStatus>) => Promise<void>): void {
  program
    .command('publish <dataset> <file>')
    .description(
      `Publish a file: ${DATASET_SLUGS.join(', ')}. | Công bố một tệp (CSV, NDJSON, JSON; kế hoạch: văn bản).`,
    )
    .requiredOption('--as <client>', 'publisher, for example papi or kon-tum')
    .option('--dry-run', 'check and report, write nothing')
    .option('--key <key>', 'idempotency key (default: from file and parameters, so that repeating is safe)')
    .option('--index <code>', 'scores: PAPI, PCI, PAR_INDEX, SIPAS or DTI')
    .option('--year <year>', 'scores: the year; a file with a column "year" becomes one publication for each year')
    .addOption(new Option('--status <status>', 'scores').choices(['PUBLISHED', 'APPRAISED', 'SELF_ASSESSED']))
    .option('--complete', 'scores: every unit that the index scores in that year is in the file')
    .option('--province <code>', 'the province that the data is about, for example 62')
    .option('--as-of <date>', 'procedures: the day of the catalogue')
    .option('--plan <id>', 'task-progress: the plan')
    .option('--reported-on <date>', 'task-progress: the day of the report')
    .option('--document <name>', 'title of the source document')
    .option('--url <address>', 'address of the source')
    .option('--parameter <name=value...>', 'any other parameter that the data set takes')
    .option('--json', 'print the receipt as JSON (keep it as evidence)')
    .action((dataset: string, file: string, options: PublishOptions) =>
      run(publishCommand(terminal, dataset, file, options)),
    );
}

/** Loads what proofs need (the platform's own rules) only when something is to be proven: the other commands start at once. */
async function prove(terminal: Terminal, receipt: string | undefined, options: VerifyOptions): Promise<ExitStatus> {
  const { verifyCommand } = await import('./commands/verify.js');
  return verifyCommand(terminal, receipt, options);
}
