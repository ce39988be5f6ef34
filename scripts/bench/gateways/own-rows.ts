import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WITHHELD, type WrittenRules, writeRules } from './benchmark-rules';
import type { GatewayCommand, GatewayRow, RowPlace } from './gateway-row';
import type { PasarelaSettings } from './pasarela-settings';
import { startFlags } from './start-flags';

/** What a row of ours is run with beside its place. */
interface OwnRow {
  readonly name: string;
  readonly note: string;
  readonly withheld?: readonly string[];
  readonly rules?: PasarelaSettings['rules'];
}

const ownRow = ({ name, note, withheld, rules = 'on' }: OwnRow): GatewayRow => ({
  name,
  note,
  subgraphs: 'verifying',
  tokens: true,
  peer: false,
  ...(withheld && { withheld }),
  prepare: (place) => preparePasarela(place, { written: { withheld }, rules }),
});

/** What the product's gateway is run on. */
export interface PreparedPasarela extends Pick<PasarelaSettings, 'rules' | 'contractDirectory'> {
  readonly written: WrittenRules;
}

/** Gives the product's gateway its keys and rules, and says how it is started. */
export function preparePasarela(place: RowPlace, { written, ...settings }: PreparedPasarela): GatewayCommand {
  for (const folder of ['keys', 'trust'])
    cpSync(path.join(place.keysDirectory, folder), path.join(place.directory, folder), { recursive: true });
  const rulesDirectory = path.join(place.directory, 'rules');
  writeRules(rulesDirectory, written);
  return nodeCommand('pasarela-process.js', place, { rulesDirectory, ...settings });
}

/** Starts a file beside this one as the product is started, with its settings in a file. */
function nodeCommand(
  file: string,
  { directory: dataDirectory, port, addresses }: RowPlace,
  more: object = {},
): GatewayCommand {
  const settings = path.join(dataDirectory, 'settings.json');
  writeFileSync(settings, JSON.stringify({ dataDirectory, addresses, port, ...more }));
  return { command: process.execPath, words: [...startFlags(), path.join(__dirname, file), settings] };
}

/** Our gateway, bare and whole. */
export const OWN_ROWS: readonly GatewayRow[] = [
  {
    name: 'pasarela bare',
    note: 'planner and executor alone: no tokens, rules, signatures, evidence',
    subgraphs: 'plain',
    tokens: false,
    peer: false,
    prepare: (place) => nodeCommand('bare-process.js', place),
  },
  ownRow({ name: 'pasarela A', note: 'the product; its rules withhold nothing from whoever asks' }),
  ownRow({
    name: 'pasarela B',
    note: `the product; its rules withhold ${WITHHELD.join(' and ')}`,
    withheld: WITHHELD,
  }),
  ownRow({ name: 'pasarela A without rules', note: 'as A, but deciding is taken out', rules: 'off' }),
];
