import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

const QUESTION = path.join(__dirname, '..', 'questions', '30');
const OCTOBER = new Date('2026-10-14T12:00:00Z');
const NOVEMBER = new Date('2026-11-03T12:00:00Z');
const PERMITS = '{ permits(first: 5) { edges { node { currentStage holder { fullName } } } } }';
const POPULATION =
  '{ nationalities(codes: ["VEN"]) { code temporaryProtectionPermits { permitsDelivered { value } } } }';

/** Saved question 30, and the monthly letter: what a partner received last month, under which version, and what was denied. */
describe('the data-protection officer of Colombia asks what left', () => {
  let federation: OpenFederation;
  /** The machine's own time where it is undefined. */
  let fixed: Date | undefined = OCTOBER;

  beforeAll(async () => {
    const now = () => fixed ?? new Date();
    federation = await openFederation({ scale: 0.005, now, tokensAt: now });
    for (let times = 0; times < 3; times++)
      await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query: POPULATION });
    await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query: PERMITS });
    await federation.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query: POPULATION });
    fixed = NOVEMBER;
    await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query: POPULATION });
  });
  afterAll(() => federation.close());

  const answer = async () => {
    const { variables, askedBy, purpose } = parse(readFileSync(`${QUESTION}.yaml`, 'utf8'));
    const query = readFileSync(`${QUESTION}.graphql`, 'utf8');
    return (await federation.ask({ as: askedBy, purpose, query, variables })).body;
  };
  /** A command with the settings of this federation; words that are given again count. Its tokens are of the machine's clock. */
  const command = (...words: string[]) => {
    fixed = undefined;
    const [name = '', ...others] = words;
    const settings = { DATA_DIR: federation.dataDirectory, PORT: new URL(federation.gateway.url).port };
    const shared = ['--domain', 'colombia-regularization', '--as', 'dpo.col'];
    return runCommand('evidence/main.js', [name, ...shared, ...others], settings);
  };
  const letter = (...words: string[]) => command('letter', '--month', '2026-10', ...words);
  const byField = (one: any, other: any) => (one.coordinate < other.coordinate ? -1 : 1);
  const rows = ({ edges }: any) => edges.map(({ node }: any) => node);

  it('30: three answers of October with their version, and what was denied with its rule', async () => {
    const { data, errors, extensions } = await answer();
    expect(errors).toBeUndefined();
    const { log, totalsByDay, withheld } = data.colombiaRegularizationEvidence;
    const { ruleSetVersion } = extensions.disclosure;
    const october = { day: '2026-10-14', purpose: 'STATISTICS', level: null, ruleSetVersion };
    expect(log).toBe('colombia-regularization');
    expect(rows(totalsByDay).sort(byField)).toEqual([
      {
        ...october,
        coordinate: 'Nationality.temporaryProtectionPermits',
        outcome: 'SHOWN',
        rule: null,
        answers: 3,
        values: 3,
      },
      {
        ...october,
        coordinate: 'NationalityPermits.permitsDelivered',
        outcome: 'SHOWN',
        rule: null,
        answers: 3,
        values: 3,
      },
    ]);
    expect(rows(withheld)).toEqual([
      { ...october, coordinate: 'Query.permits', outcome: 'WITHHELD', rule: null, answers: 1, values: 0 },
    ]);
    expect(rows(data.colombiaDeparturesEvidence.totalsByDay)).toEqual([]);
  });

  it('the letter of the month says what left, to whom and what was refused, and nothing of another month', async () => {
    const { code, output } = await letter('--lang', 'en');
    expect([code, output]).toEqual([0, expect.stringContaining('What left colombia-regularization in 2026-10')]);
    expect(output).toMatch(/USA.*STATISTICS.*NationalityPermits\.permitsDelivered.*in full.* 1 .* 3 .* 3 /);
    expect(output).toMatch(/PAN.*STATISTICS.*NationalityPermits\.permitsDelivered.*in full.* 1 .* 1 .* 1 /);
    expect(output).toMatch(/USA.*DHS.*analyst\.usa.*STATISTICS.* 3 .* 0 /);
    expect(output).toMatch(/USA.*STATISTICS.*Query\.permits.*no agreement grants it.* 1 .* 1 /);
    const november = await letter('--month', '2026-11', '--lang', 'en');
    expect(november.output).toMatch(/USA.*NationalityPermits\.permitsDelivered.* 1 .* 1 .* 1 /);
  });

  it('as CSV, one table; as HTML, one page in Spanish that loads nothing', async () => {
    const { output } = await letter('--csv', '--lang', 'en');
    const [head, ...lines] = output.trim().split('\n');
    expect(head).toBe(',party,purpose,field,level,rule,rules version,days,answers,values,agency,who,records');
    expect(lines).toContainEqual(
      expect.stringMatching(/^What left,USA,STATISTICS,NationalityPermits\.permitsDelivered,in full,,\w+,1,3,3,,,$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^What was refused,USA,STATISTICS,Query\.permits,/));
    const page = (await letter('--html', '--lang', 'es')).output;
    expect(page).toMatch(/^<!doctype html>\n<html lang="es">/);
    expect(page).toContain('<h1>Lo que salió de colombia-regularization en 2026-10</h1>');
    expect(page).toContain('<h2>Lo que se negó</h2>');
    expect(page).not.toMatch(/<script|https?:|src=|href=/);
  });

  it('a list of answers, totals and recipients come by command too; whoever is no oversight is told so', async () => {
    const answers = await command('disclosures', '--party', 'USA', '--to', '2026-11-01', '--csv', '--lang', 'en');
    expect(answers.output.match(/analyst\.usa/g)).toHaveLength(4);
    const totals = await command('totals', '--party', 'USA', '--from', '2026-11-01', '--lang', 'en');
    expect(totals.output).toMatch(/2026-11-03.*USA.*NationalityPermits\.permitsDelivered/);
    expect((await command('recipients', 'Permit', 'NOBODY', '--lang', 'en')).output).toContain('Nothing.');
    for (const [words, line] of [
      [['totals', '--as', 'analyst.col'], 'Evidence is for auditors'],
      [['totals', '--as', 'auditor.pan'], 'is not shown to auditor.pan'],
      [
        ['totals', '--domain', 'nowhere'],
        'There are: colombia-departures, colombia-regularization, colombia-smuggling-cases, joint-action-plan',
      ],
      [['letter', '--month', '2026-13'], '--month is a month like 2026-11'],
      [['totals', '--csv', '--html'], 'do not go together'],
    ] as const) {
      const { code, output } = await command(...words, '--lang', 'en');
      expect([code, output]).toEqual([1, expect.stringContaining(line)]);
    }
  });
});
