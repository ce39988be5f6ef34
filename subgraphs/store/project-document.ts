import mongoose from 'mongoose';
import type { Document } from './canonical-document';
import { isPlainObject } from './document-path';
import { unsupported } from './unsupported';

/** Makes the answer from a stored document. */
export type Project = (document: Document) => Document;

interface Tree {
  [name: string]: Tree | true;
}

/** Compiles a projection that includes or excludes fields; operators in it are refused by name. */
export function compileProjection(projection: Document | undefined | null): Project {
  const entries = flatten(projection ?? {});
  if (entries.length === 0) return (document) => document;
  const others = entries.filter(([path]) => path !== '_id');
  const idWanted = entries.find(([path]) => path === '_id')?.[1];
  const including = others.length === 0 ? idWanted === true : others[0]?.[1] === true;
  if (others.some(([, wanted]) => wanted !== including)) mixedProjection();
  const listed = others.map(([path]) => path);
  const withId = idWanted ?? true;
  const tree = treeOf(withId === including ? ['_id', ...listed] : listed);
  return including ? (document) => include(document, tree) : (document) => exclude(document, tree);
}

function flatten(projection: Document, prefix = ''): [string, boolean][] {
  return Object.entries(projection).flatMap(([name, wanted]): [string, boolean][] => {
    if (name.startsWith('$')) unsupported(`the projection operator ${name}`);
    if (name.endsWith('.$')) unsupported('the positional projection $');
    if (isPlainObject(wanted)) return flatten(wanted, `${prefix}${name}.`);
    if (typeof wanted !== 'number' && typeof wanted !== 'boolean') unsupported('computed fields in a projection');
    return [[prefix + name, Boolean(wanted)]];
  });
}

function mixedProjection(): never {
  const message = 'Cannot do inclusion and exclusion in one projection';
  throw new mongoose.mongo.MongoServerError({ message, code: 31254 });
}

function treeOf(paths: readonly string[]): Tree {
  const tree: Tree = Object.create(null);
  for (const path of paths) addPath(tree, path.split('.'), path);
  return tree;
}

function addPath(tree: Tree, names: readonly string[], path: string): void {
  const [name, ...rest] = names as [string, ...string[]];
  const known = tree[name];
  if (known === true || (known !== undefined && rest.length === 0)) pathCollision(path);
  if (rest.length === 0) tree[name] = true;
  else {
    const branch = (known ?? Object.create(null)) as Tree;
    tree[name] = branch;
    addPath(branch, rest, path);
  }
}

function pathCollision(path: string): never {
  throw new mongoose.mongo.MongoServerError({ message: `Path collision at ${path}`, code: 31250 });
}

function include(document: Document, tree: Tree): Document {
  const result: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const branch = tree[name];
    if (branch === undefined) continue;
    const kept = branch === true ? value : includeWithin(value, branch);
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

// A path below a scalar includes nothing; below an array it reaches each embedded document.
function includeWithin(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => includeWithin(item, tree)).filter((item) => item !== undefined);
  return isPlainObject(value) ? include(value, tree) : undefined;
}

function exclude(document: Document, tree: Tree): Document {
  const result: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const branch = tree[name];
    if (branch === undefined) result[name] = value;
    else if (branch !== true) result[name] = excludeWithin(value, branch);
  }
  return result;
}

function excludeWithin(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => excludeWithin(item, tree));
  return isPlainObject(value) ? exclude(value, tree) : value;
}
