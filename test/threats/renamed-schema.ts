import type { Sdls } from './changed-schema';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.14';
const LINKS_AS_LN = `directive @ln(url: String!, as: String, import: [ln__Import], for: ln__Purpose) repeatable on SCHEMA
scalar ln__Import
enum ln__Purpose { SECURITY EXECUTION }`;

/** A way to write federation's directives: what is linked, and the name of each. */
export interface Writing {
  readonly link: string;
  readonly names: Readonly<Record<string, string>>;
}

const prefixed = (prefix: string): Record<string, string> =>
  Object.fromEntries(DIRECTIVES.map((name) => [name, `${prefix}__${name}`]));
const DIRECTIVES = ['key', 'requires', 'external', 'shareable', 'inaccessible'];

/** Ways to write the same schema, other than with the plain names. */
export const WRITINGS: Readonly<Record<'aliases' | 'swapped' | 'prefix' | 'anotherPrefix' | 'anotherLink', Writing>> = {
  aliases: {
    link: `extend schema @link(url: "${FEDERATION}", import: [{ name: "@key", as: "@k" }, { name: "@requires", as: "@derivedFrom" }])`,
    names: { ...prefixed('federation'), key: 'k', requires: 'derivedFrom' },
  },
  swapped: {
    link: `extend schema @link(url: "${FEDERATION}", import: [{ name: "@requires", as: "@external" }, { name: "@external", as: "@requires" }])`,
    names: { ...prefixed('federation'), requires: 'external', external: 'requires' },
  },
  prefix: { link: `extend schema @link(url: "${FEDERATION}")`, names: prefixed('federation') },
  anotherPrefix: { link: `extend schema @link(url: "${FEDERATION}", as: "fed")`, names: prefixed('fed') },
  anotherLink: {
    link: `${LINKS_AS_LN} extend schema @ln(url: "https://specs.apollo.dev/link/v1.0", as: "ln") @ln(url: "${FEDERATION}", import: [{ name: "@key", as: "@k" }])`,
    names: { ...prefixed('federation'), key: 'k' },
  },
};

/** Schemas as the product makes them, written in another way. */
export const written = (sdls: Sdls, { link, names }: Writing): Sdls =>
  new Map(
    [...sdls].map(([subgraph, sdl]) => {
      const [, ...rest] = sdl.split('\n');
      const renamed = rest
        .join('\n')
        .replaceAll(/@(\w+)/g, (all, name: string) => (names[name] ? `@${names[name]}` : all));
      return [subgraph, `${link}\n${renamed}`];
    }),
  );
