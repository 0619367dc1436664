import { defineError } from '@lientinh/errors';

export const fileNotReadable = defineError<{ file: string; reason: string }>({
  code: 'CLI_FILE_NOT_READABLE',
  status: 400,
  meaning: 'The command line cannot read a file that it was given.',
  message: ({ file, reason }) => ({
    vi: `Không đọc được tệp ${file}: ${reason}.`,
    en: `The file ${file} cannot be read: ${reason}.`,
  }),
});

export const fileKindUnknown = defineError<{ file: string; known: string }>({
  code: 'CLI_FILE_KIND_UNKNOWN',
  status: 400,
  meaning: 'The command line does not know how to send a file with this ending.',
  message: ({ file, known }) => ({
    vi: `Không rõ cách gửi tệp ${file}: hãy dùng đuôi ${known}.`,
    en: `It is not clear how to send ${file}: use one of the endings ${known}.`,
  }),
});

export const clientUnknown = defineError<{ client: string; known: string; folder: string }>({
  code: 'CLI_CLIENT_UNKNOWN',
  status: 400,
  meaning: 'There is no secret for the client named by --as.',
  message: ({ client, known, folder }) => ({
    vi: `Không có mật khẩu của "${client}" trong ${folder}. Các bên đã biết: ${known}. Hoặc đặt LIENTINH_CLIENT_SECRET.`,
    en: `There is no secret of "${client}" in ${folder}. Known clients: ${known}. Or set LIENTINH_CLIENT_SECRET.`,
  }),
});

export const datasetUnknown = defineError<{ name: string; known: string }>({
  code: 'CLI_DATASET_UNKNOWN',
  status: 400,
  meaning: 'The data set named on the command line does not exist.',
  message: ({ name, known }) => ({
    vi: `Không có bộ dữ liệu "${name}". Các bộ dữ liệu: ${known}.`,
    en: `There is no data set "${name}". Data sets: ${known}.`,
  }),
});

export const inputNotUsable = defineError<{ what: { vi: string; en: string } }>({
  code: 'CLI_INPUT_NOT_USABLE',
  status: 400,
  meaning: 'A file or an option of the command line is not what the command needs.',
  message: ({ what }) => what,
});
