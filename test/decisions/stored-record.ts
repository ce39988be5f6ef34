import type { LabelTable } from '@pasarela/schema/labels/label';

/** The stored record that holds these attributes, each at the path that the contract says. */
export function storedRecord(attributes: Readonly<Record<string, unknown>>, type: string, labels: LabelTable): object {
  const known = labels.records.get(type)?.attributes;
  const stored: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const path = known?.get(name)?.path;
    if (path === undefined) throw new Error(`${type} has no attribute ${name}`);
    place(stored, path.split('.'), value);
  }
  return stored;
}

function place(into: Record<string, unknown>, [step, ...rest]: readonly string[], value: unknown): void {
  if (step === undefined) return;
  if (rest.length === 0) {
    into[step] = value;
    return;
  }
  into[step] ??= {};
  place(into[step] as Record<string, unknown>, rest, value);
}
