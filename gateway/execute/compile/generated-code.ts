/** A reply that the subgraph's own schema does not allow. */
export class ReplyMismatch extends Error {}

/** GraphQL's own rule for names, https://spec.graphql.org/October2021/#Name: nothing else gets into generated code. */
const NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** Names that any object has without having been given them. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A name as a string literal of JavaScript; throws on what is no GraphQL name. */
export function nameLiteral(name: string): string {
  if (!NAME.test(name)) throw new Error('not a GraphQL name');
  return JSON.stringify(name);
}

/** Reads a member by name. INVARIANT: never what an object merely inherits. */
export const readMember = (object: string, name: string): string =>
  INHERITED.has(name) ? `h.own(${object},${nameLiteral(name)})` : `${object}[${nameLiteral(name)}]`;

/** Sets a member by name. INVARIANT: never a prototype. */
export const writeMember = (object: string, name: string, value: string): string =>
  INHERITED.has(name)
    ? `h.define(${object},${nameLiteral(name)},${value});`
    : `${object}[${nameLiteral(name)}]=${value};`;

/** A member of an object literal. INVARIANT: never a prototype. */
export const memberLiteral = (name: string, value: string): string =>
  name === '__proto__' ? `["__proto__"]:${value}` : `${nameLiteral(name)}:${value}`;

/** What generated code calls, as `h`. */
const HELPERS = {
  own: (object: object, name: string): unknown =>
    Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined,
  define: (object: object, name: string, value: unknown): void => {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  },
  mismatch: (): never => {
    throw new ReplyMismatch();
  },
} as const;

/**
 * Functions that are written out as JavaScript once and then called for every request. INVARIANT: their text holds
 * names of the schema and of a parsed operation, each passed through `nameLiteral`, and never a value of a request;
 * values go in as constants.
 */
export class GeneratedFunctions {
  private readonly declarations: string[] = [];
  private readonly constants: unknown[] = [];
  private readonly names = new Map<string, string>();

  /** @param purpose begins the names of the functions, as profiles and stacks show them. */
  constructor(private readonly purpose: 'check' | 'find' | 'read' | 'represent' | 'write') {}

  /** Where the code finds a value. */
  constant(value: unknown): string {
    return `c[${this.constants.push(value) - 1}]`;
  }

  /** The name of the function with this key; what it does is written the first time. */
  once(key: string, write: (self: string) => { readonly parameters: string; readonly body: string }): string {
    const known = this.names.get(key);
    if (known) return known;
    const name = `${this.purpose}${this.names.size}`;
    this.names.set(key, name);
    const { parameters, body } = write(name);
    this.declarations.push(`function ${name}(${parameters}){${body}}`);
    return name;
  }

  /** The function of that name, ready to be called; `more` is what its code calls besides, as members of `h`. */
  ready<Called>(name: string, more: object = {}): Called {
    const text = `"use strict";${this.declarations.join('\n')}\nreturn ${name};`;
    return new Function('c', 'h', text)(this.constants, { ...HELPERS, ...more }) as Called;
  }
}
