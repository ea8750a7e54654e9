import { isLoopback } from '../config/base-url.ts';

/** Where the workflow goes. */
export const workflowPath = '.github/workflows/prompt-assay.yml';

const action = 'OWNER/prompt-assay@0000000000000000000000000000000000000000 # the commit that you have read';
const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const restore = 'actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5';
const save = 'actions/cache/save@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5';
const upload = 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0';

/** The step that keeps the page, whatever the verdict. */
const uploadPage = `      - uses: ${upload}
        if: always()
        with:
          path: prompt-assay-report/report.html
          archive: false # opens in a browser as it is
          if-no-files-found: ignore
`;

/** What all workflows begin with; `inputs` are those of a run by hand. */
const renderHead = (
  inputs: string,
) => `# Written by "prompt-assay init". Put the owner of the action for OWNER, and the commit that you have read for the zeros.
# Then make the job "assay" a required check. Where nothing changed that is evaluated it passes in about a second.
name: Prompts
on:
  pull_request:
    types: [opened, synchronize, reopened, labeled, unlabeled, edited, ready_for_review]
  workflow_dispatch: # by hand, on main: stores the baseline
${inputs}
permissions: {}

concurrency:
  group: prompts-\${{ github.event.pull_request.number || github.ref }}
  cancel-in-progress: \${{ github.event.action == 'synchronize' }}

jobs:
  assay:
    if: github.event_name != 'workflow_dispatch'
`;

const reasonInput = `    inputs:
      reason:
        description: Why main is re-baselined
        type: string
`;

const assayPermissions = `    timeout-minutes: 60
    permissions:
      contents: read # prompts, rows, the stored baseline
      pull-requests: write # the comment
      statuses: write # to remember who accepted a verdict
`;

const onMain = `
  baseline:
    if: github.event_name == 'workflow_dispatch' && github.ref_name == github.event.repository.default_branch
`;

const baselinePermissions = `    timeout-minutes: 60
    permissions:
      contents: write # the branch prompt-assay-baselines
    steps:
`;

/** The workflow that evaluates prompts; `server` is the URL of a local model, null for a provider's. */
export function renderPromptWorkflow(server: string | null): string {
  const runner =
    server === null
      ? '    runs-on: ubuntu-latest\n'
      : `    runs-on: self-hosted # a runner that reaches ${server}, which the config names\n`;
  const isKeyless = server !== null && isLoopback(new URL(server));
  const key = isKeyless
    ? ''
    : `          api-key: \${{ secrets.OPENAI_API_KEY }} # Settings, Secrets and variables, Actions\n`;
  const cache = '.prompt-assay/cache';
  const cacheKeys = `          path: ${cache}
          key: prompt-assay-\${{ github.run_id }}-\${{ github.run_attempt }}
`;
  return `${renderHead(reasonInput)}${runner}${assayPermissions}    steps:
      - uses: ${restore}
        with:
${cacheKeys}          restore-keys: prompt-assay-
      - uses: ${action}
        with:
${key}          cache-path: ${cache}
      - uses: ${save}
        if: always() # a red run is exactly the one that is run again
        with:
${cacheKeys}${uploadPage}${onMain}${runner}${baselinePermissions}      - uses: ${action}
        with:
${key}          reason: \${{ inputs.reason }}
`;
}

/** The workflow that judges what an application answered; the program that makes the outputs is the user's to write. */
export function renderOutputsWorkflow(): string {
  return `${renderHead('')}    runs-on: ubuntu-latest
${assayPermissions}    steps:
      - uses: ${checkout}
        with:
          fetch-depth: 0
          persist-credentials: false
      # outputs.py is yours to write, in any language: it answers each row of the dataset and writes a line for each,
      # {"case": "row-1", "sample": 0, "output": "…"}. docs/outputs.md of Prompt Assay has three of them to copy.
      - name: Make the outputs of both sides
        run: |
          git worktree add --quiet --detach "$RUNNER_TEMP/base" HEAD^1
          python3 "$RUNNER_TEMP/base/outputs.py" --out baseline.jsonl
          python3 outputs.py --out candidate.jsonl
        env:
          OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}
      - name: First look
        id: first
        continue-on-error: true # whether it stands is said below
        uses: ${action}
        with:
          mode: outputs
          baseline-outputs: baseline.jsonl
          candidate-outputs: candidate.jsonl
      - name: Make what a second look needs
        if: steps.first.outputs.needed > 0
        run: |
          python3 "$RUNNER_TEMP/base/outputs.py" --out baseline.jsonl --needed "$NEEDED" --side baseline
          python3 outputs.py --out candidate.jsonl --needed "$NEEDED" --side candidate
        env:
          NEEDED: \${{ steps.first.outputs.needed-path }}
          OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}
      - name: Second look
        if: steps.first.outputs.needed > 0
        uses: ${action}
        with:
          mode: outputs
          baseline-outputs: baseline.jsonl
          candidate-outputs: candidate.jsonl
      - name: A red first look stands where it wants no other
        if: steps.first.outcome == 'failure' && !(steps.first.outputs.needed > 0)
        run: exit 1
${uploadPage}${onMain}    runs-on: ubuntu-latest
${baselinePermissions}      - uses: ${checkout}
        with:
          persist-credentials: false
      - run: python3 outputs.py --out main.jsonl --samples 0..4
        env:
          OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}
      - uses: ${action}
        with:
          mode: outputs
          candidate-outputs: main.jsonl
`;
}
