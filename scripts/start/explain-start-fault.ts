import { RuleFileError } from '@pasarela/schema/access/read-yaml';
import { LabelError } from '@pasarela/schema/contract';
import { LogRefusedError } from '@pasarela/schema/evidence/log/evidence-errors';

interface SystemFault {
  readonly code?: string;
  readonly port?: number;
  readonly address?: string;
  readonly path?: string;
}

/** One clear line for whatever kept the product from starting. */
export function explainStartFault(error: unknown): string {
  const { code, port, address, path } = error as SystemFault;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what listens there, or choose another: PORT=4100 npm start`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be used by this user. Choose another: PORT=4100 npm start`;
  if (code === 'EADDRNOTAVAIL')
    return `The address ${address} is not one of this machine's. Set HOST, for instance HOST=127.0.0.1`;
  if (error instanceof Error && error.name.endsWith('ServerSelectionError'))
    return 'The MongoDB at MONGODB_URI does not answer. Start it, or unset MONGODB_URI to keep the stores as files under DATA_DIR.';
  if (path !== undefined && code !== undefined)
    return `${path} cannot be used (${code}). Check DATA_DIR, where everything is kept, and RULES_DIR, where the rules stand.`;
  if (error instanceof RuleFileError) return `The rules cannot be used: ${error.message}`;
  if (error instanceof LabelError) return `The contract's labels do not hold together:\n${error.message}`;
  if (error instanceof LogRefusedError)
    return `${error.message} Nothing is served on it. Keep the folder for whoever looks into it (npm run verify -- --log FOLDER --key FILE), put the newest whole copy in its place (npm run evidence -- restore --help), and start again.`;
  return error instanceof Error ? error.message : String(error);
}
