import type { GatewaySender } from './gateway-sender';
import { bodyOf, PERMIT_ASKER, PERMIT_FIELDS } from './permit-question';

/** A permit as it was told. */
export interface KnownPermit {
  readonly id: string;
  readonly department: { readonly code: string } | null;
}

const PAGE = 100;
const LIST = `query($after:String){permits(first:${PAGE},after:$after){edges{node{${PERMIT_FIELDS}}}pageInfo{hasNextPage endCursor}}}`;

interface PermitPage {
  readonly permits: {
    readonly edges: ReadonlyArray<{ readonly node: KnownPermit }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

/** Reads permits page by page, as many or all: with them the answers about the same records are compared. */
export async function knownPermits(sender: GatewaySender, count: number): Promise<KnownPermit[]> {
  const permits: KnownPermit[] = [];
  let after: string | undefined;
  while (permits.length < count) {
    const { data } = await sender.send(bodyOf(LIST, { after }), PERMIT_ASKER);
    const { edges, pageInfo } = (data as PermitPage).permits;
    permits.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return permits.slice(0, count);
}
