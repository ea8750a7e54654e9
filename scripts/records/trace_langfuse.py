"""Runs the application under Langfuse's client, which sends OTLP to the URL.

Usage: python trace_langfuse.py URL
"""

import os
import sys

(url,) = sys.argv[1:]
os.environ.update(LANGFUSE_PUBLIC_KEY="pk-none", LANGFUSE_SECRET_KEY="sk-none", LANGFUSE_BASE_URL=url)

import app
from langfuse import get_client, propagate_attributes
from langfuse.openai import OpenAI

client = OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0)
with propagate_attributes(user_id="u1", session_id="s1", tags=["web"]):
    app.run(client)
get_client().flush()
