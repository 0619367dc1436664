import { readPlan, type TargetReading } from '../src';
import { optionsFor, planWith } from './support/options';

function targetsOf(body: string): TargetReading[] {
  return [...readPlan(planWith(body), optionsFor()).targets];
}

const brief = (target: TargetReading) => [target.metric, target.comparator, target.value, target.unit];

describe('targets', () => {
  it('reads the comparing word as printed', () => {
    const targets = targetsOf(
      [
        '- 100% thủ tục hành chính được giải quyết theo cơ chế một cửa;',
        '- Tối thiểu 60% thủ tục hành chính được cung cấp trực tuyến mức độ 3, 4;',
        '- Mức độ hài lòng của người dân về giải quyết thủ tục hành chính đạt trên 85%;',
        '- Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn đạt từ 95% trở lên.',
      ].join('\n'),
    );
    expect(targets.map(brief)).toEqual([
      ['ONE_STOP_COVERAGE', 'EQ', 100, 'PERCENT'],
      ['ONLINE_SERVICE_L3_L4_SHARE', 'GTE', 60, 'PERCENT'],
      ['SATISFACTION_PROCEDURES', 'GT', 85, 'PERCENT'],
      ['ON_TIME_DOSSIER_SHARE', 'GTE', 95, 'PERCENT'],
    ]);
    expect(targets.map((target) => target.lines.from)).toEqual([8, 9, 10, 11]);
  });

  it('lets one «tối thiểu» cover a list, told apart by level', () => {
    const targets = targetsOf(
      '- Tối thiểu 80% hồ sơ công việc tại cấp tỉnh, 60% hồ sơ công việc tại cấp huyện và 30% hồ sơ công việc tại cấp xã được xử lý trên mạng.',
    );
    expect(targets.map(brief)).toEqual([
      ['ONLINE_WORK_FILE_SHARE', 'GTE', 80, 'PERCENT'],
      ['ONLINE_WORK_FILE_SHARE', 'GTE', 60, 'PERCENT'],
      ['ONLINE_WORK_FILE_SHARE', 'GTE', 30, 'PERCENT'],
    ]);
    expect(targets.map((target) => target.scope)).toEqual(['cấp tỉnh', 'cấp huyện', 'cấp xã']);
  });

  it('keeps two online levels of one sentence apart', () => {
    const targets = targetsOf(
      '- 40% thủ tục hành chính ở mức độ 3 trở lên, trong đó có 15% thủ tục hành chính ở mức độ 4.',
    );
    expect(targets.map(brief)).toEqual([
      ['ONLINE_SERVICE_L3_L4_SHARE', 'EQ', 40, 'PERCENT'],
      ['ONLINE_SERVICE_L4_SHARE', 'EQ', 15, 'PERCENT'],
    ]);
  });

  it('takes the line of the figure where a page break cuts the sentence', () => {
    const [target] = targetsOf(
      '- Nâng cao chất lượng phục vụ tại bộ phận một cửa để mức độ hài lòng của người\n\ndân về giải quyết thủ tục hành chính đạt 90%.',
    );
    expect(target?.lines).toEqual({ from: 10, to: 10 });
    expect(target?.metric).toBe('SATISFACTION_PROCEDURES');
  });

  it('records only a printed deadline, and no base year', () => {
    const targets = targetsOf(
      '- Thực hiện mục tiêu đến năm 2021: Giảm 10% đơn vị sự nghiệp công lập; giảm tối thiểu 5% biên chế công chức so với năm 2015.\n- Giảm 3% biên chế công chức so với năm 2015.',
    );
    expect(targets.map((target) => target.deadline)).toEqual(['2021-12-31', '2021-12-31', null]);
    expect(targets.map((target) => target.metric)).toEqual([
      'PSU_REDUCTION_SHARE',
      'STAFF_REDUCTION_SHARE',
      'STAFF_REDUCTION_SHARE',
    ]);
  });

  it('finds a deadline and «trở lên» printed behind the figure', () => {
    const targets = targetsOf(
      '- 60% hồ sơ công việc được xử lý trên mạng đến cuối năm 2021.\n- Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn đạt 95% kế hoạch trở lên.',
    );
    expect(targets.map((target) => [target.deadline, target.comparator])).toEqual([
      ['2021-12-31', 'EQ'],
      [null, 'GTE'],
    ]);
  });

  it('does not lend a rank gain to another index of the sentence', () => {
    const targets = targetsOf('- Chỉ số cải cách hành chính tăng 2 bậc; Chỉ số PCI tăng 3 bậc.');
    expect(targets.map((target) => target.metric)).toEqual(['PAR_INDEX_RANK_GAIN', null]);
  });

  it('reads ranks, rank gains and counts', () => {
    const targets = targetsOf(
      [
        '- Phấn đấu Chỉ số cải cách hành chính (PAR INDEX) của tỉnh thuộc nhóm 20 địa phương dẫn đầu cả nước.',
        '- Tăng ít nhất 03 bậc trên bảng xếp hạng Chỉ số cải cách hành chính.',
        '- Áp dụng hệ thống quản lý chất lượng tại 12 xã và 02 huyện.',
      ].join('\n'),
    );
    expect(targets.map(brief)).toEqual([
      ['PAR_INDEX_RANK', 'LTE', 20, 'RANK'],
      ['PAR_INDEX_RANK_GAIN', 'GTE', 3, 'RANK_STEP'],
      ['ISO_UNIT_COUNT', 'EQ', 12, 'COUNT'],
      ['ISO_UNIT_COUNT', 'EQ', 2, 'COUNT'],
    ]);
  });

  it('takes no target from frequencies, levels, ages, standards or results of earlier years', () => {
    const targets = targetsOf(
      [
        '- Tổ chức đối thoại 3 tháng/lần; công khai bằng 2 hình thức; liên thông 4 cấp.',
        '- Cán bộ dưới 50 tuổi; tiêu chuẩn ISO 9001:2015; dịch vụ công mức độ 3, 4.',
        '- Năm 2018 đạt 70% thủ tục hành chính theo cơ chế một cửa.',
      ].join('\n'),
    );
    expect(targets).toEqual([]);
  });

  it('keeps a figure of an unknown subject without a metric, and says so', () => {
    const reading = readPlan(planWith('- Bảo đảm 75% khách tham quan được tặng quà lưu niệm.'), optionsFor());
    expect(reading.targets).toMatchObject([{ metric: null, value: 75 }]);
    expect(reading.findings.map((entry) => entry.code)).toContain('TARGET_WITHOUT_METRIC');
  });

  it('takes the area from the printed section, else from the subject', () => {
    const targets = targetsOf(
      [
        '- Tối thiểu 30% cơ quan được kiểm tra cải cách hành chính.',
        '2. Cải cách thể chế',
        '- 100% văn bản quy phạm pháp luật được rà soát.',
      ].join('\n'),
    );
    expect(targets.map((target) => [target.area, target.areaBasis])).toEqual([
      ['STEERING', 'TOPIC'],
      ['INSTITUTIONS', 'SECTION'],
    ]);
  });
});
