import { tmpdir } from 'node:os';

/** The folder for temporary files on a disk: for tests of what a killed process leaves there, at the speed of a disk. */
export const diskFolder = (): string => process.env.PASARELA_TESTS_DISK ?? tmpdir();
