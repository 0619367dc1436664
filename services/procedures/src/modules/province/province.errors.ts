import { defineError } from '@lientinh/errors';

export const provincesMissing = defineError({
  code: 'COMPARED_PROVINCES_MISSING',
  status: 400,
  meaning: 'A comparison of catalogues or dossiers names no province.',
  message: () => ({ vi: 'Cần nêu ít nhất một mã tỉnh.', en: 'Name at least one province code.' }),
});

export const provincesTooMany = defineError<{ count: number; limit: number }>({
  code: 'COMPARED_PROVINCES_TOO_MANY',
  status: 400,
  meaning: 'A comparison of catalogues or dossiers names more provinces than it takes.',
  message: ({ count, limit }) => ({
    vi: `${count} mã tỉnh vượt giới hạn ${limit}.`,
    en: `${count} province codes exceed the limit of ${limit}.`,
  }),
});

export const provinceNamedTwice = defineError<{ code: string }>({
  code: 'COMPARED_PROVINCE_TWICE',
  status: 400,
  meaning: 'A comparison of catalogues or dossiers names a province twice.',
  message: ({ code }) => ({
    vi: `Mã tỉnh "${code}" được nêu hai lần; mỗi tỉnh là một cột.`,
    en: `Province code "${code}" is named twice; every province is one column.`,
  }),
});
