import { NOBODY, requestHeaders } from './requester';

const officer = { token: 'a.b.c', purpose: 'ENFORCEMENT', caseReference: ' PA-2024-17 ' } as const;

describe('requestHeaders', () => {
  test('carries token, purpose and language', () => {
    expect(requestHeaders({ ...NOBODY, token: 'a.b.c' }, 'es')).toEqual({
      accept: 'application/graphql-response+json, application/json',
      'accept-language': 'es',
      'content-type': 'application/json',
      authorization: 'Bearer a.b.c',
      'x-purpose': 'STATISTICS',
    });
  });

  test('adds the case reference for enforcement', () => {
    expect(requestHeaders(officer, 'en')['x-case-reference']).toBe('PA-2024-17');
  });

  test('keeps a case reference to itself under any other purpose', () => {
    expect(requestHeaders({ ...officer, purpose: 'AUDIT' }, 'en')).not.toHaveProperty('x-case-reference');
  });

  test('sends no empty case reference', () => {
    expect(requestHeaders({ ...officer, caseReference: ' ' }, 'en')).not.toHaveProperty('x-case-reference');
  });
});
