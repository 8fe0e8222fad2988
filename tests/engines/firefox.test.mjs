import { testWays } from './ways.mjs';
import { firefox } from './firefox.mjs';

testWays(firefox);
