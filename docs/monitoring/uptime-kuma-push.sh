#!/bin/sh
# For Uptime Kuma's "push" monitor, run once a minute: uptime-kuma-push.sh CT1@10.1.2.3:104 TOKEN
# Needs curl. Without a script: a monitor of type "HTTP(s) - Keyword" for /probe, see monitoring.md.
set -u
kuma=${KUMA:-http://127.0.0.1:3001}
if words=$(/usr/local/bin/echolot check -t 15 "$1"); then status=up; else status=down; fi
first=${words%%|*}
millis=$(printf '%s\n' "$words" | sed -n '1s/.*time=\([0-9.]*\)s.*/\1/p' | awk '{ print int($1 * 1000 + 0.5) }')
exec curl --silent --show-error --max-time 10 --output /dev/null --get "$kuma/api/push/$2" \
  --data-urlencode "status=$status" --data-urlencode "msg=$first" --data-urlencode "ping=$millis"
