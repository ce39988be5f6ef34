import { type OpenFederation, openFederation } from '../federation/open-federation';
import { RightsOffice } from '../federation/rights-office';
import { runCommand } from '../federation/start-product';

jest.setTimeout(120_000);

const DOMAIN = 'colombia-regularization';

/** The office of Colombia answers a person from the terminal, and the letter can be handed over. */
describe('a letter by command', () => {
  let federation: OpenFederation;
  let record = '';
  let id = '';

  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
    const office = new RightsOffice(federation, () => new Date());
    const query = '{ permits(first: 1) { edges { node { id currentStage registeredOn } } } }';
    const { body } = await office.ask(['analyst.pan', 'MIGRATION_MANAGEMENT'], query);
    const [{ node }] = body.data.permits.edges;
    record = office.internalId(node.id, {
      domain: DOMAIN,
      type: 'Permit',
      party: 'PAN',
      purpose: 'MIGRATION_MANAGEMENT',
      agreement: 'COL:BORDER-MANAGEMENT',
    });
  });
  afterAll(() => federation.close());

  const rights = (as: string, ...words: string[]) => rightsOf(DOMAIN, as, ...words);
  const rightsOf = (domain: string, as: string, ...words: string[]) =>
    runCommand(
      'rights/main.js',
      [...words, '--domain', domain, '--as', as, '--url', `${federation.gateway.url}/graphql`],
      { DATA_DIR: federation.dataDirectory, LANG: 'en_US.UTF-8' },
    );
  // Of Bogota: in New York it is never earlier.
  const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'America/Bogota' });

  it('opens a case and lists it', async () => {
    const opened = await rights('dpo.col', 'open', '--kind', 'CONSULTA', '--record', record, '--received', today());
    expect(opened).toEqual({ code: 0, output: expect.stringMatching(/^OPEN: CONSULTA until .*version 1\)/) });
    id = /case ([\w-]+),/.exec(opened.output)?.[1] ?? '';
    expect((await rights('dpo.col', 'list')).output).toContain(id);
    expect(await rights('dpo.pan', 'list')).toEqual({ code: 1, output: expect.stringContaining('of the party alone') });
    expect(await rights('dpo.col', 'open')).toEqual({ code: 1, output: expect.stringContaining('--kind is needed') });
  });

  it('writes the letter in both languages, as text and as a page', async () => {
    const english = await rights('dpo.col', 'collect', id);
    expect(english.output).toContain('What we hold about you');
    expect(english.output).toContain('applicant or holder: number of the document: ');
    expect(english.output).toContain('MIGRATION_MANAGEMENT, under COL:BORDER-MANAGEMENT: ');
    expect(english.output).toContain('SYNTHETIC');
    const spanish = await rights('dpo.col', 'collect', id, '--lang', 'es', '--html');
    expect(spanish.output).toContain('<html lang="es">');
    expect(spanish.output).toContain('Quién recibió datos sobre usted');
  });

  it('writes what was collected as JSON, to take elsewhere', async () => {
    const { output } = await rights('dpo.col', 'collect', id, '--json');
    const { case: told, record: held, disclosures } = JSON.parse(output);
    expect(told.id).toBe(id);
    expect(held.holder.documentNumber).toEqual(expect.any(String));
    expect(disclosures[0]).toMatchObject({ party: 'PAN', agency: 'SNM' });
  });

  it('extends once, as the law of Colombia allows, records an erasure and answers', async () => {
    const change = (...words: string[]) => rights('dpo.col', ...words);
    const extended = await change('extend', id, '--case-version', '1', '--note', 'The archive is closed');
    expect(extended.output).toMatch(/^EXTENDED: CONSULTA/);
    expect(extended.output).toContain('once, to ');
    expect(extended.output).toContain(': The archive is closed\n');
    expect((await change('extend', id, '--case-version', '2', '--note', 'Again')).code).toBe(1);
    const erased = await change('correct', id, '--what', 'ERASED', '--case-version', '2');
    expect(erased.output).toMatch(/^ERASED: \d{4}-\d\d-\d\d\n {2}That there was an application/);
    expect((await change('answer', id, '--case-version', '3', '--note', 'Sent')).output).toMatch(/^ANSWERED/);
  });

  it('refuses for a reason of the law, and tells the person that and whom to turn to', async () => {
    const opened = await rights('dpo.col', 'open', '--kind', 'CONSULTA', '--no-record', '--received', today());
    expect(opened.output).toContain('nothing found');
    const other = /case ([\w-]+),/.exec(opened.output)?.[1] ?? '';
    const refuse = (ground: string) =>
      rights('dpo.col', 'refuse', other, '--case-version', '1', '--note', 'No power', '--ground', ground);
    expect(await refuse('LEGAL_DUTY')).toEqual({ code: 1, output: expect.stringContaining('CONSULTA cannot be') });
    const { output } = await refuse('NOT_ENTITLED');
    expect(output).toContain('Your request was refused\nIt was not shown');
    expect(output).toContain('Superintendencia de Industria y Comercio');
    expect(output).not.toContain('No power');
  });

  it('of the United States is the same for a person in a case and for one who is in none', async () => {
    const usa = (...words: string[]) => rightsOf('usa-smuggling-cases', 'dpo.usa', ...words);
    const query = '{ usaSmugglingCases(first: 20) { edges { node { persons { pseudonym } } } } }';
    const headers = { 'x-case-reference': 'CASE-1' };
    const { body } = await federation.ask({ as: 'investigator.usa', purpose: 'ENFORCEMENT', query, headers });
    type Node = { node: { persons: Array<{ pseudonym: string }> } };
    const person = body.data.usaSmugglingCases.edges.flatMap(({ node }: Node) => node.persons)[0].pseudonym as string;
    const letters: string[] = [];
    for (const found of [['--record', person], ['--no-record']]) {
      const opened = await usa('open', '--kind', 'ACCESS', ...found, '--received', today());
      const number = /case ([\w-]+),/.exec(opened.output)?.[1] ?? '';
      letters.push((await usa('collect', number)).output.replace(number, 'NUMBER'));
      expect((await usa('collect', number, '--json')).output).toContain('--office shows it to the office alone');
      const view = (await usa('collect', number, '--office')).output;
      expect(view).toContain('FOR THE OFFICE ALONE');
      expect(view.includes(person)).toBe(found.includes(person));
    }
    expect(letters[0]).toContain('We neither confirm nor deny');
    expect(letters[1]).toBe(letters[0]);
  });

  it('a past recipient hears nothing before the batch', async () => {
    const asked = ['superseded', '--purpose', 'MIGRATION_MANAGEMENT'];
    expect((await rights('analyst.pan', ...asked)).output).toContain('Nothing is superseded.');
    expect((await rights('analyst.usa', ...asked)).code).toBe(1);
    const early = await rights('analyst.pan', 'acknowledge', today(), '--purpose', 'MIGRATION_MANAGEMENT');
    expect(early).toEqual({ code: 1, output: expect.stringContaining('Nothing was told to you') });
  });
});
