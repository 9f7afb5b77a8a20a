"""Migrates a database, saves spans and annotations by Phoenix's own code, and prints the ids of the annotations as JSON.

usage: save_annotations.py <url for asyncpg> < cases.json

cases.json is a list of {"project": …, "attributes": …, "session": …, "annotations": […]}. An annotation has `name`, `kind`
(HUMAN, LLM or CODE) and `source` (APP, the page, or API), and may have `label`, `score`, `explanation`, `identifier`, and
the number of a `user`.
"""

import asyncio
import json
import sys
from datetime import datetime, timedelta, timezone
from importlib.util import find_spec
from types import ModuleType

# Both packages import the server and its page when they are imported whole.
folder = find_spec("phoenix").submodule_search_locations[0]
for name, path in [("phoenix", folder), ("phoenix.trace", f"{folder}/trace")]:
    module = ModuleType(name)
    module.__path__ = [path]
    sys.modules[name] = module

from phoenix.db import models  # noqa: E402
from phoenix.db.helpers import SupportedSQLDialect  # noqa: E402
from phoenix.db.insertion.helpers import as_kv, insert_on_conflict  # noqa: E402
from phoenix.db.insertion.span import insert_span  # noqa: E402
from phoenix.db.migrate import migrate  # noqa: E402
from phoenix.trace.schemas import Span, SpanContext, SpanKind, SpanStatusCode  # noqa: E402
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine  # noqa: E402
from sqlalchemy.pool import NullPool  # noqa: E402


def span_of(number, case):
    now = datetime.now(timezone.utc)
    session = {"session": {"id": case["session"]}} if "session" in case else {}
    return Span(
        name="answer",
        context=SpanContext(trace_id=f"{number:032x}", span_id=f"{number:016x}"),
        span_kind=SpanKind.LLM,
        parent_id=None,
        start_time=now - timedelta(seconds=1),
        end_time=now,
        status_code=SpanStatusCode.OK,
        status_message="",
        attributes={**case["attributes"], **session},
        events=[],
        conversation=None,
    )


async def annotate(session, span_rowid, annotation):
    user = annotation.get("user")
    row = models.SpanAnnotation(
        span_rowid=span_rowid,
        name=annotation["name"],
        label=annotation.get("label"),
        score=annotation.get("score"),
        explanation=annotation.get("explanation"),
        metadata_={},
        annotator_kind=annotation["kind"],
        identifier=annotation.get("identifier", f"px-app:{user}" if annotation["source"] == "APP" else ""),
        source=annotation["source"],
        user_id=user,
    )
    insert = insert_on_conflict(
        dict(as_kv(row)),
        dialect=SupportedSQLDialect.POSTGRESQL,
        table=models.SpanAnnotation,
        unique_by=("name", "span_rowid", "identifier"),
    )
    return await session.scalar(insert.returning(models.SpanAnnotation.id))


async def add_users(session, count):
    role = models.UserRole(name="MEMBER")
    session.add(role)
    await session.flush()
    for number in range(1, count + 1):
        user = {"username": f"user{number}", "email": f"{number}@example.org", "user_role_id": role.id}
        session.add(models.LocalUser(**user, password_hash=b"-", password_salt=b"-", reset_password=False))
        await session.flush()


async def save(engine, cases):
    """Each annotation in a transaction of its own: they have different times."""
    ids = []
    async with AsyncSession(engine) as session:
        async with session.begin():
            await add_users(session, 2)
        for number, case in enumerate(cases, 1):
            async with session.begin():
                event = await insert_span(session, span_of(number, case), case["project"])
            ids.append([])
            for each in case["annotations"]:
                async with session.begin():
                    ids[-1].append(await annotate(session, event.span_rowid, each))
    return ids


def engine_of():
    return create_async_engine(sys.argv[1], poolclass=NullPool)


migrate(engine_of(), log_migrations=False)
print("\n" + json.dumps(asyncio.run(save(engine_of(), json.load(sys.stdin)))))
