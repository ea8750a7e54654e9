#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { createAsker } from './terminal/ask.ts';
import { main } from './terminal/main.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort(new Error('interrupted')));
process.once('SIGTERM', () => interrupt.abort(new Error('interrupted')));
// Nobody reads on (| head): the rest is lost, and the exit code is not.
process.stdout.on('error', () => undefined);

process.exitCode = await main(process.argv.slice(2), {
  out: (line) => process.stdout.write(line),
  err: (line) => process.stderr.write(line),
  env: process.env,
  cwd: process.cwd(),
  columns: process.stdout.columns ?? null,
  colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  signal: interrupt.signal,
  readStandardInput: () => text(process.stdin),
  ask: process.stdin.isTTY && process.stderr.isTTY ? createAsker(process.stdin, process.stderr, interrupt) : null,
});
