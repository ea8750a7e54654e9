"""Prints OTLP requests in protobuf, each a line of hex on standard input, as OTLP JSON lines."""

import gzip
import sys

import otlp_json
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

for text in sys.stdin:
    body = bytes.fromhex(text.strip())
    request = ExportTraceServiceRequest()
    request.ParseFromString(gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body)
    print(otlp_json.line(request))
