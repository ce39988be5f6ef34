import { checkNodeVersion } from './check-node-version';

// Checked before anything is loaded that an older Node cannot load.
try {
  checkNodeVersion();
  require('./start');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
