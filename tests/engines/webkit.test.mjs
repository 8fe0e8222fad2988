import { startEngine } from './bench.mjs';
import { testDetails } from './details.mjs';
import { testStrangers } from './strangers.mjs';
import { webkit } from './webkit.mjs';
import { testWays } from './ways.mjs';

const bench = startEngine(webkit);
testWays(bench);
testDetails(bench);
bench.inAll(testStrangers);
