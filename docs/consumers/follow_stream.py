#!/usr/bin/env python3
"""Keeps a table of articles by following an event stream. Needs Python 3.9 and nothing else.

    python3 follow_stream.py http://127.0.0.1:8080 articles.db source=desk language=en

The filter may have the parts that both /v1/stream and /v1/search know: topic, source, language; everything without one.
A reader's key is taken from the environment, COPYFLOW_KEY.

Kill it whenever you like: it goes on after the last event that it has written. A stream that breaks is opened again,
after a second at first, then twice as long each time up to a minute.
"""

import http.client
import json
import random
import sys
import time
import urllib.error

from articles import ArticleTable, get

FIRST_WAIT_SECONDS = 1
LONGEST_WAIT_SECONDS = 60


def events(lines):
    """Server-sent events as dictionaries of their fields. One that the connection cut off never gets its empty line,
    and is none."""
    fields = {}
    for line in lines:
        name, _, value = line.decode().rstrip("\r\n").partition(":")
        if name:
            fields[name] = value.removeprefix(" ")  # data is one line here, as Copyflow's JSON is
        elif not value and fields:
            yield fields
            fields = {}


def opened(api, filters, place):
    """The stream from a place on. A cursor goes into the header, where browsers put it."""
    parameter, value = place
    headers = {"Accept": "text/event-stream"}
    if parameter == "after":
        return get(api, "/v1/stream", filters, {**headers, "Last-Event-ID": value})
    return get(api, "/v1/stream", [*filters, place], headers)


def follow(table, api, filters):
    """Follows the stream until it ends, and says of each event that it was taken."""
    if table.place() is None:
        print("loaded", table.load(api, filters), flush=True)
    with opened(api, filters, table.place()) as stream:
        for event in events(stream):
            kind = event.get("event")
            if kind == "gap":  # events were missed: the table may hold what was withdrawn meanwhile
                print("gap:", event["data"], flush=True)
                print("loaded", table.load(api, filters), flush=True)
                return
            if kind == "lagged":  # this program was too slow; it goes on after the last event that it has
                print("lagged", flush=True)
                return
            if kind:
                change = json.loads(event["data"])
                table.take(change, event["id"])
                print(kind, change["article"]["id"], change["article"].get("title", ""), flush=True)
            elif "id" in event:
                table.move(event["id"])
            yield event


def wait_seconds(problem, failures):
    """How long to wait, with chance in it, so that not all readers come back at the same moment."""
    wait = min(FIRST_WAIT_SECONDS * 2**failures, LONGEST_WAIT_SECONDS) * random.uniform(0.5, 1)
    if isinstance(problem, urllib.error.HTTPError):
        if problem.code < 500:
            raise SystemExit(f"{problem}: {problem.read().decode()}")  # asking again would not help
        wait = max(wait, float(problem.headers.get("Retry-After", 0)))
    return wait


def main():
    api, path, *filters = sys.argv[1:]
    filters = [tuple(part.split("=", 1)) for part in filters]
    table = ArticleTable(path)
    failures = 0
    while True:
        problem = None
        try:
            for _ in follow(table, api, filters):
                failures = 0
        except (OSError, http.client.HTTPException) as e:
            problem = e
            print("broken off:", repr(e), file=sys.stderr, flush=True)
        time.sleep(wait_seconds(problem, failures))
        failures += 1


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
