import { openInference, otlp } from './otlp.ts';
import type { RecordFormat } from './record.ts';

/** Every format of production records; the first that recognises a line reads it. */
export const recordFormats: readonly RecordFormat[] = [openInference, otlp];
