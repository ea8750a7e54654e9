#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { createAsker } from './terminal/ask.ts';
import { openLiveLine } from './terminal/live-line.ts';
import { main } from './terminal/main.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort(new Error('interrupted')));
process.once('SIGTERM', () => interrupt.abort(new Error('interrupted')));
// Nobody reads on (| head): the rest is lost, and the exit code is not.
process.stdout.on('error', () => undefined);

const liveLine = openLiveLine(process.stderr, process.env);
const writeTo = (stream: NodeJS.WriteStream) => (text: string) => {
  liveLine?.clear();
  stream.write(text);
};
const ask = process.stdin.isTTY && process.stderr.isTTY ? createAsker(process.stdin, process.stderr, interrupt) : null;

process.exitCode = await main(process.argv.slice(2), {
  out: writeTo(process.stdout),
  err: writeTo(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  liveLine,
  signal: interrupt.signal,
  readStandardInput: () => text(process.stdin),
  ask: ask && liveLine ? (question) => liveLine.lend(() => ask(question)) : ask,
});
