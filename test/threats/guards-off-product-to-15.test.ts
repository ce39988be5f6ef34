import { expectGuardsOff } from './expect-guards-off';

expectGuardsOff('product', { from: 1, to: 15 });
