const { jest } = require('../../package.json');

/**
 * The tests of faults: processes that are killed, disks that fail. They take minutes and run by themselves. How long
 * one may take is for what hangs, not for a slow machine.
 */
module.exports = {
  ...jest,
  rootDir: '../..',
  testMatch: ['**/test/faults/*.faults.ts'],
  maxWorkers: 1,
  testTimeout: 1_800_000,
};
