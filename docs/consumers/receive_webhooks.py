#!/usr/bin/env python3
"""Keeps a table of articles from what a webhook delivers. Needs Python 3.9 and nothing else.

    WEBHOOK_SECRET=whsec_… python3 receive_webhooks.py http://127.0.0.1:8080 articles.db 8090 source=desk

The filter is that of the subscription; it is used to load what was published before. Only what carries a signature of
Standard Webhooks with the secret is believed.
"""

import base64
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from articles import ArticleTable

MOST_SECONDS_AWAY = 300
LARGEST_BODY_BYTES = 1_000_000


def is_signed(secret, headers, body):
    """Whether one of the signatures is HMAC-SHA256 over `id.timestamp.body`, made less than five minutes ago."""
    message_id, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > MOST_SECONDS_AWAY:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    made = hmac.digest(key, f"{message_id}.{timestamp}.".encode() + body, "sha256")
    expected = b"v1," + base64.b64encode(made)
    signatures = headers.get("webhook-signature", "").encode().split(b" ")
    return any(hmac.compare_digest(expected, signature) for signature in signatures)


class Receiver(BaseHTTPRequestHandler):
    """Answers 204 once the message is written: what gets no 2xx is delivered again."""

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        if length > LARGEST_BODY_BYTES:
            return self._answer(413)
        body = self.rfile.read(length)
        if not is_signed(self.server.secret, self.headers, body):
            return self._answer(401)
        self._take(self.headers["webhook-id"], json.loads(body))
        self._answer(204)

    def _take(self, message_id, message):
        table, kind = self.server.table, message["type"]
        if table.has_taken(message_id):
            return
        if kind == "gap":  # events were missed: the table may hold what was withdrawn meanwhile
            table.load(self.server.api, self.server.filters, message_id)
        elif kind.startswith("article."):
            table.take(message["data"], message["cursor"], message_id)
            print(kind, message["data"]["article"]["id"], flush=True)

    def _answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format, *args):
        """Says nothing of each request."""


def main():
    api, path, port, *filters = sys.argv[1:]
    filters = [tuple(part.split("=", 1)) for part in filters]
    server = HTTPServer(("127.0.0.1", int(port)), Receiver)  # one message at a time, as they come
    server.secret = os.environ["WEBHOOK_SECRET"]
    server.api, server.filters = api, filters
    server.table = ArticleTable(path)
    if server.table.place() is None:
        server.table.load(api, filters)
    server.serve_forever()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
