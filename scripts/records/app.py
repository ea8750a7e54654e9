"""The traced application: a question, a question that calls a tool, the tool's answer, and a model that is gone."""

import openai

TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "find_parcel",
            "parameters": {"type": "object", "properties": {"id": {"type": "string"}}},
        },
    }
]
SYSTEM = {"role": "system", "content": "You answer customers."}


def run(client):
    ask = client.chat.completions.create
    ask(model="gpt-5", messages=[SYSTEM, {"role": "user", "content": "When does it open?"}])
    messages = [SYSTEM, {"role": "user", "content": "Where is parcel P-7?"}]
    message = ask(model="gpt-5", messages=messages, tools=TOOLS).choices[0].message
    answer = {"role": "tool", "tool_call_id": "call_1", "content": '{"due": "Friday"}'}
    ask(model="gpt-5", messages=[*messages, message.model_dump(exclude_none=True), answer], tools=TOOLS)
    try:
        ask(model="gone", messages=messages)
    except openai.NotFoundError:
        pass
