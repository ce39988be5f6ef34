const LEAST = 24;

/** Throws one line that says what to do when Node is too old: the install brings its own. */
export function checkNodeVersion(version: string = process.versions.node): void {
  if (Number(version.split('.')[0]) >= LEAST) return;
  throw new Error(
    `Pasarela runs on Node ${LEAST} and this is Node ${version}. "npm install" brings Node ${LEAST} along: start with "npm start", or install Node ${LEAST} where the registry has none for this platform.`,
  );
}
