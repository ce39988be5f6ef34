import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { thumbprintOf } from '@pasarela/schema/rule-bundles/root-keys';
import { keyChangeOf, partyOf } from '@pasarela/schema/testing/rule-parties';
import { signKeyChange } from './rotate-key';

const [PAN, NEW_COL, NEW_PAN] = [partyOf('PAN'), partyOf('COL', 'another of COL'), partyOf('PAN', 'another of PAN')];
const USA = partyOf('USA');

/** A host of the rules that says of a change what it likes. */
describe('signKeyChange', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'pasarela-sign-key-'));
  const [keyFile, tokenFile] = ['key.json', 'token'].map((name) => path.join(directory, name)) as [string, string];
  let host: Server;
  let url: string;
  let told: readonly object[] = [];
  const handedIn: string[] = [];

  beforeAll(async () => {
    writeFileSync(keyFile, JSON.stringify(USA.privateKey));
    writeFileSync(tokenFile, 'a token');
    host = createServer(async (request, response) => {
      const { query, variables } = JSON.parse(Buffer.concat(await request.toArray()).toString());
      if (query.startsWith('mutation')) handedIn.push(variables.signed);
      const changed = { party: 'COL', number: 2, thumbprint: 'T', inForce: false, signedBy: ['USA'] };
      response.end(JSON.stringify({ data: { rootKeyChanges: told, changeRootKey: changed } }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => host.once('listening', resolve));
    url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/graphql`;
  });
  afterAll(async () => {
    await new Promise((resolve) => host.close(resolve));
    rmSync(directory, { recursive: true, force: true });
  });

  const sign = async (change: object) => {
    const thumbprint = await thumbprintOf(NEW_COL.key);
    told = [{ party: 'COL', number: 2, thumbprint, inForce: false, signedBy: [], content: JSON.stringify(change) }];
    return signKeyChange({ dir: '', url, tokenFile, key: keyFile, party: 'COL', thumbprint });
  };

  it('signs the key that a party read out, for that party', async () => {
    await sign(await keyChangeOf(partyOf('COL'), NEW_COL));
    expect(handedIn).toHaveLength(1);
  });

  it.each([
    ["gives another party's rules to that key", () => keyChangeOf(PAN, { ...NEW_COL, party: 'PAN' })],
    ['gives the party another key', () => keyChangeOf(partyOf('COL'), { ...NEW_PAN, party: 'COL' })],
    ['is no change of a key', async () => ({ party: 'COL' })],
  ])('signs nothing that %s, whatever it is called', async (_, change) => {
    handedIn.length = 0;
    await expect(sign(await change())).rejects.toThrow('--party and --thumbprint need those of a waiting change');
    expect(handedIn).toEqual([]);
  });
});
