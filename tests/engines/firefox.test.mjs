import { startEngine } from './bench.mjs';
import { testDetails } from './details.mjs';
import { firefox } from './firefox.mjs';
import { testStrangers } from './strangers.mjs';
import { testWays } from './ways.mjs';

const bench = startEngine(firefox);
testWays(bench);
bench.inAll(testDetails);
testStrangers(bench);
