import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { federation1Schemas, plainSchema } from './benchmark-schema';
import type { GatewayRow, RowPlace } from './gateway-row';
import { grafbaseFiles } from './grafbase-files';

/** The workspace of the peers: what is run of it is not compiled. */
export const PEERS_DIRECTORY = path.resolve(__dirname, '../../../bench/peers');

interface PeerRow {
  readonly name: string;
  readonly note: string;
  /** The file of the peers' workspace, and what it is told. */
  readonly file: string;
  readonly variant: string;
}

const peerRow = ({ name, note, file, variant }: PeerRow): GatewayRow => ({
  name,
  note,
  subgraphs: 'plain',
  tokens: false,
  peer: true,
  prepare: (place) => ({
    command: process.execPath,
    words: [path.join(PEERS_DIRECTORY, file), writeSettings(place, variant)],
    environment: { APOLLO_TELEMETRY_DISABLED: 'true' },
  }),
});

/** What every peer is given: where the subgraphs are, and their schema. */
function writeSettings({ directory, port, addresses }: RowPlace, variant: string): string {
  const file = path.join(directory, 'settings.json');
  const supergraph = withAddresses(plainSchema().supergraph, addresses);
  const federation1 = Object.fromEntries(federation1Schemas());
  writeFileSync(file, JSON.stringify({ port, addresses, supergraph, federation1, variant }));
  return file;
}

/** The supergraph names where the subgraphs are. */
const withAddresses = (supergraph: string, addresses: RowPlace['addresses']): string =>
  Object.entries(addresses).reduce(
    (sdl, [name, url]) => sdl.replaceAll(`http://${name}.invalid/graphql`, url),
    supergraph,
  );

/** Everybody else. */
export const PEER_ROWS: readonly GatewayRow[] = [
  peerRow({
    name: 'apollo-gateway vanilla',
    note: '@apollo/gateway and @apollo/server, standalone, as they come',
    file: 'apollo.mjs',
    variant: 'vanilla',
  }),
  peerRow({
    name: 'apollo-gateway undici',
    note: 'the same, its HTTP client exchanged for undici',
    file: 'apollo.mjs',
    variant: 'undici',
  }),
  peerRow({
    name: 'hive-gateway',
    note: '@graphql-hive/gateway-runtime; sharing of requests in flight off, no cache of replies',
    file: 'hive.mjs',
    variant: 'default',
  }),
  peerRow({
    name: 'hive-gateway router-runtime',
    note: 'the same with the planner and executor of @graphql-hive/router-runtime',
    file: 'hive.mjs',
    variant: 'router-runtime',
  }),
  peerRow({
    name: 'mercurius',
    note: '@mercuriusjs/gateway; the same schemas in the form of federation 1, the only one it knows',
    file: 'mercurius.mjs',
    variant: 'default',
  }),
  {
    name: 'grafbase',
    note: 'the development server of the npm package, which holds no other: a native gateway',
    subgraphs: 'plain',
    tokens: false,
    peer: true,
    prepare: (place) => grafbaseFiles(place, PEERS_DIRECTORY),
  },
];
