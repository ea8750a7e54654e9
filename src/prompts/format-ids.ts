/** The ids of all prompt formats, as a config names them. */
export const formatIds = [
  'github-models',
  'prompty',
  'dotprompt',
  'promptfoo',
  'openai-evals',
  'markdown',
  'langfuse',
  'langchain',
  'openai-request',
  'collection',
] as const;

/** The id of a prompt format. */
export type FormatId = (typeof formatIds)[number];
