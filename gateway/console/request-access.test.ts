import { type Notice, readAccount } from './gateway-answer';
import { isAskable, newClientKey, requestAccess } from './request-access';
import { NOBODY } from './requester';
import { TEXTS } from './texts';

const requester = { ...NOBODY, token: 'a.b.c', purpose: 'MIGRATION_MANAGEMENT' } as const;
const wish = { coordinate: 'CrossingRecord.station', level: 'full', reason: ' To plan ', clientKey: 'key' };

const ask = (text: string, status = 200) => {
  const send = jest.fn(async (_address: unknown, _request?: RequestInit) => new Response(text, { status }));
  return { send, outcome: requestAccess({ wish, requester, language: 'es', send: send as typeof fetch }) };
};

function notice(code: string, coordinate: string): Notice {
  const [read] = readAccount({ extensions: { notices: [{ code, coordinate, level: 'none' }] } }).notices;
  if (!read) throw new Error('the answer holds one notice');
  return read;
}

describe('isAskable', () => {
  test.each([
    ['WITHHELD', 'CrossingRecord.station', true],
    ['CONDITIONAL', 'CrossingRecord.station', false],
    ['ROWS_CONDITIONAL', 'CrossingRecord', false],
    ['WITHHELD', '', false],
    ['WITHHELD', 'Type.field(argument:)', false],
  ])('%s of %j: %j', (code, coordinate, expected) => {
    expect(isAskable(notice(code, coordinate))).toBe(expected);
  });
});

describe('requestAccess', () => {
  test('sends who asks, what for and why, and says whom it was put to', async () => {
    const { send, outcome } = ask('{"data":{"requestAccess":{"id":"r-1","owner":"PAN"}}}');
    expect(await outcome).toEqual({ asked: true, message: expect.stringMatching(/PAN.*r-1/) });
    const [, request] = send.mock.calls[0] ?? [];
    expect(new Headers(request?.headers).get('authorization')).toBe('Bearer a.b.c');
    expect(JSON.parse(String(request?.body)).variables).toEqual({
      coordinate: 'CrossingRecord.station',
      level: 'full',
      reason: 'To plan',
      purpose: 'MIGRATION_MANAGEMENT',
      clientKey: 'key',
    });
  });

  test('hands over the words of a refusal', async () => {
    const { outcome } = ask('{"data":{"requestAccess":null},"errors":[{"message":"Usted ya recibe este campo."}]}');
    expect(await outcome).toEqual({ asked: false, message: 'Usted ya recibe este campo.' });
  });

  test.each(['{}', 'null', '{"data":{"requestAccess":{"id":7}}}'])('does not take %s for a request', async (text) => {
    expect(await ask(text).outcome).toMatchObject({
      asked: false,
      message: expect.stringContaining(TEXTS.es.unreadable),
    });
  });
});

describe('newClientKey', () => {
  test('has the form of a key and is never the same', () => {
    const keys = Array.from({ length: 50 }, newClientKey);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });
});
