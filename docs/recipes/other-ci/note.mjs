// Keeps one note of Prompt Assay on a merge request of GitLab, or on a pull request of Bitbucket Cloud: changes its own, else adds one.
// Usage, in a pipeline of either, with the token in PROMPT_ASSAY_NOTE_TOKEN: node note.mjs FOLDER
// FOLDER is that of `run --report`. The note is its comment.md; on Bitbucket, which shows no HTML, what the run printed into prompt-assay.txt.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const { env } = process;
const maxAttempts = 4;

/** What is worth another attempt: nobody answered, or not now. */
class Passing extends Error {}

function need(name) {
  if (env[name]) return env[name];
  throw new Error(`${name} is not set. docs/other-ci.md says where it comes from.`);
}

/** One request; the answer's JSON and headers. `mayRefuse` gives null where the note is somebody else's. */
async function ask(host, method, url, content, mayRefuse = false) {
  const what = `${method} ${new URL(url).pathname}`;
  const options = {
    method,
    headers: { ...host.headers, 'content-type': 'application/json' },
    // A redirect would take the token along.
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
    ...(content && { body: JSON.stringify(content) }),
  };
  const response = await fetch(url, options).catch((cause) => {
    throw new Passing(`${what} got no answer: ${cause.cause?.message ?? cause.message}.`);
  });
  const { status } = response;
  if (status >= 500 || status === 429) throw new Passing(`${what} was answered with ${status}.`);
  if (mayRefuse && (status === 403 || status === 404)) return null;
  if (!response.ok) throw new Error(`${what} was answered with ${status}. ${host.remedy}`);
  const json = await response.json().catch(() => {
    throw new Passing(`${what} was answered with no JSON.`);
  });
  return { json, headers: response.headers };
}

/** A note is ours where its author has our token and its first line is the marker. */
function openGitLab(text) {
  const api = need('CI_API_V4_URL');
  const request = `merge_requests/${need('CI_MERGE_REQUEST_IID')}`;
  // A line that begins with a slash is a command to GitLab, and !7 a link that the other merge request shows.
  const body = text.replace(/^([ \t]*)\//gm, '$1\u200B/').replace(/!(?=\d)/g, '!\u200B');
  const [marker] = body.split('\n', 1);
  return {
    notes: `${api}/projects/${need('CI_MERGE_REQUEST_PROJECT_ID')}/${request}/notes`,
    headers: { 'private-token': need('PROMPT_ASSAY_NOTE_TOKEN') },
    remedy: 'The token needs the scope api, and a role that may comment.',
    content: { body },
    async *list() {
      const { json: me } = await ask(this, 'GET', `${api}/user`);
      for (let page = '1'; page; ) {
        const { json, headers } = await ask(this, 'GET', `${this.notes}?sort=asc&per_page=100&page=${page}`);
        yield* json.filter(({ author, body }) => author.id === me.id && body.split('\n', 1)[0].trim() === marker);
        page = headers.get('x-next-page');
      }
    },
  };
}

/** A comment is ours where it begins as ours do and lets itself be changed, which only its author may do. */
function openBitbucket(text) {
  const heading = '**Prompt Assay**';
  const most = 30_000;
  const shown = text.length > most ? `${text.slice(0, most)}\n…` : text;
  const api = 'https://api.bitbucket.org';
  return {
    notes: `${api}/2.0/repositories/${need('BITBUCKET_REPO_FULL_NAME')}/pullrequests/${need('BITBUCKET_PR_ID')}/comments`,
    headers: { authorization: `Bearer ${need('PROMPT_ASSAY_NOTE_TOKEN')}` },
    remedy: 'The token needs to read and write pull requests.',
    // Indented it is code, whatever is in it.
    content: { content: { raw: `${heading}\n\n${shown.replace(/^/gm, '    ')}` } },
    async *list() {
      for (let url = `${this.notes}?pagelen=100`; url?.startsWith(`${api}/`); ) {
        const { json } = await ask(this, 'GET', url);
        yield* json.values.filter(({ deleted, content }) => !deleted && content.raw.startsWith(heading));
        url = json.next;
      }
    },
  };
}

/** Looks before it adds: an answer that was lost may have been a note that was made. Where nothing ran there is nothing to add. */
async function keepNote(host, isIdle) {
  for await (const { id } of host.list()) {
    if ((await ask(host, 'PUT', `${host.notes}/${id}`, host.content, true)) !== null) return 'changed';
  }
  if (isIdle) return 'not needed';
  await ask(host, 'POST', host.notes, host.content);
  return 'added';
}

async function main(folder) {
  const read = (name) => {
    return readFile(join(folder, name), 'utf8').catch(() => {
      throw new Error(`${join(folder, name)} is not there: the run did not get so far.`);
    });
  };
  const { verdict, suites } = JSON.parse(await read('results.json'));
  const host = env.GITLAB_CI ? openGitLab(await read('comment.md')) : openBitbucket(await read('prompt-assay.txt'));
  const isIdle = verdict === 'pass' && suites.every(({ status }) => status === 'skipped');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await keepNote(host, isIdle);
    } catch (error) {
      if (!(error instanceof Passing) || attempt === maxAttempts) throw error;
      await setTimeout(1000 * attempt);
    }
  }
}

try {
  console.log(`Prompt Assay's note was ${await main(process.argv[2] ?? '.')}.`);
} catch (error) {
  console.error(`Prompt Assay's note was not kept. ${error.message}`);
  process.exitCode = 1;
}
