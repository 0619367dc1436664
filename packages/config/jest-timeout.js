// Real processes and databases on a loaded machine: patience belongs to every workspace, and jest takes it from no project's settings.
jest.setTimeout(60_000);
