// Prints the last line of a CI run from jest's report: the sums over all projects.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, numFailedTestSuites, numRuntimeErrorTestSuites, testResults } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);
for (const { name, message, status } of testResults)
  if (status === 'failed') console.log(`FAILED ${name}\n${message.slice(0, 2_000)}`);
const failed =
  numFailedTests +
  (numFailedTests === 0 ? numFailedTestSuites : 0) +
  (numFailedTestSuites === 0 ? numRuntimeErrorTestSuites : 0);
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exit(failed === 0 && numPassedTests > 0 ? 0 : 1);
