"""Saves chats and ratings by a data layer of Chainlit, and prints the ids of user and ratings as JSON.

usage: save_chats.py <chainlit or sqlalchemy> <url> < chats.json

chats.json is a list of {"id": …, "steps": […], "ratings": […]}. A step has `id` and `type`, and may have `parent`, `text` and
`error`. A rating has `step` and `value`.
"""

import asyncio
import json
import sys
from datetime import datetime, timedelta, timezone

from chainlit.data.chainlit_data_layer import ChainlitDataLayer
from chainlit.data.sql_alchemy import SQLAlchemyDataLayer
from chainlit.types import Feedback
from chainlit.user import User

layer, url = sys.argv[1:]


def data_layer():
    if layer == "chainlit":
        return ChainlitDataLayer(url)
    return SQLAlchemyDataLayer(url.replace("postgresql:", "postgresql+asyncpg:"))


def step_of(chat, step, time):
    return {
        "id": step["id"],
        "threadId": chat["id"],
        "parentId": step.get("parent"),
        "createdAt": time.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "output": step.get("text"),
        "name": "chat",
        "type": step["type"],
        "streaming": False,
        "isError": step.get("error", False),
        "metadata": {},
    }


async def save(chats):
    data = data_layer()
    user = await data.create_user(User(identifier="ana"))
    ids = []
    for chat in chats:
        await data.update_thread(chat["id"], user_id=user.id, metadata={})
        time = datetime.now(timezone.utc)
        for number, step in enumerate(chat["steps"]):
            # Without the decorator, which asks for the session of a browser.
            await data.create_step.__wrapped__(data, step_of(chat, step, time + timedelta(milliseconds=number)))
        ids.append([])
        for rating in chat["ratings"]:
            feedback = Feedback(forId=rating["step"], threadId=chat["id"], value=1)
            feedback.value = rating["value"]
            ids[-1].append(await data.upsert_feedback(feedback))
    return {"user": user.id, "ratings": ids}


print("\n" + json.dumps(asyncio.run(save(json.load(sys.stdin)))))
