// Real processes and databases on a machine that may be ten times slower than the usual one: patience belongs to every workspace, and
// jest takes it from no project's settings. Only a test that hangs uses it up.
jest.setTimeout(300_000);
