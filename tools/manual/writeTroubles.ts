import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adviceIn, withTodaysHeadings } from './troubleChapter.ts';

/** `npm run manual`: brings the headings of the troubleshooting chapter up to date with what the app says. */
const FILE = join(import.meta.dirname, '../../docs/manual/troubleshooting.md');

const before = readFileSync(FILE, 'utf8');
const after = withTodaysHeadings(before);
writeFileSync(FILE, after);
const kept = adviceIn(after);
for (const [key, advice] of adviceIn(before)) if (!kept.has(key)) console.log(`Gone: ${key}\n${advice}\n`);
for (const [key, advice] of kept) if (advice === '') console.log(`Advice is missing: ${key}`);
