"""What the two consumers beside this file share: a table of articles in SQLite, and how to load all of them."""

import json
import os
import sqlite3
import urllib.parse
import urllib.request
from datetime import datetime, timedelta, timezone

PATIENCE_SECONDS = 45  # a stream breaks its silence every 15 seconds
SEARCH_IS_NEVER_SO_FAR_BEHIND = timedelta(hours=1)


def get(api, path, parameters=(), headers=None):
    """The answer to a GET, open; raises urllib.error.HTTPError for any but a 2xx."""
    request = urllib.request.Request(f"{api}{path}?{urllib.parse.urlencode(parameters)}", headers=headers or {})
    if "COPYFLOW_KEY" in os.environ:
        request.add_header("Authorization", "Bearer " + os.environ["COPYFLOW_KEY"])
    return urllib.request.urlopen(request, timeout=PATIENCE_SECONDS)


def all_articles(api, filters):
    """The card of every article that is published now, page by page."""
    page = {"limit": 100, "order": "time"}
    while page:
        with get(api, "/v1/search", [*filters, *page.items()]) as answer:
            found = json.load(answer)
        for hit in found.get("hits", []):
            yield hit["article"]
        page = {**page, "after": found["next"]} if "next" in found else None


class ArticleTable:
    """The articles, and the place up to which the reader has seen what happened. Each change of the articles is written
    in one transaction with the place after it: whenever the process dies, both are as of the same event."""

    def __init__(self, path):
        self._db = sqlite3.connect(path)
        self._db.executescript("""
            create table if not exists article (id text primary key, version integer, title text);
            create table if not exists place (parameter text, value text);
            create table if not exists message (id text primary key, at text default current_timestamp);
            """)

    def place(self):
        """The parameter of a stream that goes on from here, as ("after", cursor); None where nothing was loaded yet."""
        return self._db.execute("select parameter, value from place").fetchone()

    def take(self, event, cursor, message_id=None):
        """Does what the event says. Several in their order, taken again, lead to the same table.

        message_id: what a webhook's message is known by, so that it is not taken again."""
        with self._db:
            if event["change"] == "removed":  # withdrawn, or not what the filter takes any more: not to be kept
                self._db.execute("delete from article where id = ?", [event["article"]["id"]])
            else:
                self._put(event["article"])
            self._go_to("after", cursor)
            self._note(message_id)

    def has_taken(self, message_id):
        return self._db.execute("select 1 from message where id = ?", [message_id]).fetchone() is not None

    def move(self, cursor):
        """Nothing that concerns this reader happened up to the cursor."""
        with self._db:
            self._go_to("after", cursor)

    def load(self, api, filters, message_id=None):
        """Replaces the table by what is published now: at the beginning, and when events were missed.

        Search may be a moment behind what happens. So the reader goes on an hour before: events that the table knows
        already lead to the same table."""
        since = datetime.now(timezone.utc) - SEARCH_IS_NEVER_SO_FAR_BEHIND
        cards = list(all_articles(api, filters))
        with self._db:
            self._db.execute("delete from article")
            for card in cards:
                self._put(card)
            self._go_to("since", since.strftime("%Y-%m-%dT%H:%M:%SZ"))
            self._note(message_id)
        return len(cards)

    def _put(self, card):
        self._db.execute(
            "insert or replace into article values (?, ?, ?)", [card["id"], card.get("version"), card.get("title")]
        )

    def _go_to(self, parameter, value):
        self._db.execute("delete from place")
        self._db.execute("insert into place values (?, ?)", [parameter, value])

    def _note(self, message_id):
        if message_id:
            self._db.execute("insert into message (id) values (?)", [message_id])
            self._db.execute("delete from message where at < datetime('now', '-7 days')")  # they are tried for three
