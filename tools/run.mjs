// `node tools/run.mjs SCRIPT.ts …`: runs one of the project's tools, after whatever set-up it is missing.
import { spawnSync } from 'node:child_process';
import { checkNode, ensureBuild, ensureModels, ensurePackages, fail, nodeProgram, ROOT } from './setup.mjs';

const [script, ...args] = process.argv.slice(2);
if (!script) fail('Name a script: node tools/run.mjs SCRIPT.ts');
checkNode();
ensurePackages();
if (args[0] === '--with-build') {
  args.shift();
  ensureModels();
  ensureBuild();
}
const { status, signal } = spawnSync(nodeProgram(), [script, ...args], { cwd: ROOT, stdio: 'inherit' });
process.exit(signal ? 1 : (status ?? 1));
