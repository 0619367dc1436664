import fc from 'fast-check';
import { LARGEST_PLAN_CHARACTERS, LONGEST_LINE_CHARACTERS, PlanUnreadableError, readPlan } from '../src';
import { optionsFor, planWith, taskTable } from './support/options';

const BODY = [
  '- 100% thủ tục hành chính được giải quyết theo cơ chế một cửa theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.',
  taskTable(['1', 'Rà soát văn bản', 'Kế hoạch', 'Sở Tư pháp', 'Sở Nội vụ', 'Quý I/2020']),
].join('\n');

function refusalOf(text: string): PlanUnreadableError | null {
  try {
    readPlan(text, optionsFor());
    return null;
  } catch (error) {
    if (error instanceof PlanUnreadableError) return error;
    throw error;
  }
}

describe('readPlan', () => {
  it('reads the head and foot of a plan', () => {
    expect(readPlan(planWith(BODY), optionsFor())).toMatchObject({
      number: '12/KH-UBND',
      kind: 'ANNUAL_REFORM_PLAN',
      title: 'Kế hoạch Cải cách hành chính tỉnh Đắk Lắk năm 2020',
      issuer: 'Ủy ban nhân dân tỉnh',
      issuerCanonical: 'Ủy ban nhân dân tỉnh Đắk Lắk',
      province: { code: '66' },
      issuedOn: '2020-01-05',
      periodFrom: '2020-01-01',
      periodTo: '2020-12-31',
      signer: 'Trần Văn Mẫu',
      signerTitle: 'Chủ tịch',
      signerCapacity: 'TM. ỦY BAN NHÂN DÂN',
      findings: [],
    });
  });

  it('reports what the head leaves blank, and keeps the month an appendix prints', () => {
    const text = planWith(BODY)
      .replace('Số: 12/KH-UBND', 'Số: /KH-UBND')
      .replace('ngày 05 tháng 01 năm 2020', 'ngày tháng năm')
      .concat('\nPhụ lục\n(Kèm theo Kế hoạch số /KH-UBND ngày tháng 6 năm 2020 của Ủy ban nhân dân tỉnh)');
    const reading = readPlan(text, optionsFor());
    expect(reading).toMatchObject({ number: null, issuedOn: null, issuedMonth: '2020-06' });
    expect(reading.findings.map((entry) => entry.code)).toEqual(['PLAN_NUMBER_BLANK', 'PLAN_DATE_BLANK']);
  });

  it('tells the approving decision from the plan, and a period from a year', () => {
    const text = planWith(
      BODY,
      'Cải cách hành chính giai đoạn 2021-2025 tỉnh Đắk Lắk\n(Ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 07/12/2020)',
    ).replace('Số: 12/KH-UBND\n', '');
    expect(readPlan(text, optionsFor())).toMatchObject({
      number: null,
      approvingDecision: { number: '45/QĐ-UBND', issuedOn: '2020-12-07' },
      kind: 'PERIOD_PLAN',
      periodFrom: '2021-01-01',
      periodTo: '2025-12-31',
    });
  });

  it('reads report duties, one for each frequency', () => {
    const { reportDuties } = readPlan(
      planWith(
        '2. Sở Nội vụ tổng hợp, trình Ủy ban nhân dân tỉnh báo cáo Bộ Nội vụ (Báo cáo quý, gửi trước ngày 22 của tháng cuối quý; báo cáo năm, gửi trước ngày 15 tháng 12).',
      ),
      optionsFor(),
    );
    expect(reportDuties).toMatchObject([
      {
        recurrence: 'QUARTERLY',
        reporter: 'Sở Nội vụ',
        rule: { before: true, day: 22, monthOfQuarter: 3 },
        lines: { from: 8, to: 8 },
      },
      { recurrence: 'ANNUAL', reporter: 'Sở Nội vụ', rule: { before: true, day: 15, month: 12 } },
    ]);
  });

  it('gives each frequency of a list its own day', () => {
    const { reportDuties } = readPlan(
      planWith(
        '- Các sở báo cáo định kỳ hàng quý (trước ngày 10 tháng cuối quý), 6 tháng (trước ngày 08/6) và năm (trước ngày 05/12) gửi Sở Nội vụ.',
      ),
      optionsFor(),
    );
    expect(reportDuties.map((duty) => [duty.recurrence, duty.rule?.day, duty.rule?.month, duty.recipient])).toEqual([
      ['QUARTERLY', 10, null, 'Sở Nội vụ'],
      ['SIX_MONTHLY', 8, 6, 'Sở Nội vụ'],
      ['ANNUAL', 5, 12, 'Sở Nội vụ'],
    ]);
  });

  it('reads a letterhead printed in two columns', () => {
    const head =
      'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 89/KH-UBND\tĐắk Lắk, ngày 20 tháng 12 năm 2019\n';
    const text = head + planWith(BODY).split('\n').slice(2).join('\n');
    expect(readPlan(text, optionsFor())).toMatchObject({ number: '89/KH-UBND', issuedOn: '2019-12-20', findings: [] });
  });

  it('mentions an appendix that is not in the text', () => {
    const reading = readPlan(planWith('- Nhiệm vụ cụ thể được giao theo phụ lục kèm theo.'), optionsFor());
    expect(reading.findings.map((entry) => entry.code)).toContain('APPENDIX_MISSING');
  });

  it('gives the same facts for CRLF, form feeds, a byte order mark and decomposed letters', () => {
    const plain = readPlan(planWith(BODY), optionsFor());
    const crlf = readPlan(`\ufeff${planWith(BODY).replaceAll('\n', '\r\n')}`, optionsFor());
    const fed = readPlan(planWith(BODY).replace('- 100%', '\f- 100%'), optionsFor());
    const decomposed = readPlan(planWith(BODY).normalize('NFD'), optionsFor());
    expect(crlf).toEqual(plain);
    expect(fed).toEqual(plain);
    expect({ ...decomposed, findings: [] }).toEqual({ ...plain, findings: [] });
    expect(decomposed.findings.map((entry) => entry.code)).toEqual(['TEXT_NOT_NORMALISED']);
  });

  it('reads the same text to the same facts every time', () => {
    expect(readPlan(planWith(BODY), optionsFor())).toEqual(readPlan(planWith(BODY), optionsFor()));
  });
});

describe('what is no plan', () => {
  it.each([
    ['PLAN_EMPTY', ''],
    ['PLAN_EMPTY', ' \n\f\n\t\n'],
    [
      'PLAN_NOT_VIETNAMESE',
      'Plan for administrative reform of the province in 2020\n\nI. OBJECTIVES\n- 100% of procedures',
    ],
    ['PLAN_NOT_VIETNAMESE', 'KE HOACH\nCai cach hanh chinh tinh Dak Lak nam 2020'],
    ['PLAN_NOT_A_PLAN', 'QUYẾT ĐỊNH\nVề việc bổ nhiệm cán bộ của tỉnh\nĐiều 1. Bổ nhiệm ông Trần Văn Mẫu.'],
    ['PLAN_LINE_TOO_LONG', planWith('đ'.repeat(LONGEST_LINE_CHARACTERS + 1))],
    ['PLAN_TOO_LARGE', 'được '.repeat(LARGEST_PLAN_CHARACTERS / 5 + 1)],
    ['PLAN_TOO_LARGE', '\u0000'.repeat(20_000_000)],
  ])('is refused with %s', (code, text) => {
    expect(refusalOf(text)).toMatchObject({ code });
  });

  it('names the line that is too long', () => {
    expect(refusalOf(planWith('đ'.repeat(LONGEST_LINE_CHARACTERS + 1)))).toMatchObject({ line: 8 });
  });
});

describe('hostile text', () => {
  const lines = (unit: string, count = 30): string =>
    Array.from({ length: count }, () => `- ${unit.repeat(Math.floor(19_000 / unit.length))}`).join('\n');

  it.each([
    '1',
    '1,',
    '100% được ',
    'tối thiểu 100% thủ tục, ',
    'số 1/NQ-CP được, ',
    '1/2/3/đ',
    'Luật ,,,, Đưa ',
    'Luật Sửa đổi, bổ sung một số điều của ',
    '((((đ',
    'báo cáo quý được; ',
    'báo cáo gửi Sở định kỳ được ',
    'tỉnh Đường ',
    'đến năm trước ',
    '<p><b>đ',
    '"""đ',
    'Quý I, II, III, IV được ',
  ])('a line of «%s» is read to the end', (unit) => {
    const reading = readPlan(planWith(lines(unit)), optionsFor());
    expect(reading.number).toBe('12/KH-UBND');
    expect(reading.targets.length).toBeLessThanOrEqual(2_000);
  });

  it('stops at a stated number of figures and rows, and says so', () => {
    const figures = readPlan(planWith(lines('100% được ')), optionsFor());
    expect(figures.findings.map((entry) => entry.code)).toContain('TOO_MANY_QUANTITIES');
    const rows = Array.from({ length: 2_500 }, (_, index) => [
      String(index + 1),
      'Việc',
      'Báo cáo',
      'Sở Y tế',
      '',
      'Năm 2020',
    ]);
    const table = readPlan(planWith(taskTable(...rows)), optionsFor());
    expect(table.findings.map((entry) => entry.code)).toContain('TABLE_TOO_LONG');
    expect(table.tasks.length).toBeLessThan(2_000);
  });

  it('never throws anything but its own refusal, and points at lines that exist', () => {
    const piece = fc.constantFrom(
      '100%',
      'được',
      '\t',
      '\n',
      'Quý I/2020',
      'Sở Nội vụ',
      '1.',
      'II.',
      '(',
      ')',
      'năm 2019',
      '8,5/9 điểm',
      '"',
      '|',
      '<p>',
      'báo cáo',
      'số 1/QĐ-TTg',
      'TT\tNội dung\tSản phẩm\tCơ quan chủ trì\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = planWith(pieces.join(' '));
        const count = text.split('\n').length;
        const { targets, tasks, indexGoals, shortcomings, reportDuties, findings } = readPlan(text, optionsFor());
        const spans = [...targets, ...tasks, ...indexGoals, ...shortcomings, ...reportDuties].map((fact) => fact.lines);
        for (const span of [...spans, ...findings.flatMap((entry) => entry.lines)]) {
          expect(span.from).toBeGreaterThanOrEqual(1);
          expect(span.to).toBeLessThanOrEqual(count);
          expect(span.from).toBeLessThanOrEqual(span.to);
        }
      }),
      { numRuns: 150 },
    );
  });
});
