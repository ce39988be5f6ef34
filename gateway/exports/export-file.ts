import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The pages of one export on the disk, readable by this process alone: each is encrypted under a key that is
 * never written, so that what a crash leaves behind tells nothing but its size.
 */
export class ExportFile {
  private readonly key = randomBytes(KEY_BYTES);
  private readonly pages: Array<{ readonly at: number; readonly length: number }> = [];
  private length = 0;

  private constructor(
    private readonly name: string,
    private readonly handle: FileHandle,
  ) {}

  /** Makes the file; there must be none of its name. */
  static async create(name: string): Promise<ExportFile> {
    return new ExportFile(name, await open(name, 'wx+', 0o600));
  }

  /** What the file holds so far, in bytes. */
  get bytes(): number {
    return this.length;
  }

  /** Appends a page. */
  async append(text: string): Promise<void> {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, iv);
    const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    await this.handle.write(sealed, 0, sealed.length, this.length);
    this.pages.push({ at: this.length, length: sealed.length });
    this.length += sealed.length;
  }

  /** The pages in their order. */
  async *read(): AsyncGenerator<string> {
    for (const { at, length } of this.pages) {
      const sealed = Buffer.alloc(length);
      await this.handle.read(sealed, 0, length, at);
      yield this.opened(sealed);
    }
  }

  /** Closes and deletes the file. */
  async delete(): Promise<void> {
    await this.handle.close();
    await rm(this.name, { force: true });
    this.key.fill(0);
  }

  private opened(sealed: Buffer): string {
    const decipher = createDecipheriv(CIPHER, this.key, sealed.subarray(0, IV_BYTES));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    const text = decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }
}
