import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileSpool } from '../../src/adapters/files/spool.ts';
import { writeResults } from '../../src/adapters/files/write-results.ts';
import { noOtherRuns } from '../../src/conclude/other-runs.ts';
import { renderResultFiles } from '../../src/conclude/result-files.ts';
import { evaluate } from '../../src/pipeline/evaluate.ts';
import { type Model, type Repository, type Tree, unknownRate } from '../../src/ports.ts';

const rowBytes = 200;

/** A tree of a config, a prompt and so many rows. */
function plant(blobs: Map<string, Uint8Array>, version: string, rows: Uint8Array): Tree {
  const config = `version: 1
model: { id: some-model }
budget: { per-run-calls: 100000000 }
suites:
  - name: triage
    prompts: prompts/*.prompt.yml
    dataset: evals/triage.jsonl
    checks: [{ name: label, type: equals, expected: "{{ expected }}" }]
`;
  const prompt = `name: triage\nmessages:\n  - role: user\n    content: "${version} {{input}}"\n`;
  const files = { 'prompt-assay.yml': config, 'prompts/triage.prompt.yml': prompt, 'evals/triage.jsonl': rows };
  const entries = Object.entries(files).map(([path, file]) => {
    const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    const hash = createHash('sha1').update(bytes).digest('hex');
    blobs.set(hash, bytes);
    return [path, { path, mode: '100644', hash }] as const;
  });
  return { commit: createHash('sha1').update(version).digest('hex'), entries: new Map(entries) };
}

function renderRows(count: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let number = 0; number < count; number += 1) {
    const row = { id: `q-${number}`, input: '', expected: 'yes' };
    const input = `question ${number} `.padEnd(rowBytes - JSON.stringify(row).length - 1, 'x');
    chunks.push(new TextEncoder().encode(`${JSON.stringify({ ...row, input })}\n`));
  }
  return Buffer.concat(chunks);
}

/** Answers at once: one case in eight differs between the arms, either way. */
const model: Model = {
  endpoint: async () => 'here',
  attempt: async ({ request, arm }) => {
    const number = Number(/question (\d+)/.exec(request.messages[0]?.content ?? '')?.[1]);
    const isRight = number % 16 === 3 ? arm === 'base' : number % 16 === 7 ? arm !== 'base' : true;
    const output = { content: isRight ? 'yes' : 'no', toolCalls: [], refusal: null, finishReason: 'stop' };
    const usage = { inputTokens: 50, cachedInputTokens: 0, outputTokens: 1, reasoningTokens: 0 };
    const facts = { usage, model: 'some-model-1', fingerprint: null, latencyMs: 1, attempts: 1 };
    return { result: { status: 'answered', output, ...facts }, again: 'never', rate: unknownRate };
  },
};

const cases = Number(process.argv[2]);
const startedMs = Date.now();
const blobs = new Map<string, Uint8Array>();
const rows = renderRows(cases);
const [base, candidate] = [plant(blobs, 'v1', rows), plant(blobs, 'v2', rows)];
const repository: Repository = {
  readTree: async () => base,
  readBlobs: async (hashes) => new Map(hashes.map((hash) => [hash, blobs.get(hash) as Uint8Array])),
};
const result = await evaluate(
  {
    repository,
    baselines: null,
    noise: null,
    openCache: () => null,
    log: { info: () => {}, warn: () => {}, progress: () => {} },
    clock: { nowMs: () => Date.now() },
    signal: new AbortController().signal,
    openSpool: createFileSpool,
    openModel: async () => model,
  },
  {
    base: { label: 'main', tree: base },
    candidate: { label: 'this PR', tree: candidate },
    decidingTree: base,
    defaultTree: base,
    configPath: null,
    namesEndpoint: true,
    part: null,
    fresh: false,
    dryRun: false,
    onNoKey: 'block',
    hear: async () => ({ acceptance: null, blockedCalls: null, settles: null }),
    recorded: [],
    askedBefore: null,
    brokenBefore: null,
    readOthers: async () => noOtherRuns,
    reproduce: null,
    runUrl: null,
    github: null,
  },
);
const drawnRss = process.resourceUsage().maxRSS;
const folder = mkdtempSync(join(tmpdir(), 'prompt-assay-memory-'));
await writeResults(folder, await renderResultFiles(result, { commentKey: 'k', record: null }));
rmSync(folder, { recursive: true });
const { verdict, calls, title } = result.report;
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const seconds = (Date.now() - startedMs) / 1000;
console.log(JSON.stringify({ cases, verdict, title, calls, decidedMb: Math.round(drawnRss / 1024), peakMb, seconds }));
