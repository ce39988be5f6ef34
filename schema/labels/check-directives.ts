import { type ConstDirectiveNode, type DocumentNode, parse } from 'graphql';
import { checkFieldSets } from './check-field-sets';
import { checkOverrides } from './check-overrides';
import { type DirectedPlace, directedPlaces } from './directed-places';
import { type DirectiveNames, directiveNames } from './directive-names';
import { BUILT_IN_DIRECTIVES, FEDERATION_DIRECTIVES } from './federation-directives';
import type { LabelProblem } from './label';
import { differingDefinitions, isOfLabels } from './label-definitions';
import { type Import, type Link, readLinks } from './read-links';

/** A problem before it is known in which subgraph. */
type Problem = Omit<LabelProblem, 'subgraph'>;

/**
 * Checks that every directive of every subgraph is known by its real name and means here what it says.
 * INVARIANT: labels are read only where this finds nothing; an unknown directive could be a label, or a way
 * around one. @param sdls SDL by subgraph name.
 */
export function checkDirectives(sdls: ReadonlyMap<string, string>): LabelProblem[] {
  const problems = [...sdls].flatMap(([subgraph, sdl]) =>
    problemsOf(parse(sdl)).map((problem) => ({ ...problem, subgraph })),
  );
  if (problems.length > 0) return problems;
  const misplaced = [...sdls].flatMap(([subgraph, sdl]) => checkFieldSets(subgraph, sdl));
  return misplaced.length > 0 ? misplaced : checkOverrides(sdls);
}

function problemsOf(document: DocumentNode): Problem[] {
  const names = directiveNames(document);
  return [
    ...linkProblems(document),
    ...directedPlaces(document).flatMap((place) => placeProblems(place, names)),
    ...differingDefinitions(document).map((name) => ({
      coordinate: name,
      cause: 'is defined differently from the labels of the contract',
    })),
  ];
}

function linkProblems(document: DocumentNode): Problem[] {
  const { links } = readLinks(document);
  return links.flatMap(linkCauses).map((cause) => ({ coordinate: 'schema', cause }));
}

function linkCauses({ url, specification, prefix, imports }: Link): string[] {
  if (!specification) return [`links ${url}, which is no specification that is known here`];
  const taken = [
    ...imports.filter(touchesLabel).map(({ local }) => local),
    ...(isReserved(`@${prefix}`) ? [prefix] : []),
  ];
  return [
    ...imports.filter(({ real }) => !real).map(() => `imports something from ${url} that is no name`),
    ...taken.map((name) => `links ${url} under ${name}: no label is renamed, and nothing else is called like one`),
  ];
}

const touchesLabel = ({ real, local }: Import): boolean =>
  real !== undefined && local !== undefined && (isReserved(real) || isReserved(local));

const isReserved = (name: string): boolean => isOfLabels(name) || BUILT_IN_DIRECTIVES.has(name.slice(1));

function placeProblems({ coordinate, directives }: DirectedPlace, names: DirectiveNames): Problem[] {
  return directives.flatMap((node) => {
    const cause = refusal(node, coordinate, names);
    return cause ? [{ coordinate, cause }] : [];
  });
}

function refusal({ name }: ConstDirectiveNode, coordinate: string, names: DirectiveNames): string | undefined {
  const real = names.real(name.value);
  if (real === undefined || (real === 'link' && coordinate !== 'schema'))
    return `has @${name.value}, which is no directive that is known here`;
  const cause = FEDERATION_DIRECTIVES.get(real);
  if (!cause) return undefined;
  return `has @${name.value}${real === name.value ? '' : ` (@${real})`}, which ${cause}`;
}
