const JSON_HEAD = 'Content-Type: application/json\r\n';
const TOO_LONG = 'a'.repeat(20_000);

/** Requests that go wrong before anybody is asked who sends them: a line, and the rest. */
export const WRONG: ReadonlyArray<readonly [line: string, rest: string]> = [
  ['GET /nothing', '\r\n'],
  ['GET /graphql', '\r\n'],
  ['PUT /graphql', '\r\n'],
  ['DELETE /health/ready', '\r\n'],
  ['OPTIONS *', '\r\n'],
  ['TRACE /graphql', '\r\n'],
  ['HEAD /', '\r\n'],
  ['BREW /graphql', '\r\n'],
  ['CONNECT elsewhere:443', '\r\n'],
  ['no request at all', '\r\n'],
  ['GET /%zz', '\r\n'],
  [`GET /${TOO_LONG}`, '\r\n'],
  ['GET /graphiql/nothing.js', '\r\n'],
  ['GET /graphiql/%zz', '\r\n'],
  ['GET /graphiql/%00', '\r\n'],
  ['GET /graphiql/../../package.json', '\r\n'],
  ['GET /graphiql/..%2f..%2fpackage.json', '\r\n'],
  ['GET /graphiql/assets', '\r\n'],
  ['GET /graphiql/index.html', 'Range: bytes=9999999-\r\n\r\n'],
  ['GET /graphiql/index.html', 'If-Match: "x"\r\n\r\n'],
  ['GET /health/ready', '\r\n'],
  ['GET /health/live', '\r\n'],
  ['GET /health/ready', 'Expect: the-unexpected\r\n\r\n'],
  ['GET /health/ready', `X-Long: ${TOO_LONG}\r\n\r\n`],
  ['POST /graphql', '\r\n'],
  ['POST /graphql', `${JSON_HEAD}Content-Length: 4\r\n\r\n{bad`],
  ['POST /graphql', `${JSON_HEAD}Content-Length: 2\r\n\r\n[]`],
  ['POST /graphql', `${JSON_HEAD}Content-Length: 15\r\n\r\n{"__proto__":1}`],
  ['POST /graphql', `${JSON_HEAD}Content-Length: 99999999\r\n\r\n{`],
  ['POST /graphql', `${JSON_HEAD}Content-Length: many\r\n\r\n{}`],
  ['POST /graphql', `${JSON_HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
  ['POST /graphql', `${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
  ['POST /graphql', 'Content-Type: nonsense\r\nContent-Length: 2\r\n\r\n{}'],
];

/** What a subgraph is sent: an address that cannot be decoded is refused there in the framework's words. */
export const WRONG_AT_SUBGRAPH = WRONG.filter(([line]) => !line.includes('%'));
