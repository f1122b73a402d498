#!/usr/bin/env bash
# Posts $MODSCOPE_OUT/comment.md on the merge request of a GitLab job, or puts it in the place of the note of an earlier run. Where there
# is none and nothing to say, nothing is posted. Without $MODSCOPE_GITLAB_TOKEN (the pipeline of a fork) nothing is, either.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
if [[ ! ${CI_MERGE_REQUEST_IID:-} =~ ^[0-9]+$ ]]; then
  echo 'modscope: this is no merge request, so there is nothing to comment on.' >&2
  exit 0
fi
if [ -z "${MODSCOPE_GITLAB_TOKEN:-}" ]; then
  echo 'modscope: without MODSCOPE_GITLAB_TOKEN there is no comment: what changed is in the artifacts of the job.' >&2
  exit 0
fi

# api METHOD PATH ARGUMENTS…; the token stays out of the arguments, which every user of the machine can read.
api() {
  local method=$1 url=$CI_API_V4_URL/$2
  shift 2
  curl --silent --show-error --fail --max-time 60 --retry 2 --request "$method" \
    --header @<(printf 'PRIVATE-TOKEN: %s\n' "$MODSCOPE_GITLAB_TOKEN") "$@" "$url"
}

MODSCOPE_AUTHOR=$(api GET user | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).username')
export MODSCOPE_AUTHOR
export MODSCOPE_MARKER="<!-- modscope ${MODSCOPE_KEY:-module} -->"
export MODSCOPE_RUN_URL=${CI_JOB_URL:-}
body=$MODSCOPE_OUT/body.md
bash "$here/comment-body.sh" >"$body"

notes=projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes
ids=()
for page in {1..30}; do
  json=$(api GET "$notes?sort=asc&per_page=100&page=$page")
  count=
  while read -r word; do
    if [ -z "$count" ]; then count=$word; else ids+=("$word"); fi
  done < <(node "$here/own-notes.mjs" <<<"$json")
  if [ "${count:?the answer cannot be read}" -lt 100 ]; then break; fi
done

if [ "${#ids[@]}" = 0 ]; then
  if [ "$(cat "$MODSCOPE_OUT/changed")" = false ] && [ "$(cat "$MODSCOPE_OUT/status")" = 0 ]; then exit 0; fi
  api POST "$notes" --data-urlencode "body@$body" >/dev/null
  exit 0
fi

api PUT "$notes/${ids[0]}" --data-urlencode "body@$body" >/dev/null
# Two pipelines at once may have posted one each.
for id in "${ids[@]:1}"; do
  api DELETE "$notes/$id" >/dev/null
done
