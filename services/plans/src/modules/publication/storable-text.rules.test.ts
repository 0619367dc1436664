import { unstorableTexts } from './storable-text.rules';

describe('texts that cannot be kept', () => {
  it('are found wherever they stand, by path and row', () => {
    const sent = {
      title: 'a\0b',
      tasks: [{ leads: ['Sở Nội vụ'] }, { leads: ['Sở', 'x\ud800'] }],
      number: null,
      value: 1,
    };
    expect(unstorableTexts('plan', sent).map(({ row, path, code }) => [row, path, code])).toEqual([
      [null, 'plan.title', 'PLAN_CHARACTER_INVALID'],
      [1, 'plan.tasks[1].leads[1]', 'PLAN_CHARACTER_INVALID'],
    ]);
  });

  it('are none among Vietnamese letters, whole surrogate pairs and line ends', () => {
    expect(unstorableTexts('text', 'Đắk Lắk\t\r\n😀')).toEqual([]);
  });
});
