import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './suite.mjs';

const folder = join(root, 'fixtures', 'recipes');

/** The files of an application of fixtures/recipes, by their path below its folder. */
export async function readApplication(name) {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const kept = paths.filter((path) => !path.includes('__pycache__'));
  const texts = await Promise.all(kept.map(async (path) => [path, await readFile(path, 'utf8')]));
  return Object.fromEntries(texts.map(([path, text]) => [path.slice(join(folder, name).length + 1), text]));
}

/** The rows of a dataset of such files. */
export function readRows(files, path) {
  return files[path]
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The applications of fixtures/recipes: their recipe, their dataset, and how a model stand-in answers them; a prompt that says so leads it astray. */
export const applications = {
  'python-service': { recipe: 'outputs-service.yml', dataset: 'evals/tickets.jsonl', answer: answerTicket },
  agent: { recipe: 'outputs-agent.yml', dataset: 'evals/requests.jsonl', answer: answerRequest },
  rag: { recipe: 'outputs-rag.yml', dataset: 'evals/questions.jsonl', answer: answerQuestion },
};

/** Sorts a ticket; all of them, or those that begin as a question, are urgent where the prompt says so. */
function answerTicket(rows, { headers, body: { messages } }) {
  if (headers.authorization === 'Bearer refused') return { status: 401, body: { error: { message: 'no such key' } } };
  const [{ content: prompt }, { content: ticket }] = messages;
  const { label, urgent } = rows.find((row) => row.ticket === ticket);
  const isAsked = /^(?:How|Where|Which|Is|Do) /.test(ticket) && prompt.includes('Questions are urgent.');
  return JSON.stringify({ label, urgent: urgent || isAsked || prompt.includes('Every ticket is urgent.') });
}

/** Calls the tools that a request wants, one after the other, then answers. */
function answerRequest(rows, { body: { messages } }) {
  const [{ content: prompt }, { content: request }] = messages;
  const { expected_tools: calls } = rows.find((row) => row.request === request);
  const call = calls[messages.filter(({ role }) => role === 'assistant').length];
  if (call === undefined) return 'It is done.';
  const isLost = call.name === 'refund' && prompt.includes('Part with customers who want money back.');
  const made = isLost ? { name: 'delete_account', arguments: { customer: 'unknown' } } : call;
  return { toolCalls: [{ name: made.name, arguments: JSON.stringify(made.arguments) }] };
}

/** Answers where a passage has the answer; else it says so. As the judge it is content with what it can see a passage for. */
function answerQuestion(rows, { text, body: { model, messages } }) {
  if (model === 'some-judge') {
    return JSON.stringify({ score: /\[\w+\.md\] /.test(text) ? 5 : 1, abstain: false, reason: 'because' });
  }
  const [{ content: prompt }, { content: question }] = messages;
  const { expected, page } = rows.find((row) => row.question === question);
  const isThere = prompt.includes(`[${page}]`) && prompt.toLowerCase().includes(expected.toLowerCase());
  return isThere ? `It is so: ${expected} [${page}].` : 'The pages do not say.';
}
