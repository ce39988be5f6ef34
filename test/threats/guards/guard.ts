/** Any function of the product: a guard is known here by its name only. */
export type AnyFunction = (...parameters: any[]) => any;

/** One function of the product that holds attacks off, and what the product would be without it. */
export interface Guard {
  /** The module as the product's files import it. */
  readonly module: string;
  /** The function's name, `Class.method` for a method. */
  readonly function: string;
  /** What it does that the permissive one does not. */
  readonly what: string;
  /** The permissive stand-in. @param actual the guard itself. @param self its object, where it is a method. */
  readonly permissive: (actual: AnyFunction, self: any) => AnyFunction;
}

const FOLDERS: Readonly<Record<string, string>> = {
  schema: 'schema',
  serve: 'subgraphs/serve',
  governance: 'subgraphs/governance',
  'joint-identity': 'subgraphs/joint/identity',
  gateway: 'gateway',
};

/** The file in which a guard stands, from the project's root. */
export function fileOf({ module }: Guard): string {
  const [, workspace, ...rest] = module.split('/');
  return `${FOLDERS[workspace as string]}/${rest.join('/')}.ts`;
}
