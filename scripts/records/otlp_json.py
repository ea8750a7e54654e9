"""OTLP messages as lines of its file format: protobuf's JSON, but ids in hex and enums as numbers."""

import base64
import json

from google.protobuf.json_format import MessageToDict

IDS = ("traceId", "spanId", "parentSpanId")


def line(message):
    return json.dumps(with_hex_ids(MessageToDict(message, use_integers_for_enums=True)))


def with_hex_ids(value):
    if isinstance(value, list):
        return [with_hex_ids(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: base64.b64decode(one).hex() if key in IDS else with_hex_ids(one) for key, one in value.items()}
