import { expectGuardsOff } from './expect-guards-off';

expectGuardsOff('product', { from: 16, to: 29 });
