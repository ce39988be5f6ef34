import type { SubgraphDefinition } from '../../domain/subgraph-definition';
import { type CaseDomain, rootOf } from '../../smuggling/case-domain';
import type { OpenDomain } from '../open-domain';

/** A domain of smuggling cases under test. */
export interface TestedDomain {
  readonly definition: SubgraphDefinition;
  readonly domain: CaseDomain;
}

/** Every case of a domain. @param node what is selected of each. */
export async function allCases(
  open: OpenDomain,
  { domain }: TestedDomain,
  { node, first = 100, filter }: { node: string; first?: number; filter?: object },
): Promise<any[]> {
  const list = `${rootOf(domain)}SmugglingCases`;
  const query = `query ($first: Int!, $after: String, $filter: ${domain.prefix}SmugglingCaseFilter) {
    ${list}(first: $first, after: $after, filter: $filter) {
      pageInfo { hasNextPage endCursor } edges { node { ${node} } }
    } }`;
  const nodes: any[] = [];
  let after: string | null = null;
  for (;;) {
    const { data, errors }: any = await open.ask(query, { first, after, filter });
    expect(errors).toBeUndefined();
    nodes.push(...data[list].edges.map((edge: any) => edge.node));
    if (!data[list].pageInfo.hasNextPage) return nodes;
    after = data[list].pageInfo.endCursor;
  }
}
