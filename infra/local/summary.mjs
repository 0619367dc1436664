// Prints the last line of a CI run from jest's report: the sums over all projects. A run that left no report failed.
import { readFileSync } from 'node:fs';

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1, testResults: [] };
  }
}

const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = readReport(process.argv[2]);
for (const { name, message, status } of testResults) {
  if (status === 'failed') console.log(`FAILED ${name}\n${message.slice(0, 2_000)}`);
}
const failed = numFailedTests + numRuntimeErrorTestSuites;
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exit(failed === 0 && numPassedTests > 0 ? 0 : 1);
