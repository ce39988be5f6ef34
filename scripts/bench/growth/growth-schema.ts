import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LABEL_DIRECTIVES_SDL } from '@pasarela/schema/directives';
import { composeSupergraph } from '../../compose/compose-contract';
import type { WrittenRules } from '../gateways/benchmark-rules';
import { fieldName, fieldNames, fieldsOf, range, scalarOf } from './growth-fields';
import type { GrowthPoint } from './growth-point';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@inaccessible"])\n';
/** One owner, as in the benchmark of gateways: joins of owners would be withheld. */
const OWNER = '@owner(party: "USA")';
const OPEN = '@sensitivity(as: OPERATIONAL)';

/** The names of as many subgraphs. */
export const subgraphNames = (count: number): string[] =>
  range(count).map((index) => `register-${String(index + 1).padStart(2, '0')}`);

/** The subgraphs of a point, by name: the first lists the entities, each adds its fields to them. */
export const growthSdls = (point: GrowthPoint): Map<string, string> =>
  new Map(subgraphNames(point.subgraphs).map((name, index) => [name, sdlOf(point, index)]));

function sdlOf(point: GrowthPoint, subgraph: number): string {
  const query = `type Query { entries(first: Int! = 20): [Entry] ${OWNER} ${OPEN} }\n`;
  const fields = fieldsOf(point, subgraph).map((field) => `  ${fieldName(field)}: ${scalarOf(field)} ${OPEN}\n`);
  const entity = `type Entry @key(fields: "id") ${OWNER} {\n  id: ID! ${OPEN}\n${fields.join('')}}\n`;
  return `${LINK}${LABEL_DIRECTIVES_SDL}\n${subgraph === 0 ? query : ''}${entity}`;
}

/** Writes the contract of a point as files, as a product's is read. */
export function writeContract(directory: string, point: GrowthPoint): void {
  const sdls = growthSdls(point);
  const folder = path.join(directory, 'subgraphs');
  mkdirSync(folder, { recursive: true });
  for (const [name, sdl] of sdls) writeFileSync(path.join(folder, `${name}.graphql`), sdl);
  writeFileSync(path.join(directory, 'supergraph.graphql'), composeSupergraph(sdls));
}

/** The rules of a point: about every field, as many as it says. */
export const growthRules = ({ fields, rules }: GrowthPoint): WrittenRules => ({
  fields: { Query: ['entries'], Entry: fieldNames(fields) },
  rules,
});

/** The body of the question for everything that a point has. */
export const growthBody = ({ entities, fields }: GrowthPoint): string =>
  JSON.stringify({ query: `{ entries(first: ${entities}) { id ${fieldNames(fields).join(' ')} } }` });
