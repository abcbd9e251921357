"""What the fuzzer must know of Drydock: which things exist, and what no answer may be.

DRYDOCK_FUZZ_KNOWN is a JSON object of lists: `tasks` (ended ones, which are only read), `shares` (tokens), `files`.
DRYDOCK_FUZZ_COUNTS is the file that the number of answers by status is written to.
"""

import collections
import json
import os
import random
import threading

import requests
import schemathesis

KNOWN = json.loads(os.environ["DRYDOCK_FUZZ_KNOWN"])
COUNTS = os.environ["DRYDOCK_FUZZ_COUNTS"]
CHOICE = random.Random(1)
MOST_TASKS = 8

lock = threading.Lock()
counts = collections.Counter()
made = collections.deque()


def one_of(values, otherwise):
    """Half of the time something that exists: a random id only ever finds a 404."""
    return CHOICE.choice(values) if values and CHOICE.random() < 0.5 else otherwise


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    if not path_parameters:
        return path_parameters
    reads = context.operation.method.lower() == "get"
    tasks = KNOWN["tasks"] if reads else list(made)
    known = {"id": tasks, "file": KNOWN["files"], "token": KNOWN["shares"]}
    return {name: one_of(known.get(name, []), value) for name, value in path_parameters.items()}


def has_null(value):
    if isinstance(value, dict):
        return any(each is None or has_null(each) for each in value.values())
    return isinstance(value, list) and any(map(has_null, value))


@schemathesis.hook
def filter_case(context, case):
    """A field that is null is one that is left out; the document would have to say it of each."""
    return not has_null(case.body)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Nothing that waits: streams of open tasks, and long polls, have tests of their own."""
    if case.operation.path.endswith("/events") and case.path_parameters.get("id") not in KNOWN["tasks"]:
        case.headers["Accept"] = "application/json"
    if case.query and "wait" in case.query:
        case.query["wait"] = min(case.query["wait"], 1) if isinstance(case.query["wait"], int) else case.query["wait"]
    if case.query and case.operation.path == "/api/isolation":
        case.query.pop("fresh", None)
    if case.query and case.query.get("follow") in (True, "true"):
        case.headers["Accept"] = "application/json"


@schemathesis.hook
def after_call(context, case, response):
    with lock:
        counts[response.status_code] += 1
        with open(COUNTS, "w") as file:
            json.dump({str(status): number for status, number in sorted(counts.items())}, file)
    if response.status_code == 202 and response.request.url.split("?")[0].endswith(("/task", "/tasks")):
        keep_few(case, response)


def keep_few(case, response):
    """Tasks are real, with a sandbox each: of those that the fuzzer made, only the newest stay."""
    made.append(response.json()["id"])
    while len(made) > MOST_TASKS:
        url = case.operation.base_url.rstrip("/") + "/api/tasks/" + made.popleft()
        requests.delete(url, headers={"Authorization": "Bearer " + os.environ["DRYDOCK_TOKEN"]}, timeout=120)


# What JSON Schema has no words for. (To it, 5.0 is an integer.)
BEYOND_SCHEMA = ("expiresIn is a duration of at most", "is not a whole number", "the cursor is not one that",
                 "from is a day before to")


@schemathesis.check
def valid_is_not_malformed(ctx, response, case):
    """What the schema allows may be refused for what it means, with a code that says so."""
    if not (case.meta and case.meta.generation.mode.is_positive) or case.media_type == "multipart/form-data":
        return
    if response.status_code == 400 and response.json()["code"] == "bad_request":
        detail = response.json()["detail"]
        if not any(words in detail for words in BEYOND_SCHEMA):
            raise AssertionError("openapi.yaml allows this: " + detail)
