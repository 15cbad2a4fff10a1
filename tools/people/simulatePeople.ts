import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PEOPLE } from './person.ts';
import { simulate } from './simulate.ts';
import { peopleReport, summaryOf } from './timeline.ts';

/** `npm run simulate:people` prints two months of three people; `-- --write` keeps them in docs/people.md. */
const REPORT = join(import.meta.dirname, '../../docs/people.md');

const people = PEOPLE.map((person) => simulate(person));
const report = peopleReport(people);
if (process.argv.includes('--write')) writeFileSync(REPORT, report);
else console.log(report);
for (const person of people) console.log(summaryOf(person));
