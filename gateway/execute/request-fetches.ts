import { RequestError, requestError } from '@pasarela/schema/errors';
import type { OwnersLeaf } from '@pasarela/schema/evidence/recording/evidence-header';
import type { Planned, Problem } from '../request-state';
import { CutOutFields } from './cut-out-fields';
import type { FetchSubject } from './gateway-statements';
import type { ResponsePath } from './run/error-paths';
import type { FetchPort, FetchReply, FetchRequest } from './run/run-plan';
import { SharedReply } from './shared-reply';
import type { SubgraphClient, SubgraphError } from './subgraph-client';
import { problemOf, problemOfFault } from './subgraph-problems';
import { unreachedPaths } from './unreached-paths';

/** The fetches of one request: sends, and keeps the owners' leaves and what went wrong in the catalogue's terms. */
export class RequestFetches implements FetchPort<SubgraphError> {
  readonly problems: Problem[] = [];
  readonly leaves: OwnersLeaf[] = [];
  readonly variables: Planned['coercedVariables'];
  ruleSetChanged = false;
  private readonly cutOut: CutOutFields;
  private readonly subject: FetchSubject;
  /** Fetches by what they ask. INVARIANT: of this one request alone. */
  private readonly asked = new Map<string, Promise<SharedReply>>();

  constructor(
    private readonly planned: Planned,
    private readonly client: SubgraphClient,
  ) {
    const { token, purpose, requestId, caseReference, decider } = planned;
    this.subject = { token, purpose, requestId, caseReference, ruleSetVersion: decider.ruleSet.version };
    this.cutOut = new CutOutFields(planned.decided.fields, decider.ruleSet.labels);
    this.variables = planned.coercedVariables;
  }

  /** Sends a fetch; one that asks the same of the same subgraph as another is not sent again. */
  async send(request: FetchRequest): Promise<FetchReply<SubgraphError>> {
    const { subgraph, openBody } = request;
    const name = `${subgraph} ${openBody}`;
    const known = this.asked.get(name);
    if (known) return known;
    const sent = this.sendOnce(request);
    if (this.mayShare) this.asked.set(name, sent);
    return sent;
  }

  /** A mutation asks twice when its document does. */
  private get mayShare(): boolean {
    return this.planned.operation.operation === 'query';
  }

  private async sendOnce({ subgraph, openBody, read }: FetchRequest): Promise<SharedReply> {
    const withheld = this.cutOut.take(subgraph);
    const beside = withheld.length > 0 ? `,"extensions":${JSON.stringify({ withheld })}` : '';
    const reply = await this.client.send({ subgraph, body: `${openBody}${beside}}`, read }, this.subject);
    const { data, errors, leaf } = reply;
    // `{"data": null}` without an error would become a silent null.
    if (!data && errors.length === 0) throw requestError('SUBGRAPH_INVALID', { subgraph });
    if (data) this.leaves.push(ownLeaf(leaf, subgraph));
    return new SharedReply(reply);
  }

  /** Keeps an error once for each place of the answer at which it belongs. */
  onError(subgraph: string, error: SubgraphError, paths: readonly ResponsePath[] | undefined): void {
    for (const path of paths ?? [error.path]) this.problems.push(problemOf(subgraph, error, path));
    if (paths?.length === 0)
      this.problems.push({ ...problemOf(subgraph, error, undefined), paths: this.unreached(subgraph) });
  }

  /** Keeps a fetch that brought nothing. */
  onFault(subgraph: string, fault: unknown): void {
    if (fault instanceof RequestError && fault.code === 'RULE_SET_CHANGED') this.ruleSetChanged = true;
    else this.problems.push({ ...problemOfFault(subgraph, fault), path: undefined, paths: this.unreached(subgraph) });
  }

  /**
   * Tells owners from whom nothing is fetched what of theirs was refused. No answer waits for that or fails by it: the
   * gateway's own log holds it too.
   */
  tellOthers(): void {
    const { token: _, ...subject } = this.subject;
    const { requester } = this.planned;
    for (const subgraph of this.cutOut.remaining())
      this.client.report(subgraph, this.cutOut.take(subgraph), { ...subject, requester }).catch(() => undefined);
  }

  private unreached(subgraph: string): string[] {
    const { decided, decider } = this.planned;
    return unreachedPaths(subgraph, decided.fields, decider.ruleSet.labels);
  }
}

/** INVARIANT: data without the leaf of its owner's log is no answer: nobody could show later that it was given out. */
function ownLeaf(leaf: OwnersLeaf | undefined, subgraph: string): OwnersLeaf {
  if (!leaf || leaf.log !== subgraph) throw requestError('SUBGRAPH_INVALID', { subgraph });
  return leaf;
}
