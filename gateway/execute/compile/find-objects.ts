import { GeneratedFunctions, nameLiteral, readMember } from './generated-code';
import { SHARED_TEXT } from './shared-text';

/** Objects at a place of the answer, each with what holds it and under which key or index. */
export interface FoundObjects {
  readonly objects: object[];
  readonly holders: object[];
  readonly keys: Array<string | number>;
}

/** Finds the objects at one place. */
export type FindObjects = (root: object) => FoundObjects;

/** Response keys from the root; `@` stands for each element of a list. */
export type ResponsePlace = readonly string[];

const LIST = '@';

/**
 * Makes the search for the objects at a place.
 * @param shared places where equal objects may be one: there each is looked at once.
 */
export function compileFind(place: ResponsePlace, shared: ReadonlySet<string>): FindObjects {
  const functions = new GeneratedFunctions('find');
  const seen = place.map((_, depth) => `const s${depth + 1}=new Set();`).join('');
  const body = `const S=${functions.constant(SHARED_TEXT)};${seen}const objects=[],holders=[],keys=[];${step(place, 0, shared)}return {objects,holders,keys};`;
  return functions.ready(functions.once('find', () => ({ parameters: 'v0', body })));
}

function step(place: ResponsePlace, depth: number, shared: ReadonlySet<string>): string {
  const [here, next] = [`v${depth}`, `v${depth + 1}`];
  const key = place[depth] as string;
  const inner = (at: string) => within(place, depth + 1, { shared, at, holder: here });
  if (key === LIST)
    return `if(Array.isArray(${here}))for(let i${depth}=0;i${depth}<${here}.length;i${depth}++){const ${next}=${here}[i${depth}];${inner(`i${depth}`)}}`;
  return `{const ${next}=${readMember(here, key)};${inner(nameLiteral(key))}}`;
}

interface Around {
  readonly shared: ReadonlySet<string>;
  /** The key or index in the holder. */
  readonly at: string;
  readonly holder: string;
}

function within(place: ResponsePlace, depth: number, { shared, at, holder }: Around): string {
  const here = `v${depth}`;
  const last = depth === place.length;
  const found = last ? `objects.push(${here});holders.push(${holder});keys.push(${at});` : step(place, depth, shared);
  const once = shared.has(placeText(place.slice(0, depth)));
  // Only what was made one of several can be met twice.
  const isOne = `${here}[S]!==undefined`;
  const seen = once ? `if(!(${isOne}&&s${depth}.has(${here}))){if(${isOne})s${depth}.add(${here});${found}}` : found;
  return `if(typeof ${here}==="object"&&${here}!==null){${seen}}`;
}

/** A place as text. */
export const placeText = (place: ResponsePlace): string => place.join('.');
