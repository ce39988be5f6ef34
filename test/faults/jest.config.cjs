const { globalSetup: _memory, globalTeardown: _alike, ...jest } = require('../../package.json').jest;

/**
 * The tests of faults: processes that are killed, disks that fail. They take minutes and run by themselves, and on a
 * disk, not in the memory where other tests keep their files. How long one may take is for what hangs, not for a slow
 * machine.
 */
module.exports = {
  ...jest,
  rootDir: '../..',
  testMatch: ['**/test/faults/*.faults.ts'],
  maxWorkers: 1,
  testTimeout: 1_800_000,
};
