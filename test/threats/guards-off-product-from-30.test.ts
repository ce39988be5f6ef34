import { expectGuardsOff } from './expect-guards-off';

expectGuardsOff('product', { from: 30, to: Number.POSITIVE_INFINITY });
