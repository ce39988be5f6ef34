import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readKeyFile, readSigningKey } from '@pasarela/schema/identity/key-files';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { TOKEN_AUDIENCE } from '@pasarela/schema/identity/verify-token';
import { admit } from '@pasarela/scripts/party/admit';
import { type NewPartyFlags, newParty } from '@pasarela/scripts/party/new-party';
import { partyKeyFile } from '@pasarela/scripts/party/party-keys';
import { publishFirst } from '@pasarela/scripts/party/publish-first';
import { signFirst } from '@pasarela/scripts/party/sign-first';
import { Teller } from '@pasarela/scripts/party/teller';
import type { RuleFlags } from '@pasarela/scripts/rules/options';
import { SignJWT } from 'jose';
import type { HttpAnswer, OpenFederation } from '../../federation/open-federation';

/** What a party says of itself when it joins in a test. */
const BRAZIL: Omit<NewPartyFlags, 'out'> = {
  nameEn: 'Brazil',
  nameEs: 'Brasil',
  agency: ['PF=Polícia Federal', 'CONARE=Comitê Nacional para os Refugiados'],
  issuer: 'https://identity.bra.example/',
  contact: 'Ministério da Justiça, encarregado (dados@mj.example)',
  subgraph: ['brazil-refuge=https://data.bra.example/graphql'],
};

const ANALYST = {
  agency: 'PF',
  roles: ['ANALYST'],
  purposes: ['STATISTICS', 'MIGRATION_MANAGEMENT'],
  assurance: 2,
};
const ADMINISTRATOR = { ...ANALYST, roles: ['ADMINISTRATOR'], purposes: ['POLICY_ADMINISTRATION'] };

/** A party that joins, on its own machine: what it makes by the commands, and what its people ask. */
export class JoiningParty {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'pasarela-party-'));
  /** Everything that the commands said so far. */
  output = '';
  private readonly teller = new Teller('en', (text) => {
    this.output += text;
  });

  constructor(
    private readonly federation: OpenFederation,
    readonly party = 'BRA',
  ) {}

  get enrolmentFile(): string {
    return path.join(this.folder, `enrolment.${this.party.toLowerCase()}.json`);
  }

  get rulesFolder(): string {
    return path.join(this.folder, 'rules');
  }

  /** Makes keys, enrolment and rules, and returns the fingerprint as it is read out. */
  async enrol(changes: Partial<NewPartyFlags> = {}): Promise<string> {
    await newParty(this.party, { ...BRAZIL, out: this.folder, ...changes }, this.teller);
    return /^ {2}((?:[0-9A-Z]{4}-){4}[0-9A-Z]{4})$/m.exec(this.output)?.[1] as string;
  }

  /** Has the operator of the federation admit it. */
  admit(fingerprint: string, file = this.enrolmentFile): Promise<void> {
    return admit(file, { fingerprint, dataDirectory: this.federation.dataDirectory }, this.teller);
  }

  /** Brings its first rules, as an administrator of a party that is there. */
  async publishFirst(as: string, flags: Partial<RuleFlags> = {}): Promise<void> {
    const tokenFile = path.join(this.folder, 'administrator.token');
    writeFileSync(tokenFile, await this.federation.token(as));
    const url = `${this.federation.gateway.url}/graphql`;
    await publishFirst(this.party, { dir: this.rulesFolder, tokenFile, url, ...flags }, this.teller);
  }

  /** Signs what was drafted for it, and returns the file with the signature. */
  async signFirst(): Promise<string> {
    const draft = readdirSync(this.folder).find((name) => name.endsWith('.draft.json')) as string;
    const to = path.join(this.folder, 'first-rules.signed.json');
    const key = partyKeyFile(this.folder, this.party, 'root');
    await signFirst({ draftFile: path.join(this.folder, draft), dir: this.rulesFolder, key, to }, this.teller);
    return to;
  }

  /** A question of its analyst. */
  async ask(query: string, purpose: Purpose = 'STATISTICS'): Promise<HttpAnswer> {
    const headers = { authorization: `Bearer ${await this.token('analyst.bra', ANALYST)}` };
    return this.federation.ask({ purpose, query, headers });
  }

  /** A question of its administrator. */
  async administer(query: string): Promise<HttpAnswer> {
    const headers = { authorization: `Bearer ${await this.token('administrator.bra', ADMINISTRATOR)}` };
    return this.federation.ask({ purpose: 'POLICY_ADMINISTRATION', query, headers });
  }

  /** A token of one of its people, as its own issuer makes it. */
  private async token(subject: string, claims: typeof ANALYST): Promise<string> {
    const file = partyKeyFile(this.folder, this.party, 'issuer');
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: readKeyFile(file).kid as string })
      .setIssuer(BRAZIL.issuer)
      .setSubject(subject)
      .setAudience(TOKEN_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1h')
      .setJti(randomUUID())
      .sign(await readSigningKey(file));
  }

  /** A file of its folder. */
  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
