import { randomInt } from 'node:crypto';
import { getLlama, LlamaChat, LlamaLogLevel } from 'node-llama-cpp';
import { RequestError } from './request.mjs';

const contextSize = 4096;

/**
 * Loads a GGUF file and answers one request after another on `threads` CPU threads (answering side by side was measured: no gain).
 * `complete` resolves to `{ content, finishReason, promptTokens, completionTokens }`; a prompt that leaves no room
 * for an answer is a RequestError (400, context_length_exceeded).
 */
export async function loadModel(path, threads) {
  const llama = await getLlama({ gpu: false, build: 'never', logLevel: LlamaLogLevel.error });
  const model = await llama.loadModel({ modelPath: path });
  const context = await model.createContext({ contextSize, threads, sequences: 2 });
  const lanes = [context.getSequence(), context.getSequence()].map((contextSequence) => ({
    chat: new LlamaChat({ contextSequence }),
    text: '',
  }));
  let previous = Promise.resolve();

  function complete(request, signal) {
    const answer = previous.then(() =>
      generate({ llama, model, chat: takeLane(lanes, request.history) }, request, signal),
    );
    previous = answer.catch(() => {});
    return answer;
  }
  return { complete };
}

/**
 * The chat to answer in. A sequence keeps the tokens of its last request, so a prompt that begins alike costs little, and two
 * arms alternate: each gets the lane whose text begins alike for at least half, else the one that rested longest. Reorders `lanes`.
 */
function takeLane(lanes, history) {
  const text = JSON.stringify(history);
  const alike = lanes.find((lane) => text.startsWith(lane.text.slice(0, text.length / 2)) && lane.text !== '');
  const lane = alike ?? lanes[0];
  lane.text = text;
  lanes.splice(lanes.indexOf(lane), 1);
  lanes.push(lane);
  return lane.chat;
}

async function generate({ llama, model, chat }, request, signal) {
  signal.throwIfAborted();
  const promptTokens = countPromptTokens(chat, model, request.history);
  if (promptTokens >= contextSize) {
    const message = `This model's context has ${contextSize} tokens; the messages have ${promptTokens}.`;
    throw new RequestError(400, message, 'messages', 'context_length_exceeded');
  }
  let completionTokens = 0;
  const { response, metadata } = await chat.generateResponse(request.history, {
    ...samplingOptions(request.sampling),
    grammar: request.schema === null ? undefined : await buildGrammar(llama, request.schema),
    maxTokens: Math.min(request.maxTokens ?? Number.POSITIVE_INFINITY, contextSize - promptTokens),
    signal,
    onToken: (tokens) => {
      completionTokens += tokens.length;
    },
  });
  const finishReason = metadata.stopReason === 'maxTokens' ? 'length' : 'stop';
  return { content: response, finishReason, promptTokens, completionTokens };
}

async function buildGrammar(llama, schema) {
  try {
    return await llama.createGrammarForJsonSchema(schema);
  } catch (cause) {
    throw new RequestError(
      400,
      `The schema cannot be followed: ${cause.message}`,
      'response_format',
      'invalid_json_schema',
    );
  }
}

/** Plain sampling: the library's repeat penalty is off, since it punishes the quotes of JSON and copied words. Without a temperature the library takes the likeliest token (0). */
function samplingOptions({ temperature = 0, topP = 1, seed = randomInt(2 ** 32 - 1) }) {
  return { temperature, topP, topK: 0, seed, repeatPenalty: false };
}

function countPromptTokens(chat, model, history) {
  const chatHistory = [...history, { type: 'model', response: [] }];
  const { contextText } = chat.chatWrapper.generateContextState({ chatHistory });
  return contextText.tokenize(model.tokenizer).length;
}
