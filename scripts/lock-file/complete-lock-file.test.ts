import { completed, missingPlatformPackages } from './complete-lock-file';

const lock = {
  packages: {
    '': {},
    'node_modules/@swc/core': {
      version: '1.0.0',
      optionalDependencies: { '@swc/core-linux-x64-gnu': '1.0.0', '@swc/core-win32-x64-msvc': '1.0.0' },
    },
    'node_modules/@swc/core-linux-x64-gnu': { version: '1.0.0', os: ['linux'], cpu: ['x64'], optional: true },
    'node_modules/turbo': {
      version: '2.0.0',
      optionalDependencies: { '@turbo/windows-64': '2.0.0', 'left-out': '^1.0.0' },
    },
  },
};

it('adds the binaries of other platforms with the system and processor that their names say', () => {
  expect(Object.fromEntries(missingPlatformPackages(lock))).toEqual({
    'node_modules/@swc/core-win32-x64-msvc': { version: '1.0.0', os: ['win32'], cpu: ['x64'], optional: true },
    'node_modules/@turbo/windows-64': { version: '2.0.0', os: ['win32'], cpu: ['x64'], optional: true },
  });
});

it('misses nothing once completed', () => {
  expect(missingPlatformPackages(completed(lock)).size).toBe(0);
});
