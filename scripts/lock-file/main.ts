import { readFileSync, writeFileSync } from 'node:fs';
import { completed, type LockFile, missingPlatformPackages } from './complete-lock-file';

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8')) as LockFile;
const missing = [...missingPlatformPackages(lock).keys()];

if (missing.length === 0) process.stdout.write(`${FILE} names the binaries of every platform.\n`);
else if (process.argv.includes('--check')) {
  process.stderr.write(
    `${FILE} misses ${missing.length} binaries of other platforms, so npm ci would refuse it. Run npm run lock and commit the file.\n`,
  );
  process.exitCode = 1;
} else {
  writeFileSync(FILE, `${JSON.stringify(completed(lock), null, 2)}\n`);
  process.stdout.write(`${FILE}: added ${missing.length} binaries of other platforms.\n`);
}
