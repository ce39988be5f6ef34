import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Attack } from './attack';

/** Where the attacks stand, a file a threat. */
export const attacksFolder = path.join(__dirname, 'attacks');

/** An attack and the file that holds it. */
export interface FiledAttack extends Attack {
  /** Under the folder of the threats. */
  readonly file: string;
}

/** Every attack, in the order of the threats' numbers: a file that is added is attacked with. */
export const ATTACKS: readonly FiledAttack[] = readdirSync(attacksFolder)
  .sort()
  .flatMap((name) => {
    const { attacks } = require(path.join(attacksFolder, name)) as { attacks: readonly Attack[] };
    return attacks.map((attack) => ({ ...attack, file: `attacks/${name}` }));
  });
