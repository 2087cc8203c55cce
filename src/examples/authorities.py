"""Who issued the certificates of the last seven days: Cloudflare Radar's data, as bars.

    python3 authorities.py

GATEWAY_URL and CLOUDFLARE_API_TOKEN are those of the gateway's sandbox if they are not set.
"""
import json
import os
import sys
import time
from urllib.error import HTTPError
from urllib.request import Request, urlopen

URL = os.environ.get("GATEWAY_URL", "http://localhost:8080/graphql")
TOKEN = os.environ.get("CLOUDFLARE_API_TOKEN", "sandbox-token-for-everything")
QUERY = """
query Authorities($groups: Int!) {
  ctSummary(dimension: CA_OWNER, limitPerGroup: $groups, normalization: PERCENTAGE, series: [{ dateRange: "7d" }]) {
    series { groups { key value } }
  }
}
"""


def ask(query, attempts=3, **variables):
    """The answer's data and errors. Tries again if all errors say when, and soon."""
    request = Request(
        URL,
        json.dumps({"query": query, "variables": variables}).encode(),
        {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"},
    )
    try:
        response = urlopen(request, timeout=30)
    except HTTPError as refused:  # Errors are JSON under any status.
        response = refused
    with response:
        answer = json.load(response)
    errors = answer.get("errors", [])
    waits = [error.get("extensions", {}).get("retryAfterSeconds") for error in errors]
    if attempts > 1 and waits and None not in waits and max(waits) <= 30:
        print(f"{errors[0]['extensions']['code']}: again in {max(waits)} s.", file=sys.stderr)
        time.sleep(max(waits))
        return ask(query, attempts - 1, **variables)
    return answer.get("data"), errors


data, errors = ask(QUERY, groups=6)
for error in errors:
    print(f"{error['message']} [{error.get('extensions', {}).get('code')}]", file=sys.stderr)
if errors:
    sys.exit(1)

print("Certificates of the last seven days by authority, in percent (source: Cloudflare Radar, CC BY-NC 4.0)")
for group in data["ctSummary"]["series"][0]["groups"]:
    print(f"  {group['key']:<24} {group['value']:6.2f}  {'█' * round(group['value'])}")
