import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { QUESTION_ERRORS } from './access/question/question-refusals';
import { ACTION_PLAN_ERRORS } from './action-plan-errors';
import { ANSWER_ERRORS } from './answer-errors';
import { ENROLMENT_ERRORS } from './enrolment/enrolment-refusals';
import { ERRORS, type ErrorCode, errorMessage, requestError } from './errors';
import { EVIDENCE_ERRORS } from './evidence/evidence-refusals';
import { EXPORT_ERRORS } from './export-errors';
import { GOVERNANCE_ERRORS } from './governance-errors';
import { IDENTITY_ERRORS } from './identity/identity-refusals';
import { LANGUAGES } from './localized-text';
import { OUTBOUND_ERRORS } from './outbound/outbound-refusals';
import { PROBE_ERRORS } from './probe-errors';
import { RIGHTS_ERRORS } from './rights-errors';
import { STATISTIC_ERRORS } from './statistic-errors';

const codes = Object.keys(ERRORS) as ErrorCode[];
const slotsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the catalogue of errors', () => {
  it.each(codes)('%s has a status and a text in each language, with the same slots', (code) => {
    expect(ERRORS[code].status).toBeGreaterThanOrEqual(400);
    expect(ERRORS[code].status).toBeLessThan(600);
    for (const language of LANGUAGES) expect(ERRORS[code][language].trim()).not.toBe('');
    expect(ERRORS[code].en).not.toBe(ERRORS[code].es);
    expect(slotsOf(ERRORS[code].es)).toEqual(slotsOf(ERRORS[code].en));
  });

  it.each(codes)('%s fills its slots and leaves none open', (code) => {
    const details = Object.fromEntries(slotsOf(ERRORS[code].en).map((name) => [name as string, `<${name}>`]));
    for (const language of LANGUAGES) {
      const message = errorMessage(code, language, details);
      for (const filled of Object.values(details)) expect(message).toContain(filled);
      expect(errorMessage(code, language)).not.toContain('{max}');
    }
  });

  it('is used: every code is raised, passed on or answered somewhere', () => {
    const sources = sourceTexts(path.join(__dirname, '..'));
    const unused = codes.filter((code) => !sources.some((text) => text.includes(`'${code}'`)));
    expect(unused).toEqual([]);
  });

  it('is put together of parts that never give one code twice', () => {
    const parts = [
      ANSWER_ERRORS,
      ENROLMENT_ERRORS,
      EVIDENCE_ERRORS,
      EXPORT_ERRORS,
      GOVERNANCE_ERRORS,
      IDENTITY_ERRORS,
      OUTBOUND_ERRORS,
      QUESTION_ERRORS,
      RIGHTS_ERRORS,
      STATISTIC_ERRORS,
      ACTION_PLAN_ERRORS,
      PROBE_ERRORS,
    ];
    expect(parts.flatMap((part) => Object.keys(part)).sort()).toEqual([...codes].sort());
  });
});

describe('RequestError', () => {
  it('has the status of its code, an English message, and says which details filled it', () => {
    const error = requestError('BAD_PAGE', { max: 100 });
    expect(error).toMatchObject({ code: 'BAD_PAGE', status: 400, message: 'A page has 1 to 100 rows.' });
    expect(error.extensions).toEqual({ code: 'BAD_PAGE', details: { max: 100 } });
  });
});

/** The texts of the product's own sources besides the catalogue. */
function sourceTexts(directory: string): string[] {
  return ['gateway', 'schema', 'subgraphs'].flatMap((folder) =>
    readdirSync(path.join(directory, folder), { recursive: true, encoding: 'utf8' })
      .filter(
        (name) => /\.ts$/.test(name) && !/\.test\.ts$|node_modules|dist\/|schema\/errors\.ts|^errors\.ts/.test(name),
      )
      .map((name) => readFileSync(path.join(directory, folder, name), 'utf8')),
  );
}
