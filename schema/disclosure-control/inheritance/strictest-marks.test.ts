import { array, assert, boolean, constantFrom, property, record, subarray } from 'fast-check';
import { HANDLING_CODES, type Marks, strictestMarks, TRAFFIC_LIGHTS } from './strictest-marks';

const marks = record({
  tlp: constantFrom(...TRAFFIC_LIGHTS),
  handlingCodes: subarray([...HANDLING_CODES]),
  originators: subarray(['COL-MIGRACION', 'PAN-SNM', 'USA-HSI']),
  datasets: subarray(['cases', 'permits']),
  synthetic: boolean(),
});

describe('inherited marks', () => {
  it('are the strictest light, and all codes, originators and datasets', () => {
    const cases: Marks = {
      tlp: 'GREEN',
      handlingCodes: ['H2'],
      originators: ['PAN-SNM'],
      datasets: ['cases'],
      synthetic: false,
    };
    const permits: Marks = {
      tlp: 'AMBER_STRICT',
      handlingCodes: ['H0'],
      originators: ['COL-MIGRACION'],
      datasets: ['permits'],
      synthetic: true,
    };
    expect(strictestMarks([cases, permits])).toEqual({
      tlp: 'AMBER_STRICT',
      handlingCodes: ['H0', 'H2'],
      originators: ['COL-MIGRACION', 'PAN-SNM'],
      datasets: ['cases', 'permits'],
      synthetic: true,
    });
  });

  it('do not depend on order, repetition or grouping, and another input never loosens them', () => {
    assert(
      property(array(marks, { minLength: 1, maxLength: 5 }), marks, (inputs, more) => {
        const result = strictestMarks(inputs);
        expect(strictestMarks([...inputs].reverse())).toEqual(result);
        expect(strictestMarks([result, ...inputs])).toEqual(result);
        const wider = strictestMarks([...inputs, more]);
        expect(strictestMarks([result, more])).toEqual(wider);
        expect(TRAFFIC_LIGHTS.indexOf(wider.tlp)).toBeGreaterThanOrEqual(TRAFFIC_LIGHTS.indexOf(result.tlp));
        for (const list of ['handlingCodes', 'originators', 'datasets'] as const)
          expect(wider[list] as readonly string[]).toEqual(expect.arrayContaining([...result[list]]));
        expect(wider.synthetic || !result.synthetic).toBe(true);
      }),
    );
  });

  it('are refused where nothing or something unknown is given', () => {
    expect(() => strictestMarks([])).toThrow('no marks');
    const unknown = { tlp: 'WHITE', handlingCodes: [], originators: [], datasets: [], synthetic: false };
    expect(() => strictestMarks([unknown as unknown as Marks])).toThrow('no known kind');
  });
});
