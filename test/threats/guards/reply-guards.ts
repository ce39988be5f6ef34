import type { Guard } from './guard';

const HTTP = '@pasarela/gateway/http/http-server';

// The catalogue is required inside: guards are listed before any module of the product may be loaded.
const refuse = (...parameters: unknown[]) => require('@pasarela/schema/errors').requestError(...parameters);

/** Without it a fault is answered in its own words. */
export const catalogueWords: Guard = {
  module: '@pasarela/gateway/respond/respond',
  function: 'respondRefusal',
  what: 'answers a fault with a text of the catalogue only',
  permissive: (actual) => (received, error) => {
    const { status, body } = actual(received, error);
    return { status, body: { ...body, errors: [{ ...body.errors[0], message: String(error?.stack) }] } };
  },
};

/** Without it bytes that are no request are answered in the framework's own words. */
export const refusedBytes: Guard = {
  module: '@pasarela/gateway/http/refuse-bytes',
  function: 'refuseBytes',
  what: "refuses bytes that are no request in the catalogue's words",
  permissive: () => (error, socket) => {
    const text = JSON.stringify({ statusCode: 400, error: 'Bad Request', code: error.code, message: error.message });
    socket.end(`HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n${text}`);
  },
};

/** Without it every reply says what answered. */
export const namelessServer: Guard = {
  module: HTTP,
  function: 'createHttpServer',
  what: 'sends no header that names the server or its version',
  permissive: (actual) => async (options) => {
    const server = await actual(options);
    const name = `fastify/${server.version}`;
    server.addHook('onSend', async (_: unknown, reply: any) => void reply.header('server', name));
    return server;
  },
};

/** Without it a subgraph that is away is named by its address. */
export const addressUnsaid: Guard = {
  module: '@pasarela/gateway/execute/subgraph-client',
  function: 'SubgraphClient.send',
  what: 'says of a subgraph that cannot be had its name, never its address or the cause',
  permissive: (actual, self) => (operation: { readonly subgraph: string }, subject) =>
    actual(operation, subject).catch(() => {
      throw refuse('SUBGRAPH_UNAVAILABLE', { subgraph: self.options.peers.get(operation.subgraph).url });
    }),
};

/** Without it a subgraph answers what failed in the library's words, with its stack. */
export const subgraphWords: Guard = {
  module: '@pasarela/serve/execute-operation',
  function: 'createEngine',
  what: 'lets refusals of the catalogue pass and says of anything else only that it happened',
  permissive:
    (actual) =>
    (...parameters) => {
      const engine = actual(...parameters);
      Object.assign(engine.internals, { formatError: undefined, includeStacktraceInErrorResponses: true });
      return engine;
    },
};

/** Without it a fault is logged in its own words, which can hold a value. */
export const faultUnsaid: Guard = {
  module: '@pasarela/serve/fault-details',
  function: 'faultDetails',
  what: 'lets the log have the name and the place of a fault, never its message',
  permissive: () => (error) => ({ fault: String(error), at: '' }),
};

/** Without it a subgraph's log holds what was asked, word by word. */
export const valuesUnlogged: Guard = {
  module: '@pasarela/serve/subgraph-handler',
  function: 'SubgraphHandler.answer',
  what: 'logs coordinates and codes of a request, never its body',
  permissive: (actual, self) => (headers, body) => {
    self.options.log.warn({ body: body.toString('utf8') }, 'request');
    return actual(headers, body);
  },
};

/** Without it a query in an address is answered, as any page or image could ask it. */
export const postOnly: Guard = {
  module: HTTP,
  function: 'createHttpServer',
  what: 'answers GraphQL to POST alone',
  permissive: (actual) => async (options) => {
    const server = await actual(options);
    const { readRequest } = require('@pasarela/gateway/http/read-request');
    server.get('/graphql', async (request: any, reply: any) => {
      const { status, body } = await options.answer(readRequest(request.headers, request.query, options.now()));
      return reply.code(status).send(body);
    });
    return server;
  },
};

/** Without it a form or plain text, which a browser sends across origins unasked, is read as JSON. */
export const jsonOnly: Guard = {
  module: HTTP,
  function: 'createHttpServer',
  what: 'reads JSON that says so, and nothing else',
  permissive: (actual) => async (options) => {
    const server = await actual(options);
    server.addContentTypeParser('*', { parseAs: 'string' }, async (_: unknown, body: string) => JSON.parse(body));
    return server;
  },
};

/** Without it an answer goes out in parts to whoever accepts them. */
export const oneReply: Guard = {
  module: HTTP,
  function: 'createHttpServer',
  what: 'sends one JSON text, whatever the request accepts',
  permissive: (actual) => async (options) => {
    const server = await actual(options);
    server.addHook('onSend', async ({ headers }: any, reply: any, payload: string) => {
      if (!/multipart\/mixed/.test(headers.accept ?? '')) return payload;
      reply.header('content-type', 'multipart/mixed; boundary="-"').removeHeader('content-length');
      return `---\r\ncontent-type: application/json\r\n\r\n${payload}\r\n-----\r\n`;
    });
    return server;
  },
};
