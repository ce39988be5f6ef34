import { NOBODY } from './requester';
import { type Question, sendQuery } from './send-query';
import { TEXTS } from './texts';

const analyst = { ...NOBODY, token: 'a.b.c' };

function question(send: jest.Mock, changes: Partial<Question> = {}): Question {
  return { operation: { query: '{ a }' }, requester: analyst, language: 'en', send, ...changes };
}

function answering(text: string, status = 200): jest.Mock {
  return jest.fn(async () => new Response(text, { status }));
}

describe('sendQuery', () => {
  test('posts the operation to the same origin with the requester in the headers', async () => {
    const send = answering('{"data":{"a":1}}');
    expect(await sendQuery(question(send))).toEqual({ data: { a: 1 } });
    const [address, request] = send.mock.calls[0];
    expect(address).toBe('/graphql');
    expect(request).toMatchObject({ method: 'POST', body: '{"query":"{ a }"}' });
    expect(request.headers.get('authorization')).toBe('Bearer a.b.c');
    expect(request.headers.get('x-purpose')).toBe('STATISTICS');
  });

  test('hands over the words of a refusal', async () => {
    const refusal = { errors: [{ message: 'The token has expired.' }] };
    expect(await sendQuery(question(answering(JSON.stringify(refusal), 401)))).toEqual(refusal);
  });

  test('asks for a token instead of sending without one', async () => {
    const send = answering('{}');
    const answer = await sendQuery(question(send, { requester: NOBODY, language: 'es' }));
    expect(answer).toEqual({ errors: [{ message: TEXTS.es.tokenFirst }] });
    expect(send).not.toHaveBeenCalled();
  });

  test('does not send a token that is bound to a key, and says where it is of use', async () => {
    const claims = Buffer.from(JSON.stringify({ sub: 'dashboard.pan', cnf: { jkt: 'x' } })).toString('base64url');
    const send = answering('{}');
    const answer = await sendQuery(question(send, { requester: { ...NOBODY, token: `a.${claims}.c` } }));
    expect(answer).toEqual({ errors: [{ message: TEXTS.en.tokenBound }] });
    expect(send).not.toHaveBeenCalled();
  });

  test('says so when a header cannot carry the text', async () => {
    const requester = { ...analyst, purpose: 'ENFORCEMENT', caseReference: 'PA–17' } as const;
    const send = answering('{}');
    const answer = await sendQuery(question(send, { requester }));
    expect(answer).toEqual({ errors: [{ message: TEXTS.en.unsendable }] });
    expect(send).not.toHaveBeenCalled();
  });

  test.each(['<html>', '', '7', 'null'])('says so when the answer is %j', async (text) => {
    const answer = await sendQuery(question(answering(text, 502)));
    expect(answer).toEqual({ errors: [{ message: `${TEXTS.en.unreadable} (HTTP 502)` }] });
  });

  test('says so when the gateway cannot be reached', async () => {
    const send = jest.fn().mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await sendQuery(question(send))).toEqual({
      errors: [{ message: TEXTS.en.unreachable }],
    });
  });
});
