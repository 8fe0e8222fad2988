import { testWays } from './ways.mjs';
import { webkit } from './webkit.mjs';

testWays(webkit);
