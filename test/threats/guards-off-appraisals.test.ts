import { expectGuardsOff } from './expect-guards-off';

expectGuardsOff('appraisals');
