import { readLines } from '../../src/adapters/files/read-lines.ts';
import { maxRecordLineBytes, readRecords } from '../../src/records/read-records.ts';

const path = process.argv[2] ?? '';
const startedMs = performance.now();
let records = 0;
for await (const { events } of readRecords(path, readLines(path, { maxLineBytes: maxRecordLineBytes }))) {
  records += events.length;
}
const seconds = (ms: number) => (ms / 1000).toFixed(1);
const { userCPUTime, maxRSS } = process.resourceUsage();
const figures = [
  `${records} records`,
  `${seconds(performance.now() - startedMs)} s`,
  `${seconds(userCPUTime / 1000)} s of CPU`,
  `at most ${Math.round(maxRSS / 1024)} MB`,
];
process.stdout.write(`${figures.join(', ')}\n`);
