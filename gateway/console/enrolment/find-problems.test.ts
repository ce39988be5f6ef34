import { EMPTY_FORM, readForm } from './enrolment-form';
import { findProblems, problemsLeft } from './find-problems';
import { ENROLMENT_TEXTS } from './texts';

describe('the problems of a form', () => {
  const found = findProblems(readForm(EMPTY_FORM));

  it('are those of everything that is needed, and each has a text in each language', () => {
    expect(found).toEqual({
      party: 'needed',
      nameEn: 'needed',
      nameEs: 'needed',
      contact: 'needed',
      agencies: 'needed',
      issuer: 'needed',
    });
    for (const { problems } of Object.values(ENROLMENT_TEXTS)) expect(problems.needed).not.toBe('');
  });

  it('of a field are gone as soon as somebody types into it', () => {
    const { party: _, ...others } = found;
    expect(problemsLeft(found, EMPTY_FORM, { ...EMPTY_FORM, party: 'B' })).toEqual(others);
  });
});

describe('reading a form', () => {
  it('takes a line for each entry, cut at its first equals sign, in its plain spelling', () => {
    const form = {
      ...EMPTY_FORM,
      agencies: ' PF =  Poli\u0301cia = Federal \n\n X',
      subgraphs: 'a-b=https://x.example/?y=z',
    };
    expect(readForm(form)).toMatchObject({
      agencies: [
        { code: 'PF', name: 'Polícia = Federal' },
        { code: 'X', name: '' },
      ],
      subgraphs: [{ name: 'a-b', url: 'https://x.example/?y=z' }],
    });
  });
});
