import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { answerDigest } from '@pasarela/schema/evidence/leaves/digest';
import { parseReceipt } from '@pasarela/schema/evidence/receipts/receipt';
import { credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import { readSavedQuestion, savedNumbers } from '@pasarela/scripts/ask/read-question';
import { parse } from 'csv-parse/sync';
import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn } from '../federation/rule-administration';

/** All that the gateway's log of evidence holds, as it stands on the disk. */
function loggedByGateway(dataDirectory: string): string {
  const directory = path.join(dataDirectory, 'evidence', GATEWAY_NAME);
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'latin1')).join('\n');
}

/** An analyst keeps a spreadsheet that reads saved questions from an address. */
describe('a question for a spreadsheet', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  interface Get {
    readonly as?: string;
    readonly headers?: Record<string, string>;
    readonly method?: string;
    /** The address that a proof names, where it is not the one that is asked. */
    readonly proven?: string;
  }

  async function get(where: string, { as, headers, method = 'GET', proven }: Get = {}): Promise<HttpAnswer> {
    const address = proven ?? new URL(where, federation.gateway.address).href;
    const presented = as
      ? await credentialHeaders(await federation.credentials(as), { method, address }, () => new Date())
      : {};
    return federation.send(where, { method, headers: { ...presented, ...headers } });
  }

  type Row = Record<string, string>;
  const rowsOf = ({ text }: HttpAnswer): Row[] => parse(text, { columns: true, bom: true, relax_column_count: false });
  const inState = (answer: HttpAnswer, state: string) => rowsOf(answer).filter((row) => row.state === state);
  const askedBy = (number: string) => {
    const { askedBy: as = '', caseReference } = readSavedQuestion(number);
    return { as, ...(caseReference && { headers: { 'x-case-reference': caseReference } }) };
  };
  /** Every figure of an answer, by its place. */
  function figuresIn(value: any, place = ''): Array<[string, any]> {
    if (value === null || typeof value !== 'object') return [];
    if (!Array.isArray(value) && 'value' in value && typeof value.state === 'string') return [[place, value]];
    return Object.entries(value).flatMap(([key, entry]) => figuresIn(entry, place ? `${place}.${key}` : key));
  }

  it.each(savedNumbers())('%s: as CSV and as JSON, the same figures as over GraphQL', async (number) => {
    const { query, variables, purpose } = readSavedQuestion(number);
    const { as, headers } = askedBy(number);
    const asked = await federation.ask({ as, purpose: purpose as never, query, variables, headers: { ...headers } });
    expect(asked.status).toBe(200);
    const [csv, json] = [
      await get(`/questions/${number}.csv`, askedBy(number)),
      await get(`/questions/${number}.json`, askedBy(number)),
    ];
    expect([csv.status, json.status]).toEqual([200, 200]);
    expect(json.body.data).toEqual(asked.body.data);
    expect(json.body.extensions.notices).toEqual(asked.body.extensions.notices);
    const figures = new Map(figuresIn(asked.body.data));
    const told = rowsOf(csv).filter((row) => figures.has(row.path as string));
    expect(told.length > 0).toBe(figures.size > 0);
    for (const row of told) {
      const figure = figures.get(row.path as string);
      expect([row.value, row.state]).toEqual([figure.value === null ? '' : String(figure.value), figure.state]);
      expect(row.mark).toBe(String(figure.dataset).startsWith('SYNTHETIC') ? 'SYNTHETIC' : '');
      expect(row.countingParty).toBe(figure.countingParty ?? '');
    }
    expect(inState(csv, 'NOTICE')).toHaveLength(asked.body.extensions.notices.length);
    expect(inState(csv, 'SYNTHETIC_RESULT')).toHaveLength(json.body.question.synthetic ? 1 : 0);
    expect(json.body.question.synthetic).toBe(JSON.stringify(asked.body.data).includes('"SYNTHETIC'));
  });

  it('is a CSV of RFC 4180 that no spreadsheet takes for a formula', async () => {
    const csv = await get('/questions/06.csv?lang=es', { as: 'analyst.pan' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="06.csv"');
    expect([csv.headers.get('cache-control'), csv.headers.get('content-language')]).toEqual(['no-store', 'es']);
    expect(csv.text.endsWith('\r\n')).toBe(true);
    expect(csv.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const record of parse(csv.text) as string[][])
      for (const cell of record) expect(cell).toMatch(/^(?!\s*[=+@]|\s*-(?!\d+$))/);
    expect(csv.text.startsWith('\uFEFF')).toBe(false);
    const marked = await get('/questions/06.csv?lang=es&bom=true', { as: 'analyst.pan' });
    expect(rowsOf(marked)[0]).toHaveProperty('table');
  });

  it('begins with a byte order mark where it is asked for', async () => {
    const { url } = federation.gateway;
    const headers = await credentialHeaders(
      await federation.credentials('analyst.pan'),
      { method: 'GET', address: url },
      () => new Date(),
    );
    const bytes = async (query: string) =>
      new Uint8Array(await (await fetch(`${url}/questions/06.csv${query}`, { headers })).arrayBuffer()).slice(0, 3);
    expect([...(await bytes('?bom=true'))]).toEqual([0xef, 0xbb, 0xbf]);
    expect([...(await bytes('?bom=false'))]).not.toEqual([0xef, 0xbb, 0xbf]);
  });

  it('carries its cautions, notices and terms in rows, in the language asked', async () => {
    const csv = await get('/questions/07.csv?lang=es', { as: 'analyst.pan', headers: { 'accept-language': 'en' } });
    const { notes } = readSavedQuestion('07');
    expect(inState(csv, 'READING_NOTE').map(({ note }) => note)).toEqual(notes?.es);
    expect(inState(csv, 'OBLIGATION')[0]?.note).toMatch(/deleteBy P\d+Y/);
    const row = rowsOf(csv).find(({ path: place }) => place === 'nationalities.0.darienCrossings.count');
    expect(row).toMatchObject({
      nacionalidad: 'Venezuela',
      value: '150327',
      countingParty: 'PAN: SNM',
      purpose: 'STATISTICS',
    });
  });

  it('is in the evidence like every answer: the receipt stands in the header, the leaf in every row', async () => {
    const csv = await get('/questions/07.csv', { as: 'analyst.pan' });
    const receipt = JSON.parse(csv.headers.get('x-receipt') as string);
    expect(parseReceipt(receipt).index).toBeGreaterThanOrEqual(0);
    const [row] = rowsOf(csv);
    expect([row?.evidenceLog, row?.leafIndex, row?.leafHash]).toEqual([
      receipt.log,
      String(receipt.index),
      receipt.leafHash,
    ]);
    const proven = () => federation.send(`/evidence/proof?index=${receipt.index}&leafHash=${receipt.leafHash}`, {});
    // A checkpoint covers the leaf within a second or two.
    const covered = async (tries: number): Promise<number> => {
      const { status } = await proven();
      if (status === 200 || tries === 0) return status;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return covered(tries - 1);
    };
    expect(await covered(60)).toBe(200);

    const json = await get('/questions/07.json', { as: 'analyst.pan' });
    const dataText = json.text.slice(
      json.text.indexOf('"data":') + '"data":'.length,
      json.text.lastIndexOf(',"extensions":'),
    );
    const { answerSalt } = json.body.extensions.receipt;
    expect(JSON.parse(dataText)).toEqual(json.body.data);
    const digest = answerDigest(dataText, Buffer.from(answerSalt, 'base64url'));
    expect(loggedByGateway(federation.dataDirectory)).toContain(digest);
    expect(json.body.extensions.receipt.index).toBeGreaterThan(receipt.index);
  });

  it('withholds as over GraphQL: who may not see gets blanks with their rule, and nothing is fetched past it', async () => {
    const csv = await get('/questions/20.csv', { as: 'investigator.usa', headers: { 'x-case-reference': 'CASE-1' } });
    const asked = await federation.ask({
      ...readSavedQuestion('20'),
      as: 'investigator.usa',
      purpose: 'ENFORCEMENT',
      headers: { 'x-case-reference': 'CASE-1' },
    });
    expect(inState(csv, 'NOTICE').map(({ noticeRule }) => noticeRule)).toEqual(
      asked.body.extensions.notices.map(({ rule }: any) => rule ?? ''),
    );
    const stranger = await get('/questions/20.csv', { as: 'analyst.pan', headers: { 'x-purpose': 'STATISTICS' } });
    expect(inState(stranger, 'NOTICE').length).toBeGreaterThan(0);
    expect(rowsOf(stranger).some(({ state }) => state === 'WITHHELD')).toBe(true);
  });

  it('is asked for a purpose that the token grants, and for a case that the requester names', async () => {
    const wrong = await get('/questions/20.csv?lang=es', { as: 'analyst.pan' });
    expect([wrong.status, codeIn(wrong)]).toEqual([403, 'PURPOSE_NOT_GRANTED']);
    expect(wrong.headers.get('content-type')).toContain('application/json');
    const nameless = await get('/questions/20.csv', { as: 'investigator.pan' });
    expect(codeIn(nameless)).toBe('CASE_REFERENCE_REQUIRED');
  });

  it('is refused in the catalogue’s words, with their status', async () => {
    expect([(await get('/questions/07.csv')).status, codeIn(await get('/questions/07.csv'))]).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
    expect(codeIn(await get('/questions'))).toBe('UNAUTHENTICATED');
    expect(codeIn(await get('/questions/99.csv'))).toBe('UNAUTHENTICATED');
    expect((await get('/questions')).headers.get('www-authenticate')).toContain('Bearer');
    const unknown = await get('/questions/99.csv?lang=es', { as: 'analyst.pan' });
    expect([unknown.status, codeIn(unknown)]).toEqual([404, 'UNKNOWN_SAVED_QUESTION']);
    expect(unknown.body.errors[0].message).toContain('No existe la pregunta guardada 99');
    for (const where of [
      '07.xml',
      '07',
      '..%2f07.csv',
      '07.csv?lang=fr',
      '07.csv?year=2020',
      '07.csv?bom=1',
      '07.csv?lang=es&lang=en',
    ])
      expect([where, codeIn(await get(`/questions/${where}`, { as: 'analyst.pan' }))]).toEqual([
        where,
        'BAD_QUESTION_ADDRESS',
      ]);
    expect((await get('/questions/07.csv', { as: 'analyst.pan', method: 'HEAD' })).status).toBe(404);
    expect((await get('/questions/07.csv', { as: 'analyst.pan', method: 'POST' })).status).toBe(404);
  });

  it('takes the token of a dashboard with a proof for this very address, and with no other', async () => {
    const as = 'dashboard.pan';
    expect((await get('/questions/06.csv?lang=es', { as })).status).toBe(200);
    expect((await get('/questions', { as })).status).toBe(200);
    const proven = federation.gateway.address;
    expect(codeIn(await get('/questions/06.csv', { as, proven }))).toBe('PROOF_NEEDED');
    expect(codeIn(await get('/questions', { as, proven }))).toBe('PROOF_NEEDED');
  });

  it('fetches nothing in a dry run, and says what it would', async () => {
    const csv = await get('/questions/07.csv', { as: 'analyst.pan', headers: { 'x-dry-run': 'true' } });
    expect(inState(csv, 'DRY_RUN')[0]?.note).toContain('panama-darien-flow');
    expect(rowsOf(csv).some(({ value }) => value !== '')).toBe(false);
    expect(csv.headers.get('x-receipt')).toBeNull();
  });

  it('lists what there is, with title, explanation and reading notes', async () => {
    const list = await get('/questions?lang=es', { as: 'analyst.col' });
    expect(list.body.questions.map(({ number }: any) => number)).toEqual(savedNumbers());
    const { title, explanation, notes } = readSavedQuestion('07');
    expect(list.body.questions.find(({ number }: any) => number === '07')).toEqual({
      number: '07',
      title: title?.es,
      explanation: explanation?.es,
      readingNotes: notes?.es,
      purpose: 'STATISTICS',
      csv: '/questions/07.csv',
      json: '/questions/07.json',
    });
  });
});

describe('a question of the operator’s own', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'pasarela-questions-'));
    await writeFile(
      path.join(directory, '41.graphql'),
      '{ darienCrossingsByYear(from: 2023, to: 2023) { year count { value state } } }',
    );
    await writeFile(
      path.join(directory, '41.yaml'),
      'title: { en: "=cmd()", es: "=cmd()" }\nnotes: { en: [Ours.], es: [Nuestra.] }\naskedBy: analyst.pan\npurpose: STATISTICS\n',
    );
    await writeFile(path.join(directory, '42.graphql'), '{ darienCrossingsByYear { year } }');
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('is served from QUESTIONS_DIR; one that does not fit its form is not, and stands in the log', async () => {
    const federation = await openFederation({ scale: 0.005, questionsDirectory: directory });
    try {
      const headers = { authorization: `Bearer ${await federation.token('analyst.pan')}` };
      const list = await federation.send('/questions', { headers });
      expect(list.body.questions.map(({ number, explanation }: any) => [number, explanation])).toEqual([
        ['41', 'Ours.'],
      ]);
      const csv = await federation.send('/questions/41.csv', { headers });
      expect(csv.text).toContain('520085');
      expect(codeIn(await federation.send('/questions/42.csv', { headers }))).toBe('UNKNOWN_SAVED_QUESTION');
      expect(await federation.requestLog('gateway')).toContainEqual(
        expect.objectContaining({ question: '42', what: '42.yaml' }),
      );
    } finally {
      await federation.close();
    }
  });

  it('a folder that is not there is refused at the start', async () => {
    await expect(openFederation({ scale: 0.005, questionsDirectory: path.join(directory, 'none') })).rejects.toThrow(
      'The setting QUESTIONS_DIR is not usable: there is no such folder.',
    );
  });
});
