import { isIsoDate, type IsoDate, type ProvinceCode } from '@lientinh/contracts';
import { foldName } from './fold';

const REORGANISATION_2025: IsoDate = '2025-07-01';

/** Name and code of the statistics office until 2025-06-30; source: Decision 124/2004/QĐ-TTg, as used by the PAPI workbooks. */
const NAMES_UNTIL_2025: readonly (readonly [ProvinceCode, string])[] = [
  ['01', 'Hà Nội'],
  ['02', 'Hà Giang'],
  ['04', 'Cao Bằng'],
  ['06', 'Bắc Kạn'],
  ['08', 'Tuyên Quang'],
  ['10', 'Lào Cai'],
  ['11', 'Điện Biên'],
  ['12', 'Lai Châu'],
  ['14', 'Sơn La'],
  ['15', 'Yên Bái'],
  ['17', 'Hòa Bình'],
  ['19', 'Thái Nguyên'],
  ['20', 'Lạng Sơn'],
  ['22', 'Quảng Ninh'],
  ['24', 'Bắc Giang'],
  ['25', 'Phú Thọ'],
  ['26', 'Vĩnh Phúc'],
  ['27', 'Bắc Ninh'],
  ['28', 'Hà Tây'],
  ['30', 'Hải Dương'],
  ['31', 'Hải Phòng'],
  ['33', 'Hưng Yên'],
  ['34', 'Thái Bình'],
  ['35', 'Hà Nam'],
  ['36', 'Nam Định'],
  ['37', 'Ninh Bình'],
  ['38', 'Thanh Hóa'],
  ['40', 'Nghệ An'],
  ['42', 'Hà Tĩnh'],
  ['44', 'Quảng Bình'],
  ['45', 'Quảng Trị'],
  ['46', 'Thừa Thiên Huế'],
  ['48', 'Đà Nẵng'],
  ['49', 'Quảng Nam'],
  ['51', 'Quảng Ngãi'],
  ['52', 'Bình Định'],
  ['54', 'Phú Yên'],
  ['56', 'Khánh Hòa'],
  ['58', 'Ninh Thuận'],
  ['60', 'Bình Thuận'],
  ['62', 'Kon Tum'],
  ['64', 'Gia Lai'],
  ['66', 'Đắk Lắk'],
  ['67', 'Đắk Nông'],
  ['68', 'Lâm Đồng'],
  ['70', 'Bình Phước'],
  ['72', 'Tây Ninh'],
  ['74', 'Bình Dương'],
  ['75', 'Đồng Nai'],
  ['77', 'Bà Rịa - Vũng Tàu'],
  ['79', 'Hồ Chí Minh'],
  ['80', 'Long An'],
  ['82', 'Tiền Giang'],
  ['83', 'Bến Tre'],
  ['84', 'Trà Vinh'],
  ['86', 'Vĩnh Long'],
  ['87', 'Đồng Tháp'],
  ['89', 'An Giang'],
  ['91', 'Kiên Giang'],
  ['92', 'Cần Thơ'],
  ['93', 'Hậu Giang'],
  ['94', 'Sóc Trăng'],
  ['95', 'Bạc Liêu'],
  ['96', 'Cà Mau'],
];

/** Names that moved to another code on 2025-07-01 (Resolution 202/2025/QH15, Decision 19/2025/QĐ-TTg). */
const NAMES_MOVED_IN_2025: readonly (readonly [ProvinceCode, string])[] = [
  ['15', 'Lào Cai'],
  ['24', 'Bắc Ninh'],
  ['44', 'Quảng Trị'],
  ['52', 'Gia Lai'],
  ['80', 'Tây Ninh'],
  ['82', 'Đồng Tháp'],
  ['91', 'An Giang'],
];

/** Other printed forms of a name. */
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  'Đăk Lăk': 'Đắk Lắk',
  'Đăk Nông': 'Đắk Nông',
  'Bắc Cạn': 'Bắc Kạn',
};

/** Centrally-run cities before 2025; their agencies say `thành phố` where others say `tỉnh`. */
const MUNICIPALITIES = new Set(['Hà Nội', 'Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ'].map(foldName));

function codesByName(names: readonly (readonly [ProvinceCode, string])[]): ReadonlyMap<string, ProvinceCode> {
  return new Map(names.map(([code, name]) => [foldName(name), code]));
}

const CODES_UNTIL_2025 = codesByName(NAMES_UNTIL_2025);
const CODES_MOVED_IN_2025 = codesByName(NAMES_MOVED_IN_2025);
const STANDARD_FOLDED = new Map(
  Object.entries(OTHER_SPELLINGS).map(([other, name]) => [foldName(other), foldName(name)]),
);

/** Every folded province name, longest first, so that a name is not mistaken for a shorter one at its end. */
export const FOLDED_PROVINCE_NAMES: readonly string[] = [...CODES_UNTIL_2025.keys(), ...STANDARD_FOLDED.keys()].sort(
  (a, b) => b.length - a.length || (a < b ? -1 : 1),
);

/** True for a folded name of one of the five centrally-run cities of 2004–2024. */
export function isMunicipalityName(foldedName: string): boolean {
  return MUNICIPALITIES.has(foldedName);
}

/**
 * The codes that a province name has meant: one on a given day, up to two without a day (`Bắc Ninh` was 27 until
 * 2025-06-30 and is 24 since). Empty for an unknown name. A day that is not a date is ignored.
 */
export function provinceCodesNamed(name: string, on?: IsoDate): readonly ProvinceCode[] {
  const folded = foldName(name);
  const standard = STANDARD_FOLDED.get(folded) ?? folded;
  const before = CODES_UNTIL_2025.get(standard);
  if (before === undefined) return [];
  const since = CODES_MOVED_IN_2025.get(standard) ?? before;
  if (on === undefined || !isIsoDate(on)) return before === since ? [before] : [before, since];
  return [on < REORGANISATION_2025 ? before : since];
}
