import fc from 'fast-check';
import { createModel } from '../model';
import { smallContract } from '../../tests/support/small-contract';
import { withExactNumbersAsText } from './exact-numbers';

const model = createModel(smallContract, 'en');
const setOf = (name: string) => {
  const found = model.sets.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};
const rewrite = withExactNumbersAsText(model, setOf('Measures'), 'Scores');

describe('exact numbers in an expansion', () => {
  it.each([
    [
      '[{"Id":"a","Value":12.3400,"Answers":7,"Year":2024}]',
      '[{"Id":"a","Value":"12.3400","Answers":"7","Year":2024}]',
    ],
    ['[{"Value":null,"Answers":-9007199254740993}]', '[{"Value":null,"Answers":"-9007199254740993"}]'],
    [
      '[{"Note":"\\"Value\\":1.5, {[","Value":0.5,"Final":true}]',
      '[{"Note":"\\"Value\\":1.5, {[","Value":"0.5","Final":true}]',
    ],
    [
      '[{"Measure":{"Scores":[{"Answers":1}],"Scores@odata.count":1},"Answers":2,"Year":3}]',
      '[{"Measure":{"Scores":[{"Answers":"1"}],"Scores@odata.count":"1"},"Answers":"2","Year":3}]',
    ],
    ['[{"Mean":1.50,"Year":3}]', '[{"Mean":"1.50","Year":3}]'],
    ['[]', '[]'],
    ['null', 'null'],
  ])('%s', (json, expected) => expect(rewrite(json)).toBe(expected));

  it('are all that changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ Id: fc.string(), Note: fc.option(fc.string()), Year: fc.integer(), Value: fc.integer() })),
        (rows) => {
          const expected = rows.map((row) => ({ ...row, Value: String(row.Value) }));
          expect(JSON.parse(rewrite(JSON.stringify(rows)))).toEqual(expected);
        },
      ),
    );
  });
});
