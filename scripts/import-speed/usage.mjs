import { writeSync } from 'node:fs';

// What a process took, as a last line of standard error.
process.on('exit', () => {
  const { maxRSS, userCPUTime } = process.resourceUsage();
  const figures = { seconds: process.uptime(), userSeconds: userCPUTime / 1e6, peakMb: maxRSS / 1024 };
  writeSync(
    2,
    `${JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))}\n`,
  );
});
