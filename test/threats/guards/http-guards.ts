import type { Guard } from './guard';

const WITHOUT_LIMIT = 100_000_000;

/** Without it an array is read by its first entry. */
export const oneOperation: Guard = {
  module: '@pasarela/gateway/http/read-request',
  function: 'readRequest',
  what: 'reads one JSON object; an array does not fit',
  permissive: (actual) => (headers, body, at) => actual(headers, Array.isArray(body) ? body[0] : body, at),
};

/** Without it the first operation of a document runs, whichever was named. */
export const namedOperation: Guard = {
  module: '@pasarela/gateway/parse/parse-operation',
  function: 'parseOperation',
  what: 'takes the one operation that is named, and none where several could be meant',
  permissive: (actual) => (request, ruleSet, tools) => {
    const first = /(?:query|mutation) (\w+)/.exec(request.query)?.[1];
    return actual({ ...request, operationName: first }, ruleSet, tools);
  },
};

/** Without it one plan serves everybody who asks the same root field. */
export const planCache: Guard = {
  module: '@pasarela/gateway/plan/planner',
  function: 'Planner.plan',
  what: 'keeps plans by the pruned text, so that one never serves another requester',
  permissive: (actual, self) => (text, requester) => {
    const question = /\w+/.exec(text.replace(/^(query|mutation)/, ''))?.[0] as string;
    self.firsts ??= new Map();
    if (!self.firsts.has(question)) self.firsts.set(question, actual(text, requester));
    return self.firsts.get(question);
  },
};

/** Without it a gateway reads on and on. */
export const gatewayBodyLimit: Guard = {
  module: '@pasarela/gateway/http/http-server',
  function: 'createHttpServer',
  what: 'reads a body up to its limit',
  permissive: (actual) => (options) => actual({ ...options, maxBodyBytes: WITHOUT_LIMIT }),
};

/** Without it a subgraph reads on and on. */
export const subgraphBodyLimit: Guard = {
  module: '@pasarela/serve/subgraph-server',
  function: 'startSubgraph',
  what: 'reads a body up to its limit',
  permissive: (actual) => (options) => actual({ ...options, maxBodyBytes: WITHOUT_LIMIT }),
};
