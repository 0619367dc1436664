// `npm run check`: everything CI holds a change to, in the order in which it fails fastest.
import { build, install, requireNode, run } from './prepare.mjs';

requireNode();
install();
build();
console.log('Generated files');
run(process.execPath, ['infra/local/generate.mjs', '--check']);
console.log('Types');
run('npx', ['tsc', '-b']);
console.log('Lint');
run('npm', ['run', '--silent', 'lint']);
console.log('Tests');
run('npm', ['test', '--silent', '--', ...process.argv.slice(2)]);
