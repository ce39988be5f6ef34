import { expectGuardsOff } from './expect-guards-off';

expectGuardsOff('governed');
