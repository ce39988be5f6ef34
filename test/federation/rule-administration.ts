import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { signContent } from '@pasarela/schema/rule-bundles/sign';
import { signedWithDevelopmentKeys } from '@pasarela/scripts/development/first-rules';
import type { HttpAnswer, OpenFederation } from './open-federation';

/** One text of an owner's rules. */
export interface RuleText {
  readonly name: string;
  readonly text: string;
}

const DRAFT =
  '{ id owner number state changeHash payload showsMore { code rule coordinate } changes { coordinates parties openings before after change } approvals { by { id } counts } }';

/** What administrators do over HTTP, each by a persona. */
export class RuleAdministration {
  private keys = 0;

  constructor(private readonly federation: OpenFederation) {}

  /** The number and the texts of an owner's rules in force. */
  async rulesOf(owner: string): Promise<{ number: number; documents: RuleText[] }> {
    const { body } = await this.ask('administrator.pan', '{ ruleOwners { code number documents { name text } } }');
    return body.data.ruleOwners.find(({ code }: { code: string }) => code === owner);
  }

  /** An owner's texts with one of them changed. */
  async changed(owner: string, name: string, change: (text: string) => string): Promise<RuleText[]> {
    const { documents } = await this.rulesOf(owner);
    return documents.map((one) => (one.name === name ? { name, text: change(one.text) } : one));
  }

  draft(as: string, input: { owner: string; documents: readonly RuleText[]; expectedNumber: number }) {
    const variables = { input: { note: 'A test', clientKey: `key-${this.keys++}`, ...input } };
    return this.ask(as, `mutation ($input: DraftRulesInput!) { draftRules(input: $input) ${DRAFT} }`, variables);
  }

  approve(as: string, id: string, changeHash: string) {
    const query = `mutation ($id: ID!, $changeHash: String!) { approveRules(id: $id, changeHash: $changeHash) ${DRAFT} }`;
    return this.ask(as, query, { id, changeHash });
  }

  publish(as: string, id: string, signed: unknown) {
    const query =
      'mutation ($id: ID!, $signed: String!) { publishRules(id: $id, signed: $signed) { owner number newest points { name confirmed reachable notInForce } } }';
    return this.ask(as, query, { id, signed: JSON.stringify(signed) });
  }

  withdraw(as: string, id: string) {
    return this.ask(as, `mutation ($id: ID!) { withdrawRules(id: $id) ${DRAFT} }`, { id });
  }

  /** A draft's payload signed with the development root keys that it needs. */
  signed(payload: string) {
    return signedWithDevelopmentKeys(JSON.parse(payload) as OwnerPart, this.federation.dataDirectory);
  }

  /** Any text signed with the development root key of a party. */
  signedBy(party: string, content: string) {
    const key = readKeyFile(keyFiles.developmentRoot(this.federation.dataDirectory, party));
    return signContent(content, 'pasarela-rules+jws', key);
  }

  ask(as: string, query: string, variables: Record<string, unknown> = {}): Promise<HttpAnswer> {
    return this.federation.ask({ as, purpose: 'POLICY_ADMINISTRATION', query, variables });
  }
}

/** The code of the first error of an answer. */
export const codeIn = ({ body }: HttpAnswer): unknown => body.errors?.[0]?.extensions?.code;
