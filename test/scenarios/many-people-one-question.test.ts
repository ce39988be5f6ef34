import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { logFiles } from '@pasarela/schema/evidence/log/log-files';
import { keyFiles, readKeyFile, readSigningKey } from '@pasarela/schema/identity/key-files';
import { TOKEN_AUDIENCE } from '@pasarela/schema/identity/verify-token';
import { developmentIssuerUrl } from '@pasarela/scripts/development/personas';
import { SignJWT } from 'jose';
import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';

const QUERY = `query ($after: String) {
  crossingRecords(first: 3, after: $after) { edges { cursor node { crossedOn sex station { code } } } }
}`;
const PEOPLE = Array.from({ length: 24 }, (_, at) => `officer-${at}`);

interface GatewayLeaf {
  readonly requestId: string;
  readonly requester: { readonly id: string };
  readonly purpose: string;
  readonly disclosed: readonly string[];
}

/** A whole office asks the same question: what was worked out for one is used for all, and each answer is its asker's own. */
describe('one question of many people', () => {
  let federation: OpenFederation;

  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
  });
  afterAll(() => federation.close());

  /** A token of somebody of Migración Colombia. */
  async function tokenOf(person: string): Promise<string> {
    const file = keyFiles.developmentIssuer(federation.dataDirectory, 'COL');
    const [agency, roles, purposes] = ['MIGRACION_COLOMBIA', ['ANALYST'], ['STATISTICS', 'MIGRATION_MANAGEMENT']];
    return new SignJWT({ agency, roles, purposes, assurance: 2 })
      .setProtectedHeader({ alg: 'EdDSA', kid: readKeyFile(file).kid as string })
      .setIssuer(developmentIssuerUrl('COL'))
      .setSubject(person)
      .setAudience(TOKEN_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1h')
      .setJti(person)
      .sign(await readSigningKey(file));
  }

  async function ask(person: string, headers: Record<string, string>, variables = {}): Promise<HttpAnswer> {
    const authorization = `Bearer ${await tokenOf(person)}`;
    return federation.ask({ query: QUERY, variables, headers: { authorization, ...headers } });
  }
  const askAll = (headers: Record<string, string>) => Promise.all(PEOPLE.map((person) => ask(person, headers)));
  const WORK = { 'x-purpose': 'MIGRATION_MANAGEMENT' };

  async function leaves(): Promise<GatewayLeaf[]> {
    const log = path.join(federation.dataDirectory, 'evidence', 'pasarela-gateway');
    const text = await readFile(logFiles.segment(log, 0), 'utf8');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }

  it('gives each the same rows under their own request, and evidence that names who asked', async () => {
    const answers = [...(await askAll(WORK)), ...(await askAll(WORK))];
    const rows = answers.map(({ body }) =>
      JSON.stringify(body.data.crossingRecords.edges.map(({ node }: { node: unknown }) => node)),
    );
    expect(new Set(rows).size).toBe(1);
    const written = new Map((await leaves()).map((leaf) => [leaf.requestId, leaf]));
    const named = answers.map(({ body }) => written.get(body.extensions.disclosure.requestId)?.requester.id);
    expect(named).toEqual([...PEOPLE, ...PEOPLE]);
  });

  it('keeps purposes and languages apart, though all ask at once', async () => {
    const [work, statistics, spanish] = await Promise.all([
      askAll(WORK),
      askAll({ 'x-purpose': 'STATISTICS' }),
      askAll({ ...WORK, 'accept-language': 'es' }),
    ]);
    const told = (answers: readonly HttpAnswer[]) =>
      new Set(
        answers.map(({ body }) =>
          JSON.stringify([
            body.data.crossingRecords === null,
            body.extensions.disclosure.purpose,
            body.extensions.notices.map(({ reason }: { reason: string }) => reason),
            body.extensions.receipt.obligations,
          ]),
        ),
      );
    const each = [work, statistics, spanish].map(told);
    expect(each.map(({ size }) => size)).toEqual([1, 1, 1]);
    expect(new Set(each.flatMap((one) => [...one])).size).toBe(3);
    expect(statistics[0]?.body.data.crossingRecords).toBeNull();
    expect([...(each[2] as Set<string>)][0]).toMatch(/acuerdo/i);
    expect([...(each[0] as Set<string>)][0]).not.toMatch(/acuerdo/i);
  });

  it('goes on to each their own next page', async () => {
    const pages = await Promise.all(
      PEOPLE.slice(0, 4).map(async (person) => {
        const first = await ask(person, WORK);
        const after: string = first.body.data.crossingRecords.edges.at(-1).cursor;
        return [first, await ask(person, WORK, { after })].map(({ body }) => body.data.crossingRecords.edges);
      }),
    );
    expect(pages.map(([first, second]) => [first.length, second.length])).toEqual(PEOPLE.slice(0, 4).map(() => [3, 3]));
    for (const [first, second] of pages) expect(second).not.toEqual(first);
  });
});
