import { executePlan, replySchemas } from '@pasarela/gateway/execute/execute-plan';
import type { ExecuteTools } from '@pasarela/gateway/execute/execute-tools';
import type { SentOperation, SubgraphReply } from '@pasarela/gateway/execute/subgraph-client';
import { Planner } from '@pasarela/gateway/plan/planner';
import type { Intended } from '@pasarela/gateway/request-state';
import { fragmentsOf, operationOf } from '@pasarela/schema/access/question/operation-of';
import { OutboundClient } from '@pasarela/schema/outbound/outbound-client';
import { onlyOwn } from '@pasarela/schema/outbound/outbound-policy';
import { type DocumentNode, type FragmentSpreadNode, Kind, parse, print, visit } from 'graphql';
import { benchmarkContract } from './benchmark-contract';

const TIMEOUT_MS = 10_000;
const [BEFORE, AFTER] = [Buffer.from('{"data":'), Buffer.from('}')];

/** Our planner and executor alone: nobody is asked who they are, nothing is decided, signed or recorded. */
export class BareGateway {
  private readonly planner: Planner;
  private readonly tools: ExecuteTools;
  /** What does not differ from request to request, by the body's text. */
  private readonly planned = new Map<string, Promise<Intended>>();
  private readonly labels: object;

  constructor(private readonly addresses: Readonly<Record<string, string>>) {
    const { supergraph, subgraphs, labels } = benchmarkContract();
    this.planner = new Planner(supergraph);
    this.labels = labels;
    const outbound = new OutboundClient(onlyOwn(Object.values(addresses)));
    const client = { send: (operation: SentOperation) => this.send(outbound, operation) };
    this.tools = { planner: this.planner, client: client as never, subgraphSchemas: replySchemas(subgraphs) };
  }

  /** The answer to a request's body. */
  async answer(body: string): Promise<Buffer> {
    const planned = this.planned.get(body) ?? this.plan(body);
    this.planned.set(body, planned);
    const { dataBytes, problems } = await executePlan(await planned, this.tools);
    if (problems.length > 0) throw new Error(problems[0]?.code);
    return Buffer.concat([BEFORE, dataBytes, AFTER]);
  }

  private async plan(body: string): Promise<Intended> {
    const { query, variables = {}, operationName } = JSON.parse(body);
    const asked = parse(query);
    const document = withoutFragments(asked);
    const text = print(document);
    const plan = await this.planner.plan(text, '');
    const { selectionSet } = operationOf(document, undefined);
    const decided = { fields: [], selectionSet };
    return {
      schema: this.planner.apiSchema,
      operation: operationOf(asked, operationName),
      fragments: fragmentsOf(asked),
      coercedVariables: variables,
      pruned: { document, text },
      plan,
      subgraphs: Object.keys(this.addresses),
      decided,
      decider: { ruleSet: { version: '', labels: this.labels } },
    } as unknown as Intended;
  }

  private async send(outbound: OutboundClient, { subgraph, body, read }: SentOperation): Promise<SubgraphReply> {
    const { bytes } = await outbound.post(this.addresses[subgraph] as string, {
      headers: { 'content-type': 'application/json' },
      body,
      timeoutMs: TIMEOUT_MS,
    });
    const leaf = { log: subgraph, index: 0, leafHash: '' };
    const expected = read?.(bytes);
    if (expected) return { data: expected, isChecked: true, errors: [], bytes, leaf };
    const { data, errors = [] } = JSON.parse(bytes.toString('utf8'));
    return { data, isChecked: false, errors, bytes, leaf };
  }
}

/** Fragments written out and no name, as in every operation that the product plans: fetches of a named one never are the same. */
function withoutFragments(document: DocumentNode): DocumentNode {
  const fragments = fragmentsOf(document);
  const written = visit(document, {
    FragmentSpread: ({ name }: FragmentSpreadNode) => {
      const fragment = fragments.get(name.value);
      return fragment && { ...fragment, kind: Kind.INLINE_FRAGMENT };
    },
  });
  const operations = written.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return { ...written, definitions: operations.map((operation) => ({ ...operation, name: undefined })) };
}
