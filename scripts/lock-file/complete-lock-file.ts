/** The part of package-lock.json that matters here. */
export interface LockFile {
  packages: Record<string, LockedPackage>;
}

/** One package as the lock file holds it. */
export interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const SYSTEMS: Readonly<Record<string, string>> = { windows: 'win32' };
const KNOWN_SYSTEMS = [
  'darwin',
  'win32',
  'linux',
  'android',
  'freebsd',
  'openharmony',
  'netbsd',
  'openbsd',
  'sunos',
  'aix',
  'windows',
];
const PROCESSORS: Readonly<Record<string, string>> = { '64': 'x64' };

/**
 * The binaries of other platforms that a lock file misses because the registry where it was written did
 * not hold them. Without an entry each, `npm ci` refuses the whole file.
 */
export function missingPlatformPackages({ packages }: LockFile): Map<string, LockedPackage> {
  const missing = new Map<string, LockedPackage>();
  for (const { optionalDependencies = {} } of Object.values(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (`node_modules/${name}` in packages || !isExact(version)) continue;
      const platform = platformOf(name);
      if (platform) missing.set(`node_modules/${name}`, { version, ...platform, optional: true });
    }
  }
  return missing;
}

/** The lock file with an entry for every platform's binary, in the order that npm writes. */
export function completed(lock: LockFile): LockFile {
  const packages = { ...lock.packages, ...Object.fromEntries(missingPlatformPackages(lock)) };
  return {
    ...lock,
    packages: Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))),
  };
}

const isExact = (version: string): boolean => /^\d+\.\d+\.\d+[\w.-]*$/.test(version);

/** `@swc/core-win32-x64-msvc` is for win32 on x64; a name that says neither is no platform's binary. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu'> | undefined {
  const words = name.split(/[/-]/);
  const system = words.find((word) => KNOWN_SYSTEMS.includes(word));
  const processor = system && words[words.indexOf(system) + 1];
  return system && processor
    ? { os: [SYSTEMS[system] ?? system], cpu: [PROCESSORS[processor] ?? processor] }
    : undefined;
}
