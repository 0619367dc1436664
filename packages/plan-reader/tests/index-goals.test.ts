import { readPlan } from '../src';
import { optionsFor, planWith } from './support/options';

const TITLE = 'Nâng cao Chỉ số PAPI và Chỉ số PAR INDEX tỉnh Đắk Lắk năm 2020';

function readGoals(...lines: readonly string[]) {
  return readPlan(planWith(lines.join('\n'), TITLE), optionsFor());
}

const codes = (reading: ReturnType<typeof readGoals>) => reading.findings.map((entry) => entry.code);

describe('index goals', () => {
  it('calls a plan that raises indices an index improvement plan', () => {
    expect(readGoals('').kind).toBe('INDEX_IMPROVEMENT_PLAN');
  });

  it('reads baseline and goal of a dimension by rank', () => {
    const { indexGoals } = readGoals(
      '2. Về Chỉ số PAPI',
      '2.1. Nội dung "Công khai, minh bạch"',
      'Mục tiêu: Tiếp tục nâng cao so với năm 2019 (năm 2019 đạt 5,26 điểm, xếp hạng 31/63) và phấn đấu xếp hạng 28/63 năm 2020.',
    );
    expect(indexGoals).toMatchObject([
      {
        index: 'PAPI',
        level: 'DIMENSION',
        criterion: 'Công khai, minh bạch',
        section: '2.1',
        baselineYear: 2019,
        baselineScore: 5.26,
        baselineRank: 31,
        targetYear: 2020,
        targetRank: 28,
        rankedAmong: 63,
        comparator: 'LTE',
      },
    ]);
  });

  const PART = ['2. Về Chỉ số PAR INDEX', '2.1. Nội dung "Chỉ đạo, điều hành"'];

  it('reads scores over their maxima, of a dimension and its criteria', () => {
    const { indexGoals, targets } = readGoals(
      ...PART,
      'a) Mục tiêu cụ thể: Đạt tối thiểu từ 8,5/9 điểm trở lên (*năm 2019 đạt 7,5/9 điểm*), gồm:',
      '- Thực hiện chế độ báo cáo (*đạt 90%*): 01 điểm (*năm 2019 chỉ đạt 0/01 điểm*).',
    );
    expect(indexGoals).toMatchObject([
      { level: 'DIMENSION', baselineScore: 7.5, baselineMax: 9, targetScore: 8.5, targetMax: 9, comparator: 'GTE' },
      {
        level: 'CRITERION',
        criterion: 'Thực hiện chế độ báo cáo',
        baselineScore: 0,
        baselineMax: 1,
        targetScore: 1,
        targetMax: null,
      },
    ]);
    expect(targets).toMatchObject([{ value: 90, statedIn: 'CRITERION' }]);
  });

  it('takes the goal as baseline where it equals the score reached', () => {
    const { indexGoals } = readGoals(...PART, 'Mục tiêu: Đạt từ 13,3/16,5 điểm (*bằng mức điểm đạt được năm 2019*).');
    expect(indexGoals).toMatchObject([
      { baselineYear: 2019, baselineScore: 13.3, baselineMax: 16.5, targetScore: 13.3 },
    ]);
  });

  it('reports criteria that lose more than the dimension misses, and goals above the maximum', () => {
    const reading = readGoals(
      ...PART,
      'Mục tiêu: Đạt 8,5/9 điểm (năm 2019 đạt 8/9 điểm).',
      '- Báo cáo: 01 điểm (năm 2019 đạt 0/01 điểm).',
      '- Kiểm tra: 01 điểm (năm 2019 đạt 0/01 điểm).',
    );
    expect(codes(reading)).toEqual(expect.arrayContaining(['INDEX_GOAL_LOSS_MISMATCH', 'INDEX_GOAL_ABOVE_MAXIMUM']));
    const mismatch = reading.findings.find((entry) => entry.code === 'INDEX_GOAL_LOSS_MISMATCH');
    expect(mismatch?.message.vi).toContain('thiếu 1 điểm');
    expect(mismatch?.message.vi).toContain('tổng cộng 2 điểm');
  });

  it('reports a goal that its parts cannot reach', () => {
    const reading = readGoals(
      ...PART,
      'Mục tiêu: Đạt 8,5/9 điểm (năm 2019 đạt 7/9 điểm).',
      '- Báo cáo: 0,5 điểm (năm 2019 đạt 0/01 điểm).',
    );
    expect(codes(reading)).toContain('INDEX_GOAL_OUT_OF_REACH');
  });

  it('says nothing of goals that add up', () => {
    const reading = readGoals(
      ...PART,
      'Mục tiêu: Đạt 8/9 điểm (năm 2019 đạt 7/9 điểm).',
      '- Báo cáo: 01 điểm (năm 2019 đạt 0/01 điểm).',
    );
    expect(codes(reading).filter((code) => code.startsWith('INDEX_GOAL'))).toEqual([]);
  });

  const TABLE_HEADER = 'STT\tKHUYẾT ĐIỂM, HẠN CHẾ\tĐƠN VỊ CHỊU TRÁCH NHIỆM\tGHI CHÚ';

  it('reads shortcomings with the agencies responsible', () => {
    const { shortcomings } = readGoals(
      TABLE_HEADER,
      'I\tNội dung "Chỉ đạo"\t\t',
      '1\tThực hiện chế độ báo cáo: đạt 0,5/1,75 điểm\tUBND các huyện, thành phố: Krông Ana, TP. Buôn Ma Thuột\t',
    );
    expect(shortcomings).toMatchObject([
      {
        number: '1',
        section: 'Chỉ đạo',
        criterion: 'Thực hiện chế độ báo cáo',
        score: 0.5,
        maxScore: 1.75,
        lines: { from: 10, to: 10 },
      },
    ]);
    expect(shortcomings[0]?.responsible.map((agency) => agency.canonicalName)).toEqual([
      'Ủy ban nhân dân huyện Krông Ana',
      'Ủy ban nhân dân thành phố Buôn Ma Thuột',
    ]);
  });

  it('reports two maxima of one criterion and a criterion the table leaves out', () => {
    const reading = readGoals(
      ...PART,
      '- Báo cáo: 01 điểm (năm 2019 đạt 0/01 điểm).',
      '- Kiểm tra: 01 điểm (năm 2019 đạt 0/01 điểm).',
      TABLE_HEADER,
      '1\tBáo cáo: 0/02 điểm\tSở Nội vụ\t',
    );
    expect(codes(reading)).toEqual(expect.arrayContaining(['CRITERION_TWO_MAXIMA', 'CRITERION_NOT_IN_SHORTCOMINGS']));
  });
});
