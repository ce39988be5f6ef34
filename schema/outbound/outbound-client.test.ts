import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { OutboundClient } from './outbound-client';
import { onlyOwn } from './outbound-policy';

/** What calls out, and a real server on this machine. */
describe('OutboundClient', () => {
  let server: Server;
  let place: string;
  const asked: string[] = [];
  const open: OutboundClient[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers['x-name']}`);
      if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' });
      response.end('an answer');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    asked.length = 0;
    for (const client of open.splice(0)) await client.close();
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const clientOf = (policy: ConstructorParameters<typeof OutboundClient>[0]) => {
    const client = new OutboundClient(policy);
    open.push(client);
    return client;
  };
  const get = (client: OutboundClient, address: string) =>
    client.request(address, { method: 'GET', headers: { 'x-name': 'value' }, signal: AbortSignal.timeout(5_000) });

  it('calls what this start made, and brings its answer', async () => {
    const answer = await get(clientOf(onlyOwn([`http://${place}/`])), `http://${place}/here`);
    expect([answer.statusCode, await answer.body.text(), asked]).toEqual([200, 'an answer', ['GET /here value']]);
  });

  it('brings a redirection as it is, and follows none', async () => {
    const answer = await get(clientOf(onlyOwn([`http://${place}/`])), `http://${place}/moved`);
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/elsewhere']);
    await answer.body.dump();
    expect(asked).toEqual(['GET /moved value']);
  });

  it('refuses what may not be called with the code that says why, and calls nobody', async () => {
    const client = clientOf(onlyOwn(['http://127.0.0.1:1/']));
    await expect(get(client, `http://${place}/`)).rejects.toMatchObject({ code: 'ADDRESS_NOT_HTTPS' });
    await expect(get(client, `https://${place}/`)).rejects.toMatchObject({ code: 'ADDRESS_NOT_PINNED' });
    await expect(get(client, 'nowhere')).rejects.toMatchObject({ code: 'ADDRESS_UNREADABLE' });
    expect(asked).toEqual([]);
  });

  it('refuses a name when any of its addresses may not be connected to', async () => {
    const resolve: LookupFunction = (_, __, callback) =>
      callback(null, [
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ] as never);
    const pinned = new Set(['data.bra.example:443']);
    const client = clientOf({ pinned, own: new Set(), networks: [], resolve });
    await expect(get(client, 'https://data.bra.example/')).rejects.toThrow(/inner network/);
  });

  it('passes on that a name is not known', async () => {
    const resolve: LookupFunction = (_, __, callback) => callback(new Error('no such name'), '', 0);
    const pinned = new Set(['data.bra.example:443']);
    const client = clientOf({ pinned, own: new Set(), networks: [], resolve });
    await expect(get(client, 'https://data.bra.example/')).rejects.toThrow(/no such name/);
  });
});
