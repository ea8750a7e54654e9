/**
 * Names of attributes by what they mean, the preferred one first. `gen_ai.*` is OpenTelemetry's (all of it still in
 * development, so that names go on changing), `llm.*` and `input.value` are OpenInference's and older OpenLLMetry's,
 * `langfuse.*` are those of Langfuse's clients, `prompt_assay.*` ours.
 */
export const attributeNames = {
  operation: ['gen_ai.operation.name'],
  kind: ['openinference.span.kind', 'langfuse.observation.type', 'traceloop.span.kind', 'llm.request.type'],
  prompt: ['prompt_assay.prompt', 'gen_ai.prompt.name', 'langfuse.observation.prompt.name', 'prompt.id'],
  promptVersion: ['prompt_assay.prompt_version', 'langfuse.observation.prompt.version', 'llm.prompt_template.version'],
  agent: ['gen_ai.agent.name', 'agent.name'],
  unit: ['prompt_assay.unit', 'user.id', 'enduser.id', 'langfuse.user.id', 'session.id', 'gen_ai.conversation.id'],
  arm: ['prompt_assay.arm'],
  variables: ['prompt_assay.variables', 'llm.prompt_template.variables'],
  modelAsked: ['gen_ai.request.model', 'llm.request.model_name'],
  modelAnswered: ['gen_ai.response.model', 'llm.response.model_name'],
  /** The model that answered, and where none did the one that was asked. */
  model: ['llm.model_name', 'langfuse.observation.model.name'],
  parameters: ['llm.invocation_parameters'],
  fingerprint: ['openai.response.system_fingerprint', 'gen_ai.openai.response.system_fingerprint'],
  system: ['gen_ai.system_instructions'],
  input: ['gen_ai.input.messages', 'langfuse.observation.input', 'input.value'],
  output: ['gen_ai.output.messages', 'langfuse.observation.output', 'output.value'],
  finish: ['gen_ai.response.finish_reasons', 'llm.finish_reason'],
  inputTokens: ['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens', 'llm.token_count.prompt'],
  outputTokens: ['gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens', 'llm.token_count.completion'],
  cachedTokens: [
    'gen_ai.usage.cache_read.input_tokens',
    'gen_ai.usage.cache_read_input_tokens',
    'llm.token_count.prompt_details.cache_read',
  ],
  reasoningTokens: [
    'gen_ai.usage.reasoning.output_tokens',
    'gen_ai.usage.reasoning_tokens',
    'llm.token_count.completion_details.reasoning',
  ],
  usage: ['langfuse.observation.usage_details'],
  cost: ['llm.cost.total', 'gen_ai.usage.cost'],
  error: ['error.type'],
  tags: ['tag.tags', 'langfuse.trace.tags'],
  responseId: ['gen_ai.response.id'],
  event: ['event.name'],
  evaluation: ['gen_ai.evaluation.name'],
  score: ['gen_ai.evaluation.score.value'],
} as const;

/** Where messages are written as one attribute a leaf, `PREFIX.0.role`. */
export const flatPrefixes = {
  input: ['llm.input_messages', 'gen_ai.prompt'],
  output: ['llm.output_messages', 'gen_ai.completion'],
} as const;

/** Names of log events. */
export const eventNames = {
  inference: 'gen_ai.client.inference.operation.details',
  evaluation: 'gen_ai.evaluation.result',
} as const;

/** What a span does, by its operation or kind in small letters: one request of a model, or the whole run of an agent. Other spans are no records. */
export const spanRoles: { readonly [operation: string]: 'request' | 'run' } = {
  chat: 'request',
  text_completion: 'request',
  generate_content: 'request',
  completion: 'request',
  llm: 'request',
  generation: 'request',
  invoke_agent: 'run',
  invoke_workflow: 'run',
  agent: 'run',
};
