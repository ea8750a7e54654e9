// Runs the application under OpenInference's instrumentation for JavaScript, which sends OTLP in JSON to the URL.
// Usage: node trace-openai.mjs URL FOLDER, where the packages are installed in the folder
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [url, folder] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const OpenAI = require('openai');
const { OTLPTraceExporter } = require('@opentelemetry/exporter-trace-otlp-http');
const { NodeTracerProvider, SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-node');
const { OpenAIInstrumentation } = require('@arizeai/openinference-instrumentation-openai');

const exporter = new OTLPTraceExporter({ url: `${url}/v1/traces` });
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
provider.register();
const instrumentation = new OpenAIInstrumentation({ tracerProvider: provider });
instrumentation.manuallyInstrument(OpenAI);

const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0 });
const ask = (body) => client.chat.completions.create({ model: 'gpt-5', ...body });
const tools = [{ type: 'function', function: { name: 'find_parcel', parameters: { type: 'object' } } }];
const messages = [{ role: 'user', content: 'Where is parcel P-7?' }];
const { message } = (await ask({ messages, tools })).choices[0];
const answer = { role: 'tool', tool_call_id: 'call_1', content: '{"due": "Friday"}' };
await ask({ messages: [...messages, message, answer], tools });
await provider.forceFlush();
await provider.shutdown();
