import { foldKeepingLength } from '../text/fold';
import { readLegalReferences } from './legal-references';

function read(...lines: readonly string[]) {
  return readLegalReferences(
    lines.map((text, index) => ({ text, folded: foldKeepingLength(text), lineAt: () => index + 1 })),
  );
}

const numbersOf = (...lines: readonly string[]) => read(...lines).references.map((reference) => reference.number);

describe('readLegalReferences', () => {
  it('reads number, kind and the date printed beside it', () => {
    expect(read('theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ').references).toEqual([
      expect.objectContaining({
        number: '61/2018/NĐ-CP',
        kind: 'DECREE',
        issuedOn: '2018-04-23',
        citedAt: [{ from: 1, to: 1 }],
      }),
    ]);
  });

  it.each([
    ['225/QĐ-TTg', 'DECISION'],
    ['35/NQ-CP', 'RESOLUTION'],
    ['18-NQ/TW', 'RESOLUTION'],
    ['26/CT-TTg', 'DIRECTIVE'],
    ['202/TB-VPCP', 'NOTICE'],
    ['99/CTr-UBND', 'PROGRAMME'],
    ['6459/BNV-CCHC', 'OFFICIAL_LETTER'],
    ['05/2019/TT-BNV', 'CIRCULAR'],
    ['17-KL/TW', 'OTHER'],
  ])('knows the kind of %s', (number, kind) => {
    expect(read(`Văn bản ${number} nêu trên`).references).toMatchObject([{ number, kind }]);
  });

  it('drops the blanks OCR puts into a number', () => {
    expect(numbersOf('Chỉ thị số 26/CT- TTg và Kế hoạch 136 /KH-UBND')).toEqual(['26/CT-TTg', '136/KH-UBND']);
  });

  it('stops a number at a dash of the sentence', () => {
    expect(numbersOf('Quyết định số 45/QĐ-UBND - Sở Nội vụ chủ trì')).toEqual(['45/QĐ-UBND']);
  });

  it('keeps one entry per number with every place cited, and a later date', () => {
    const { references } = read('Nghị định 108/2014/NĐ-CP', 'Nghị định số 108/2014/NĐ-CP ngày 20 tháng 11 năm 2014');
    expect(references).toHaveLength(1);
    expect(references[0]).toMatchObject({
      issuedOn: '2014-11-20',
      citedAt: [
        { from: 1, to: 1 },
        { from: 2, to: 2 },
      ],
    });
  });

  it('shares the date printed before a list of numbers', () => {
    const { references } = read(
      'theo các Nghị quyết ngày 25/10/2017 của Trung ương: Số 18-NQ/TW về bộ máy; số 19-NQ/TW về đơn vị',
    );
    expect(references.map((reference) => reference.issuedOn)).toEqual(['2017-10-25', '2017-10-25']);
  });

  it('does not share the date of another number', () => {
    const { references } = read('Nghị định số 16/2015/NĐ-CP ngày 14/2/2015: số 54/2016/NĐ-CP hướng dẫn');
    expect(references.map((reference) => reference.issuedOn)).toEqual(['2015-02-14', null]);
  });

  it('reports one number with two dates, and keeps the first', () => {
    const { references, findings } = read('Quyết định 75/QĐ-BCĐ ngày 14/4/2019', 'Quyết định 75/QĐ-BCĐ ngày 24/4/2019');
    expect(references[0]?.issuedOn).toBe('2019-04-14');
    expect(findings).toMatchObject([
      {
        code: 'LEGAL_REFERENCE_TWO_DATES',
        lines: [
          { from: 1, to: 1 },
          { from: 2, to: 2 },
        ],
      },
    ]);
  });

  it("reads a Party number with its parts swapped as the Party's own number", () => {
    const { references, findings } = read('Nghị quyết số 02-NQ/TU', 'Nghị quyết 02/NQ-TU');
    expect(references.map((reference) => reference.number)).toEqual(['02-NQ/TU']);
    expect(findings.map((entry) => entry.code)).toEqual(['LEGAL_REFERENCE_TWO_SPELLINGS']);
  });

  it('reads laws by name, whatever commas, capitals and abbreviations are printed', () => {
    const { references } = read(
      'Luật Phòng chống tham nhũng; Luật ban hành VBQPPL và Luật Sửa đổi, bổ sung một số điều của Luật Ban hành VBQPPL',
      'Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015',
    );
    expect(references.map((reference) => [reference.title, reference.issuedOn])).toEqual([
      ['Luật Phòng, chống tham nhũng', null],
      ['Luật Ban hành văn bản quy phạm pháp luật', null],
      ['Luật Sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật', null],
      ['Luật Tổ chức chính quyền địa phương', '2015-06-19'],
    ]);
  });

  it('does not take other words with «luật» for laws', () => {
    expect(read('thi hành pháp luật; kỷ luật; Luật sư; quy luật').references).toEqual([]);
  });

  it('leaves out standards and instruments without a number', () => {
    expect(read('TCVN ISO 9001:2015; Chỉ thị của UBND tỉnh; các nghị quyết Trung ương 6').references).toEqual([]);
  });
});
