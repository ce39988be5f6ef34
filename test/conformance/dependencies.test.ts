import { isBuiltin } from 'node:module';
import { projectFiles, readProjectFile, readWorkspaces, type Workspace } from './workspaces';

/** The gateways that ours is compared with: no part of the project, and installed by its benchmark alone. */
const PEERS = 'scripts/bench/peers';

const all = readWorkspaces();
const workspaces = all.filter(({ directory }) => directory !== PEERS);
const tools = workspaces.find(({ directory }) => directory === '.') as Workspace;
const members = workspaces.filter(({ directory }) => directory !== '.');
const readme = readProjectFile('README.md');

/** The packages that a file imports, by name. */
function importedBy(file: string): string[] {
  const specifiers = [
    ...readProjectFile(file).matchAll(
      /(?:\bfrom |\bimport |\brequire\(|\brequire\.resolve\(|\burl\()['"]([^'"\n]+)['"]/g,
    ),
  ].map(([, specifier]) => specifier as string);
  return specifiers.filter((specifier) => !/^[./$]/.test(specifier) && !isBuiltin(specifier)).map(packageName);
}

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const code = (files: readonly string[]) => files.filter((file) => /\.(tsx?|css)$/.test(file));

describe.each(members)('$name', ({ name, directory, dependencies, files }) => {
  const imported = new Set(
    code(files)
      .flatMap(importedBy)
      .filter((dependency) => dependency !== name),
  );

  it('lists every package that it imports', () => {
    expect(
      [...imported].filter((dependency) => !(dependency in dependencies) && !(dependency in tools.dependencies)),
    ).toEqual([]);
  });

  it('imports every package that it lists', () => {
    // Types are found by their name, react-dom by react's compiler, and a page is built by vite.
    const unused = Object.keys(dependencies).filter(
      (dependency) => !imported.has(dependency) && !dependency.startsWith('@types/'),
    );
    expect(unused.filter((dependency) => !(directory === 'gateway/console' && dependency === 'vite'))).toEqual([]);
  });
});

describe("the README's table of dependencies", () => {
  const external = [...new Set(workspaces.flatMap(({ dependencies }) => Object.keys(dependencies)))].filter(
    (name) => !name.startsWith('@pasarela/'),
  );

  it.each(external)('says why %s is there and under which licence', (name) => {
    const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``));
    expect(row?.split('|').filter((cell) => cell.trim()).length).toBe(3);
  });

  it('names no package that is not used', () => {
    const named = readme
      .split('\n')
      .filter((line) => /^\| `/.test(line))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name as string));
    expect(named.filter((name) => !external.includes(name))).toEqual([]);
  });

  it('pins one version of each package', () => {
    const versions = new Map<string, Set<string>>();
    for (const { dependencies } of workspaces)
      for (const [name, version] of Object.entries(dependencies))
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
    expect(
      [...versions]
        .filter(([, pins]) => pins.size > 1 || [...pins].some((pin) => !/^\d/.test(pin)))
        .map(([name]) => name),
    ).toEqual([]);
  });
});

describe('the gateways that ours is compared with', () => {
  const dependencies = all.find(({ directory }) => directory === PEERS)?.dependencies ?? {};
  const page = readProjectFile(`${PEERS}/README.md`);

  it('are no member of the project', () => {
    const { workspaces: patterns } = JSON.parse(readProjectFile('package.json')) as { workspaces: string[] };
    expect(patterns.filter((pattern) => pattern.startsWith('scripts/'))).toEqual([]);
    expect(Object.keys(dependencies).length).toBeGreaterThan(5);
  });

  it.each(Object.entries(dependencies))('%s has one version, a licence and a reason on their page', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const rows = page.split('\n').filter((line) => /^\| /.test(line));
    const row = rows.find((line) => (line.split('|')[1] ?? '').split(',').some((named) => named.trim() === name));
    expect(row?.split('|').filter((cell) => cell.trim()).length).toBe(3);
  });
});

it('keeps files short: median at most 100 lines, none over 400', () => {
  const lines = projectFiles
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, lines: readProjectFile(file).split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  expect(lines[Math.floor(lines.length / 2)]?.lines).toBeLessThanOrEqual(100);
  expect(lines.filter((entry) => entry.lines > 400)).toEqual([]);
});
