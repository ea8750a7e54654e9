const families: readonly (readonly [family: string, pattern: RegExp])[] = [
  ['openai', /^(?:openai\/|gpt-|o\d(?:-|$)|chatgpt)/],
  ['anthropic', /^(?:anthropic\/|claude)/],
  ['google', /^(?:google(?:ai)?\/|gemini|gemma)/],
  ['meta', /^(?:meta(?:-llama)?\/|llama)/],
  ['mistral', /^(?:mistralai\/|mistral|mixtral|ministral|codestral)/],
  ['deepseek', /^deepseek/],
  ['qwen', /^qwen/],
  ['xai', /^(?:xai\/|x-ai\/|grok)/],
  ['cohere', /^(?:cohere\/|command)/],
  ['microsoft', /^(?:microsoft\/|phi-)/],
  ['smollm', /smollm/],
];

/** The provider family of a model id as people write it; null where it is not known. */
export function familyOf(model: string): string | null {
  const id = model.toLowerCase();
  return families.find(([, pattern]) => pattern.test(id))?.[0] ?? null;
}

/** Warns where a judge and the model it judges share a family: judges prefer their own kind (Panickssery et al. 2024, arXiv 2404.13076). A clause about the judge; null where they do not, or a family is not known. */
export function warnSameFamily(judgeModel: string, model: string): string | null {
  const family = familyOf(judgeModel);
  if (family === null || family !== familyOf(model)) return null;
  return `is of the same family (${family}) as the model it judges, and judges prefer their own kind`;
}
