import type { BilingualText } from '@lientinh/contracts';
import type { RowScope, RowsPlan } from '../../plan/plan';

/** Which rows and figures are there, and which are not, because of who asked. */
export function rightsNotes(scope: RowScope, plan: Pick<RowsPlan, 'set' | 'datasets'>): readonly BilingualText[] {
  return [...provinceNote(scope, plan), ...datasetNote(scope), ...unpublishedNote(scope, plan)];
}

function provinceNote({ provinceCode }: RowScope, { set }: Pick<RowsPlan, 'set'>): readonly BilingualText[] {
  if (provinceCode === null || set.set.provinceColumn === null) return [];
  return [
    {
      vi: `Chỉ có các dòng về tỉnh mã ${provinceCode}: khóa đã dùng thuộc tỉnh này. Dòng của tỉnh khác không có trong bảng.`,
      en: `Only rows about province ${provinceCode}, which the key is for. Rows of other provinces are left out.`,
    },
  ];
}

function datasetNote({ datasets }: RowScope): readonly BilingualText[] {
  if (datasets === null) return [];
  const names = datasets.join(', ');
  return [{ vi: `Khóa đã dùng chỉ xem các bộ dữ liệu ${names}.`, en: `The key reads the data sets ${names} only.` }];
}

/** Only scores have figures that are not for everybody. */
function unpublishedNote(
  { unpublished }: RowScope,
  { datasets }: Pick<RowsPlan, 'datasets'>,
): readonly BilingualText[] {
  if (!datasets.includes('SCORES')) return [];
  if (unpublished === 'NONE')
    return [
      {
        vi: 'Không có điểm tự chấm chưa công bố của tỉnh nào: chỉ tỉnh đó và Bộ được xem.',
        en: 'Unpublished self-assessed scores are left out: only the province itself and the ministry see them.',
      },
    ];
  if (unpublished === 'EVERY_PROVINCE')
    return [
      {
        vi: 'CÓ điểm tự chấm chưa công bố của các tỉnh: không chia sẻ tệp này ra ngoài.',
        en: 'Has unpublished self-assessed scores of the provinces: do not pass this file on.',
      },
    ];
  const codes = unpublished.join(', ');
  return [
    {
      vi: `CÓ điểm tự chấm chưa công bố của tỉnh ${codes}, không có của tỉnh khác: không chia sẻ tệp này ra ngoài.`,
      en: `Has unpublished self-assessed scores of province ${codes} and of no other: do not pass this file on.`,
    },
  ];
}
