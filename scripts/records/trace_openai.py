"""Runs the application under an OpenTelemetry instrumentation and prints its spans and log records as OTLP JSON lines.

Usage: python trace_openai.py genai | openllmetry | openinference URL
"""

import importlib
import os
import sys

kind, url = sys.argv[1:]
os.environ["OTEL_SEMCONV_STABILITY_OPT_IN"] = "gen_ai_latest_experimental"
os.environ["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"] = "span_and_event"
os.environ["OTEL_INSTRUMENTATION_GENAI_EMIT_EVENT"] = "true"
MODULES = {
    "genai": "opentelemetry.instrumentation.genai.openai",
    "openllmetry": "opentelemetry.instrumentation.openai",
    "openinference": "openinference.instrumentation.openai",
}

import app
import openai
import otlp_json
from opentelemetry.exporter.otlp.proto.common._log_encoder import encode_logs
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import SimpleLogRecordProcessor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor, SpanExporter, SpanExportResult


class Spans(SpanExporter):
    def export(self, spans):
        print(otlp_json.line(encode_spans(spans)))
        return SpanExportResult.SUCCESS


class Logs:
    def export(self, batch):
        print(otlp_json.line(encode_logs(batch)))

    def shutdown(self):
        pass

    def force_flush(self, timeout_millis=0):
        return True


resource = Resource.create({"service.name": "shop"})
tracer_provider = TracerProvider(resource=resource)
tracer_provider.add_span_processor(SimpleSpanProcessor(Spans()))
logger_provider = LoggerProvider(resource=resource)
logger_provider.add_log_record_processor(SimpleLogRecordProcessor(Logs()))
providers = {"tracer_provider": tracer_provider}
if kind == "genai":
    providers["logger_provider"] = logger_provider
importlib.import_module(MODULES[kind]).OpenAIInstrumentor().instrument(**providers)
client = openai.OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0)
if kind != "openinference":
    app.run(client)
else:
    from openinference.instrumentation import using_attributes

    with using_attributes(
        session_id="s1",
        user_id="u1",
        tags=["web"],
        prompt_template="Where is parcel {{id}}?",
        prompt_template_version="v3",
        prompt_template_variables={"id": "P-7"},
    ):
        app.run(client)
