import type { MadeFile } from './make-enrolment';

/** Has the browser keep a file; it comes from the page's own memory, and nothing is asked of anybody. */
export function downloadFile({ name, text }: Pick<MadeFile, 'name' | 'text'>): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.split('/').at(-1) ?? name;
  link.click();
  URL.revokeObjectURL(address);
}
