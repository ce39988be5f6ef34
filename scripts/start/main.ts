import { checkNodeVersion } from './check-node-version';

// INVARIANT: what is kept (records, keys, logs) is readable by this user alone.
process.umask(0o077);

// Checked before anything is loaded that an older Node cannot load.
try {
  checkNodeVersion();
  require('./start');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
