import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { defineError } from '@lientinh/errors';

/** What `npm start` was asked for. */
export interface PlatformOptions {
  /** Where the database, keys and logs are kept. */
  readonly dataFolder: string;
  /** Folder of published files to publish too (`../shared/data`), or null. */
  readonly publishedData: string | null;
  /** Folder of plan documents to publish too (`../shared/documents`), or null. */
  readonly planDocuments: string | null;
  /** Added to every port: a second platform beside the first. */
  readonly portOffset: number;
  readonly help: boolean;
  /** What the platform was started with; its processes inherit it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const argumentsInvalid = defineError<{ reason: string }>({
  code: 'ARGUMENTS_INVALID',
  status: 400,
  meaning: 'The command was called with arguments that it does not know.',
  message: ({ reason }) => ({ vi: `${reason}. Xem: npm start -- --help`, en: `${reason}. See: npm start -- --help` }),
});

export const HELP = `npm start -- [options]      Khởi động toàn bộ Liên Tỉnh trên máy này · starts all of Liên Tỉnh on this machine

  --data FOLDER          also publish the whole files below FOLDER/published (PAPI, PCI), through the public door
                         công bố thêm các tệp PAPI, PCI đầy đủ
  --documents FOLDER     also publish the plans in FOLDER (<province>-….txt), read by the platform
                         công bố thêm các kế hoạch dạng văn bản trong thư mục
  --data-folder FOLDER   where the database, keys and logs are kept (default .data; LIENTINH_DATA)
                         nơi lưu cơ sở dữ liệu, khóa và nhật ký
  --port-offset N        added to every port, for a second platform beside the first (LIENTINH_PORT_OFFSET)
                         cộng N vào mọi cổng
  --help                 this text

Environment: AGENCIES_DATABASE_URL, INDICATORS_DATABASE_URL, PLANS_DATABASE_URL, PROCEDURES_DATABASE_URL,
PUBLICATIONS_DATABASE_URL and CONNECTOR_DATABASE_URL name databases of your own; when all are set, no PostgreSQL is started here.
The connector reads the views of the first five by BI_AGENCIES_URL and so on; a login for it is made where they are not set.`;

/** Reads the command line; throws ARGUMENTS_INVALID. Folders are relative to `workingFolder`. */
export function readOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): PlatformOptions {
  const values = parse(argv);
  const offset = Number(values['port-offset'] ?? env['LIENTINH_PORT_OFFSET'] ?? 0);
  if (!Number.isInteger(offset) || offset < 0 || offset > 60_000)
    throw argumentsInvalid({ reason: '--port-offset must be a whole number' });
  return {
    dataFolder: resolve(workingFolder, values['data-folder'] ?? env['LIENTINH_DATA'] ?? '.data'),
    publishedData: values.data === undefined ? null : join(resolve(workingFolder, values.data), 'published'),
    planDocuments: values.documents === undefined ? null : resolve(workingFolder, values.documents),
    portOffset: offset,
    help: values.help ?? false,
    environment: env,
  };
}

interface Values {
  readonly data?: string | undefined;
  readonly documents?: string | undefined;
  readonly 'data-folder'?: string | undefined;
  readonly 'port-offset'?: string | undefined;
  readonly help?: boolean | undefined;
}

function parse(argv: readonly string[]): Values {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        documents: { type: 'string' },
        'data-folder': { type: 'string' },
        'port-offset': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw argumentsInvalid({ reason: (error as Error).message.split('\n')[0] ?? 'unknown argument' });
  }
}
