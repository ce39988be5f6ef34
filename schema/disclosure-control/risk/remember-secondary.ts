import type { SuppressionStages } from '../release/make-release';

/**
 * Stages that choose complementary cells again only where other cells are suppressed by themselves: for measuring many
 * simulated years, where the same few small cells stand for weeks. Releases are never made with it.
 */
export function rememberSecondary(stages: SuppressionStages): SuppressionStages {
  const chosen = new Map<string, ReadonlySet<string>>();
  return {
    primarySuppressions: (table, rule) => stages.primarySuppressions(table, rule),
    async suppressSecondary(options) {
      const names = options.table.dimensions.map(({ name }) => name);
      const key = JSON.stringify([names, [...options.primary.keys()].sort()]);
      const known = chosen.get(key) ?? (await stages.suppressSecondary(options));
      chosen.set(key, known);
      return known;
    },
  };
}
