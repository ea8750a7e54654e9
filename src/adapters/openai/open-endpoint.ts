import type { ModelSettings } from '../../config/config.ts';
import type { Model } from '../../ports.ts';

/** What a caller may name outside the config; these win over it. */
export interface EndpointOverrides {
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Opens the endpoint of some model settings: the base URL from the caller, else the config, else OPENAI_BASE_URL, else OpenAI; the key from the caller, else the variable that the config names, else OPENAI_API_KEY. The vendor's package is loaded here, not before. */
export async function openEndpoint(settings: ModelSettings, overrides: EndpointOverrides): Promise<Model> {
  const { createOpenAiModel } = await import('./openai-model.ts');
  const { baseUrl, apiKey, env } = overrides;
  return createOpenAiModel({
    baseUrl: baseUrl ?? settings.baseUrl ?? (env.OPENAI_BASE_URL || null),
    apiKey: apiKey ?? (env[settings.apiKeyEnv ?? 'OPENAI_API_KEY'] || null),
    headers: settings.headers,
    modelMap: settings.map,
  });
}
