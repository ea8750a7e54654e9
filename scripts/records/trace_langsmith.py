"""Runs the application under LangSmith's client and prints the runs as it gives them back, one a line.

Usage: python trace_langsmith.py URL
"""

import os
import sys
import warnings

(url,) = sys.argv[1:]
os.environ.update(LANGSMITH_TRACING="true", LANGSMITH_ENDPOINT=url, LANGSMITH_API_KEY="none", LANGSMITH_PROJECT="shop")
warnings.simplefilter("ignore")

import app
import langsmith
import openai
from langsmith.wrappers import wrap_openai

tracer = langsmith.Client(auto_batch_tracing=False)
client = openai.OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0)
client = wrap_openai(client, tracing_extra={"client": tracer})


@langsmith.traceable(name="answer", metadata={"prompt": "support", "promptVersion": "3"}, tags=["web"], client=tracer)
def answer(question):
    app.run(client)
    return "It arrives on Friday."


answer("Where is parcel P-7?")
tracer.flush()
for run in tracer.list_runs(trace_id="00000000-0000-4000-8000-000000000000"):
    print(run.model_dump_json() if hasattr(run, "model_dump_json") else run.json())
