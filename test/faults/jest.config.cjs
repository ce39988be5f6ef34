const { jest } = require('../../package.json');

/** The tests of faults: processes that are killed, disks that fail. They take minutes and run by themselves. */
module.exports = { ...jest, rootDir: '../..', testMatch: ['**/test/faults/*.faults.ts'], maxWorkers: 1 };
