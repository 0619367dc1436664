import type { BilingualText, IsoDate, ProvinceCode } from '@lientinh/contracts';
import { defineError } from '@lientinh/errors';

/** What a code meant over one stretch of time. */
export interface CodeMeaning {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly validFrom: IsoDate;
  /** Last day; null while in force. */
  readonly validTo: IsoDate | null;
}

function otherTimesText(meanings: readonly CodeMeaning[]): BilingualText {
  if (meanings.length === 0) {
    return {
      vi: 'Không đơn vị cấp tỉnh nào từng mang mã này; mã có hai chữ số, ví dụ 01 là Hà Nội.',
      en: 'No province ever bore this code; codes have two digits, for example 01 for Hanoi.',
    };
  }
  const list = (one: (meaning: CodeMeaning) => string): string => meanings.map(one).join('; ');
  return {
    vi: `Mã này là ${list((m) => `${m.nameVi} từ ${m.validFrom}${m.validTo === null ? '' : ` đến ${m.validTo}`}`)}. Hãy nêu một ngày trong thời gian đó.`,
    en: `The code was ${list((m) => `${m.nameEn} from ${m.validFrom}${m.validTo === null ? '' : ` to ${m.validTo}`}`)}. Name a day within that time.`,
  };
}

/** A code that no province bore on the day. `otherTimes` says what it meant when it meant something. */
export const provinceUnknown = defineError<{
  code: ProvinceCode;
  on: IsoDate;
  otherTimes: readonly CodeMeaning[];
}>({
  code: 'PROVINCE_UNKNOWN',
  status: 404,
  meaning:
    'No province bore the code on the day asked for (a year means its 30 June). `otherTimes` lists what it meant before or after.',
  message: ({ code, on, otherTimes }) => {
    const text = otherTimesText(otherTimes);
    return {
      vi: `Không có đơn vị cấp tỉnh nào mang mã "${code}" vào ngày ${on}. ${text.vi}`,
      en: `No province bore code "${code}" on ${on}. ${text.en}`,
    };
  },
});
