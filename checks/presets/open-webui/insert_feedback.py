"""Saves feedback the way Open WebUI does when its page sends it, by its own model, and prints the ids as JSON.

usage: insert_feedback.py < forms.json

forms.json is a list of {"user": …, "form": …}, the form as the page sends it. DATABASE_URL says where.
"""

import asyncio
import json
import sys

from open_webui.models.feedbacks import FeedbackForm, Feedbacks


async def insert(rows):
    return [(await Feedbacks.insert_new_feedback(row["user"], FeedbackForm(**row["form"]))).id for row in rows]


print(json.dumps(asyncio.run(insert(json.load(sys.stdin)))))
