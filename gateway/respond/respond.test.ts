import { requestError } from '@pasarela/schema/errors';
import { capOf, deprecationOf } from '@pasarela/schema/testing/rules';
import { authorize } from '../authorize/authorize';
import { compileShape } from '../execute/compile/write-shape';
import type { Fetched, Planned, Problem } from '../request-state';
import { type FerryRequest, parseFerry } from '../testing/ferry-request';
import { TEST_RECEIPT } from '../testing/receipt';
import { respondDryRun, respond as respondRecorded, respondRefusal } from './respond';

function plannedFerry(request: FerryRequest): Planned {
  const authorized = authorize(parseFerry(request), { maxFields: 100, maxCost: 1000 });
  return { ...authorized, pruned: { document: undefined as never, text: '' }, plan: null, subgraphs: ['ferry'] };
}

function fetchedFerry(request: FerryRequest, data: object, problems: Problem[] = []): Fetched {
  const planned = plannedFerry(request);
  const { coercedVariables: variables, decided } = planned;
  const write = compileShape({ ...planned, variables, pruned: decided.selectionSet });
  return { ...planned, intent: undefined, dataBytes: Buffer.from(write(data, {}).text), problems, leaves: [] };
}

const respond = (fetched: Fetched) => respondRecorded({ ...fetched, receipt: TEST_RECEIPT });

const QUESTION = { query: '{ people { name age } }', granted: ['Person.name'] };
const DATA = { people: [{ name: 'Ana' }] };

describe('respond', () => {
  it('gives data, notices, and under which purpose, rules and agreements', () => {
    const { status, body, bytes } = respond(fetchedFerry(QUESTION, DATA));
    expect(status).toBe(200);
    expect(bytes?.toString('utf8')).toBe(JSON.stringify(body));
    expect(JSON.parse(JSON.stringify(body))).toEqual({
      data: { people: [{ name: 'Ana', age: null }] },
      extensions: {
        notices: [expect.objectContaining({ code: 'WITHHELD', coordinate: 'Person.age', path: 'people.@.age' })],
        disclosure: {
          requestId: 'request-1',
          purpose: 'MIGRATION_MANAGEMENT',
          ruleSetVersion: 'test',
          agreements: ['FERRY'],
          legalBasis: ['None'],
          obligations: [{ agreement: 'FERRY', deleteBy: 'P1D', passingOn: 'Never.' }],
        },
        receipt: { ...TEST_RECEIPT, obligations: [{ agreement: 'FERRY', deleteBy: 'P1D', passingOn: 'Never.' }] },
      },
    });
  });

  it('tells of fields in the answer that are about to go, and of no others', () => {
    const deprecations = ['Person.name', 'Person.age', 'Seat.row'].map((coordinate) => deprecationOf(coordinate));
    const { body } = respond(fetchedFerry({ ...QUESTION, deprecations }, DATA));
    expect(body).toMatchObject({
      extensions: { deprecations: [{ coordinate: 'Person.name', paths: ['people.@.name'], reason: 'A test' }] },
    });
    const { extensions } = respondDryRun(plannedFerry({ ...QUESTION, deprecations })).body;
    expect(extensions).toMatchObject({ deprecations: [{ coordinate: 'Person.name' }] });
  });

  it('speaks the language of the reader', () => {
    const problem: Problem = { code: 'BAD_PAGE', details: { max: 100 }, path: ['people'] };
    const { body } = respond({ ...fetchedFerry(QUESTION, DATA, [problem]), language: 'es' });
    expect(body).toMatchObject({
      errors: [
        { message: 'Una página tiene de 1 a 100 filas.', path: ['people'], extensions: { code: 'BAD_PAGE', max: 100 } },
      ],
      extensions: { disclosure: { legalBasis: ['Ninguno'], obligations: [{ passingOn: 'Nunca.' }] } },
    });
  });

  it('puts notices into the errors too, when asked, after what went wrong', () => {
    const problem: Problem = { code: 'SUBGRAPH_UNAVAILABLE', details: { subgraph: 'ferry' }, path: undefined };
    const { body } = respond({ ...fetchedFerry(QUESTION, DATA, [problem]), noticesAsErrors: true });
    expect((body.errors as Array<{ extensions: object }>).map(({ extensions }) => extensions)).toEqual([
      { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'ferry' },
      expect.objectContaining({ code: 'WITHHELD', coordinate: 'Person.age' }),
    ]);
  });

  it('has no errors when nothing went wrong, and names no agreement that gave nothing', () => {
    const { body } = respond(
      fetchedFerry(
        {
          query: '{ people { age } }',
          granted: ['Person.age'],
          caps: [capOf({ target: { coordinates: ['Person.age'] } })],
        },
        { people: [{}] },
      ),
    );
    expect(body).not.toHaveProperty('errors');
    expect(body).toMatchObject({ extensions: { disclosure: { agreements: [] } } });
  });
});

describe('respondDryRun', () => {
  it('says what would be given, withheld, asked and counted, and gives nothing', () => {
    const { status, body } = respondDryRun(
      plannedFerry({ ...QUESTION, query: '{ people(first: 3) { age name id } }' }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: null,
      extensions: {
        notices: [{ coordinate: 'Person.age' }],
        dryRun: { cost: 3, subgraphs: ['ferry'], coordinates: ['Person.name', 'Query.people'] },
      },
    });
  });
});

describe('respondRefusal', () => {
  const received = { requestId: 'request-1', language: 'es' as const };

  it('gives the text of the catalogue and no data', () => {
    expect(respondRefusal(received, requestError('TOO_DEEP', { max: 10 }))).toEqual({
      status: 400,
      body: {
        errors: [
          { message: 'La consulta está anidada a más de 10 niveles.', extensions: { code: 'TOO_DEEP', max: 10 } },
        ],
        extensions: { requestId: 'request-1' },
      },
    });
  });

  it.each([new Error('secret'), new TypeError('secret'), 'secret', undefined])(
    'says nothing of a fault of ours but where to ask (threat 6)',
    (error) => {
      const { status, body } = respondRefusal(received, error);
      expect(status).toBe(500);
      expect(body).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL', requestId: 'request-1' } }] });
      expect(JSON.stringify(body)).not.toContain('secret');
    },
  );
});
