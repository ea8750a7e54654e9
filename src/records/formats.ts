import { helicone } from './helicone.ts';
import { langfuse } from './langfuse.ts';
import { langSmith } from './langsmith.ts';
import { openAiStored } from './openai-stored.ts';
import { openInference, otlp } from './otlp.ts';
import { own } from './own.ts';
import type { RecordFormat } from './record.ts';

/** Every format of production records; the first that recognises a line reads it. Ours, which asks for least, is last. */
export const recordFormats: readonly RecordFormat[] = [
  openInference,
  otlp,
  langfuse,
  langSmith,
  helicone,
  openAiStored,
  own,
];
