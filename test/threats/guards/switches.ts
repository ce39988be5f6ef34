import type { AnyFunction, Guard } from './guard';

type Exports = Record<string, any>;

/** Switches every guard of the product off and on again, by name. */
export interface Switches {
  off(name: string): void;
  allOn(): void;
}

/**
 * Puts a switch into each guard's own function, in its own module. INVARIANT: called before any module of the
 * product is loaded; one that was loaded before keeps its guard.
 */
export function installSwitches(guards: Readonly<Record<string, Guard>>): Switches {
  const off = new Set<string>();
  for (const module of new Set(Object.values(guards).map((guard) => guard.module)))
    jest.doMock(module, () => {
      const exported: Exports = { ...jest.requireActual<Exports>(module) };
      for (const [name, guard] of Object.entries(guards))
        if (guard.module === module) putSwitch(exported, guard, () => off.has(name));
      return exported;
    });
  return { off: (name) => void off.add(name), allOn: () => off.clear() };
}

function putSwitch(exported: Exports, guard: Guard, isOff: () => boolean): void {
  const [owner, method] = guard.function.split('.') as [string, string | undefined];
  const holder: Exports = method ? exported[owner].prototype : exported;
  const name = method ?? owner;
  const actual = holder[name] as AnyFunction | undefined;
  if (typeof actual !== 'function') throw new Error(`${guard.module} has no function ${guard.function}`);
  holder[name] = function (this: unknown, ...parameters: unknown[]) {
    return isOff() ? guard.permissive(actual.bind(this), this)(...parameters) : actual.apply(this, parameters);
  };
}
