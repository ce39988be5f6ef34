import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import { parse } from 'csv-parse/sync';
import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn } from '../federation/rule-administration';

const RECORDS = `query ($after: String) {
  crossingRecords(first: 50, after: $after) { edges { node { id sex dataset crossedOn } } pageInfo { hasNextPage endCursor } }
}`;
const CASES = `query ($after: String) { usaSmugglingCases(first: 5, after: $after) { edges { node { status } } pageInfo { hasNextPage endCursor } } }`;
const PAGE = 'edges { node { status openedOn } } pageInfo { hasNextPage endCursor }';
const OPEN_CASES = `query ($first: Int!, $colombia: String, $usa: String) {
  colombiaSmugglingCases(filter: { status: OPEN }, first: $first, after: $colombia) { ${PAGE} }
  usaSmugglingCases(filter: { status: OPEN }, first: $first, after: $usa) { ${PAGE} }
}`;

/** An analyst of Colombia exports all crossing records that Panama shares, and goes for a coffee. */
describe('a large export', () => {
  let federation: OpenFederation;
  let directory: string;
  let aheadMs = 0;
  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-exported-'));
    writeFileSync(path.join(directory, '43.graphql'), RECORDS);
    writeFileSync(
      path.join(directory, '43.yaml'),
      'title: { en: Crossings, es: Cruces }\nnotes: { en: [SYNTHETIC.], es: [SINTÉTICO.] }\naskedBy: analyst.col\npurpose: MIGRATION_MANAGEMENT\n',
    );
    federation = await openFederation({ now: () => new Date(Date.now() + aheadMs), questionsDirectory: directory });
  });
  afterAll(async () => {
    await federation.close();
    rmSync(directory, { recursive: true });
  });

  interface Send {
    readonly as?: string | undefined;
    readonly method?: string;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
    readonly purpose?: string;
  }

  async function send(
    where: string,
    { as = 'analyst.col', method = 'GET', body, headers, purpose }: Send = {},
  ): Promise<HttpAnswer> {
    const address = new URL(where, federation.gateway.address).href.split('?')[0] as string;
    const request = { method, address };
    const presented = as
      ? await credentialHeaders(await federation.credentials(as), request, () => new Date(Date.now() + aheadMs))
      : {};
    return federation.send(where, {
      method,
      headers: {
        ...presented,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(purpose && { 'x-purpose': purpose }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }
  const begin = (query = RECORDS, changes: Send = {}) =>
    send('/exports', { method: 'POST', body: { query }, purpose: 'MIGRATION_MANAGEMENT', ...changes });

  /** Waits until an export ran to its end. */
  async function ended(id: string, as?: string): Promise<any> {
    for (;;) {
      const { body } = await send(`/exports/${id}`, { as });
      if (body.state !== 'RUNNING') return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const done = async (as?: string, query = RECORDS, changes: Send = {}) => {
    const begun = await begin(query, { as, ...changes });
    expect([begun.status, begun.body.errors]).toEqual([202, undefined]);
    expect(begun.headers.get('location')).toBe(`/exports/${begun.body.id}`);
    return ended(begun.body.id, as);
  };
  const files = () => readdirSync(path.join(federation.dataDirectory, 'exports'));
  const drop = (id: string, as?: string) => send(`/exports/${id}`, { method: 'DELETE', as });

  it('pages by itself: every record once, each page with its own receipt', async () => {
    const progress = await done();
    expect(progress).toMatchObject({ state: 'DONE', ndjson: `/exports/${progress.id}/data` });
    const { status, text, headers } = await send(`/exports/${progress.id}/data`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    const pages = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([pages.length, progress.pages]).toEqual([progress.pages, pages.length]);
    expect(pages.length).toBeGreaterThan(2);
    const ids = pages.flatMap(({ data }) => data.crossingRecords.edges.map(({ node }: any) => node.id));
    expect([ids.length, new Set(ids).size]).toEqual([progress.rows, progress.rows]);
    expect(new Set(pages.map(({ extensions }) => extensions.receipt.leafHash)).size).toBe(pages.length);
    const first = await federation.ask({ as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT', query: RECORDS });
    expect(pages[0].data).toEqual(first.body.data);
    expect(pages[0].extensions.notices).toEqual(first.body.extensions.notices);

    const csv = await send(`/exports/${progress.id}/data?format=csv`);
    const rows = parse(csv.text, { columns: true }) as Array<Record<string, string>>;
    expect(rows.filter(({ id }) => id).map(({ id }) => id?.replace(/^'/, ''))).toEqual(ids);
    expect(rows.some(({ state }) => state === 'SYNTHETIC_RESULT')).toBe(true);
    for (const name of files())
      expect(readFileSync(path.join(federation.dataDirectory, 'exports', name), 'latin1')).not.toContain('SYNTHETIC');
    await drop(progress.id);
    expect(files()).toEqual([]);
  });

  it('exports a saved question too', async () => {
    const progress = await done('analyst.col', RECORDS, { body: { question: '43' }, purpose: '' });
    expect(progress.state).toBe('DONE');
    const csv = await send(`/exports/${progress.id}/data?format=csv`);
    const rows = parse(csv.text, { columns: true }) as Array<Record<string, string>>;
    expect(rows.find(({ state }) => state === 'READING_NOTE')?.note).toBe('SYNTHETIC.');
    await drop(progress.id);
  });

  it('goes on in each of several lists until the last of them ends', async () => {
    const as = 'investigator.pan';
    const stated = { purpose: 'ENFORCEMENT', headers: { 'x-case-reference': 'EXAMPLE-20' } };
    const bodyOf = (first: number) => ({ query: OPEN_CASES, variables: { first } });
    const whole = await send('/graphql', { ...stated, as, method: 'POST', body: bodyOf(100) });
    const all = whole.body.data;
    const lists = ['colombiaSmugglingCases', 'usaSmugglingCases'] as const;
    const counts = lists.map((name) => all[name].edges.length as number);
    expect(new Set(counts).size).toBe(2);
    const first = Math.min(...counts) - 1;
    const progress = await done(as, '', { ...stated, body: bodyOf(first) });
    const { text } = await send(`/exports/${progress.id}/data`, { as });
    const pages = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).data);
    expect(pages).toHaveLength(Math.ceil(Math.max(...counts) / first));
    for (const name of lists) expect(pages.flatMap((data) => data[name].edges)).toEqual(all[name].edges);
    expect(progress).toMatchObject({ state: 'DONE', rows: (counts[0] ?? 0) + (counts[1] ?? 0) });
    await drop(progress.id, as);
  });

  it('is one page where nothing has pages', async () => {
    const progress = await done('analyst.col', '{ mirrorPeriods { period } }', { purpose: 'STATISTICS' });
    expect(progress).toMatchObject({ state: 'DONE', pages: 1, rows: 0 });
    const { text } = await send(`/exports/${progress.id}/data`);
    expect(JSON.parse(text).data.mirrorPeriods.length).toBeGreaterThan(0);
    await drop(progress.id);
  });

  it('goes to nobody else, and to nobody without the key', async () => {
    const { id } = await done();
    for (const as of ['analyst.pan', 'administrator.col', 'dashboard.col'])
      for (const where of [`/exports/${id}`, `/exports/${id}/data`])
        expect([as, codeIn(await send(where, { as }))]).toEqual([as, 'UNKNOWN_EXPORT']);
    expect(codeIn(await drop(id, 'analyst.pan'))).toBe('UNKNOWN_EXPORT');
    expect(codeIn(await send(`/exports/${id}`, { as: '' }))).toBe('UNAUTHENTICATED');
    expect((await send(`/exports/${id}/data`)).status).toBe(200);
    await drop(id);

    const as = 'dashboard.usa';
    const own = await done(as, CASES, { purpose: 'STATISTICS' });
    expect(own.state).toBe('DONE');
    const token = await federation.token(as);
    const thief = await send(`/exports/${own.id}/data`, { as: '', headers: { authorization: `Bearer ${token}` } });
    expect(codeIn(thief)).toBe('PROOF_NEEDED');
    expect((await send(`/exports/${own.id}/data`, { as })).status).toBe(200);
    await drop(own.id, as);
  });

  it('refuses in clear words what cannot be paged or may not be asked', async () => {
    const refused = async (code: string, query?: string, changes?: Send) =>
      expect(codeIn(await begin(query, changes))).toBe(code);
    await refused('EXPORT_NOT_PAGED', '{ usaSmugglingCases(first: 2) { edges { node { status } } } }');
    await refused('EXPORT_NOT_PAGED', 'mutation { __typename }');
    await refused('UNKNOWN_FIELD', '{ nothing }');
    await refused('PURPOSE_NOT_GRANTED', RECORDS, { purpose: 'ENFORCEMENT' });
    await refused('UNAUTHENTICATED', RECORDS, { as: '' });
    await refused('BAD_EXPORT', RECORDS, { body: [] });
    await refused('UNKNOWN_SAVED_QUESTION', RECORDS, { body: { question: '99' } });
    const dry = await begin(RECORDS, { headers: { 'x-dry-run': 'true' } });
    expect([dry.status, dry.body.data]).toEqual([200, null]);
    expect(files()).toEqual([]);
  });

  it('is deleted when the rules no longer say what they said', async () => {
    const { id } = await done();
    const file = path.join(federation.rulesDirectory, 'agreements', 'border-management.pan.yaml');
    const shipped = readFileSync(file, 'utf8');
    writeFileSync(file, shipped.replace('nationality, sex,', 'nationality,'));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(codeIn(await send(`/exports/${id}/data`))).toBe('EXPORT_OUTDATED');
    expect(codeIn(await send(`/exports/${id}`))).toBe('UNKNOWN_EXPORT');
    expect(files()).toEqual([]);
    writeFileSync(file, shipped);
    await new Promise((resolve) => setTimeout(resolve, 2500));
  });

  it('is bounded, and expires', async () => {
    const some = [await done(), await done(), await done()];
    expect(codeIn(await begin())).toBe('TOO_MANY_EXPORTS');
    expect(files()).toHaveLength(3);
    await drop(some[0].id);
    expect((await done()).state).toBe('DONE');
    aheadMs = 31 * 60_000;
    expect(codeIn(await send(`/exports/${some[1].id}/data`))).toBe('UNKNOWN_EXPORT');
    expect(files()).toEqual([]);
  });

  it('leaves nothing behind when the gateway stops', async () => {
    await done();
    const [name] = files();
    await federation.gateway.close();
    expect(existsSync(path.join(federation.dataDirectory, 'exports', name as string))).toBe(false);
  });
});
