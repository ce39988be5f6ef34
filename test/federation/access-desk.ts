import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { HttpAnswer, OpenFederation } from './open-federation';

const REQUEST =
  '{ id owner coordinate purpose level reason party agency roles askedBy state answeredAt answerReason draft }';
const ITEM = `id kind whatToDoEn whatToDoEs owner since until agreement withinDays
  draft { id state note showsMore { code coordinate } }
  lost { coordinates parties before after change }
  accessRequest ${REQUEST}
  opening { id owner agreement person caseReference reason until state }`;

/** Who asks for a field, and under which purpose they ask for it. */
export interface AskedAs {
  readonly as: string;
  readonly purpose: Purpose;
}

/** What somebody asks for. */
export interface AskedField {
  readonly coordinate: string;
  readonly purpose?: Purpose;
  readonly level?: string;
  readonly reason?: string;
  readonly clientKey?: string;
}

/** What those who ask for a field, and those who answer, do over HTTP, each by a persona. */
export class AccessDesk {
  private keys = 0;

  constructor(private readonly federation: OpenFederation) {}

  /** Asks for a field, for the purpose under which it is asked unless said otherwise. */
  request({ as, purpose }: AskedAs, asked: AskedField): Promise<HttpAnswer> {
    const defaults = { purpose, level: 'full', reason: 'A test', clientKey: `asked-${this.keys++}` };
    return this.ask({ as, purpose }, REQUEST_ACCESS, { ...defaults, ...asked });
  }

  mine(asker: AskedAs): Promise<HttpAnswer> {
    return this.ask(asker, `{ myAccessRequests ${REQUEST} }`);
  }

  withdraw(asker: AskedAs, id: string): Promise<HttpAnswer> {
    return this.ask(asker, `mutation ($id: ID!) { withdrawAccessRequest(id: $id) ${REQUEST} }`, { id });
  }

  decline(as: string, id: string, reason = 'Not needed'): Promise<HttpAnswer> {
    const query = `mutation ($id: ID!, $reason: String!) { declineAccess(id: $id, reason: $reason) ${REQUEST} }`;
    return this.administer(as, query, { id, reason });
  }

  draft(as: string, input: { id: string; agreement: string; newAgreement?: object; clientKey?: string }) {
    const query = `mutation ($input: DraftAccessInput!) { draftAccess(input: $input) ${REQUEST} }`;
    return this.administer(as, query, { input: { clientKey: `granted-${this.keys++}`, ...input } });
  }

  inbox(as: string, page = ''): Promise<HttpAnswer> {
    const query = `{ inbox${page} { edges { cursor node { ${ITEM} } } pageInfo { hasNextPage endCursor } } }`;
    return this.administer(as, query);
  }

  /** The items of a kind in somebody's inbox. */
  async items(as: string, kind: string) {
    const { body } = await this.inbox(as, '(first: 100)');
    type Edge = { node: { kind: string } & Record<string, never> };
    return (body.data.inbox.edges as Edge[]).map(({ node }) => node).filter((node) => node.kind === kind) as any[];
  }

  private administer(as: string, query: string, variables: Record<string, unknown> = {}): Promise<HttpAnswer> {
    return this.ask({ as, purpose: 'POLICY_ADMINISTRATION' }, query, variables);
  }

  private ask(asker: AskedAs, query: string, variables: Record<string, unknown> = {}): Promise<HttpAnswer> {
    return this.federation.ask({ ...asker, query, variables, headers: { 'x-case-reference': 'CASE-1' } });
  }
}

const REQUEST_ACCESS = `
  mutation ($coordinate: String!, $purpose: String!, $level: String!, $reason: String!, $clientKey: String!) {
    requestAccess(coordinate: $coordinate, purpose: $purpose, level: $level, reason: $reason, clientKey: $clientKey) ${REQUEST}
  }
`;
