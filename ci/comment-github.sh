#!/usr/bin/env bash
# Posts $MODSCOPE_OUT/comment.md on pull request $MODSCOPE_NUMBER, or puts it in the place of the comment of an earlier run. Where there
# is none and nothing to say, nothing is posted. A pull request of a fork has a token that reads: it gets the job summary alone.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
if [[ ! ${MODSCOPE_NUMBER:-} =~ ^[0-9]+$ ]]; then
  echo 'modscope: this is no pull request, so there is nothing to comment on.' >&2
  exit 0
fi
if [ "${MODSCOPE_FORK:-false}" = true ]; then
  echo '::notice title=modscope::A pull request of a fork gets no comment: what it changes is in the job summary.'
  exit 0
fi

export MODSCOPE_MARKER="<!-- modscope ${MODSCOPE_KEY:-module} -->"
export MODSCOPE_AUTHOR=${MODSCOPE_AUTHOR:-github-actions[bot]}
if [ -n "${GITHUB_RUN_ID:-}" ]; then
  export MODSCOPE_RUN_URL="${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"
fi
body=$MODSCOPE_OUT/body.md
bash "$here/comment-body.sh" >"$body"

# api ARGUMENTS…: a token that may not write is told of, and is no failure of the job.
api() {
  if gh api -H 'Accept: application/vnd.github+json' "$@" 2>"$MODSCOPE_OUT/gh.err"; then return; fi
  if grep -q 'HTTP 40[134]' "$MODSCOPE_OUT/gh.err"; then
    echo '::warning title=modscope::The token may not comment: the job needs "permissions: pull-requests: write". What changed is in the job summary.' >&2
    return 77
  fi
  # Whatever it says, it begins no line.
  sed 's/^/gh: /' "$MODSCOPE_OUT/gh.err" >&2
  return 1
}

may_fail() {
  local code=$?
  if [ "$code" = 77 ]; then exit 0; fi
  exit "$code"
}

comments=repos/$GITHUB_REPOSITORY/issues
ids=()
for page in {1..30}; do
  json=$(api "$comments/$MODSCOPE_NUMBER/comments?per_page=100&page=$page") || may_fail
  count=
  while read -r word; do
    if [ -z "$count" ]; then count=$word; else ids+=("$word"); fi
  done < <(node "$here/own-notes.mjs" <<<"$json")
  if [ "${count:?the answer cannot be read}" -lt 100 ]; then break; fi
done

if [ "${#ids[@]}" = 0 ]; then
  if [ "$(cat "$MODSCOPE_OUT/changed")" = false ] && [ "$(cat "$MODSCOPE_OUT/status")" = 0 ]; then exit 0; fi
  api --method POST "$comments/$MODSCOPE_NUMBER/comments" -F "body=@$body" >/dev/null || may_fail
  exit 0
fi

api --method PATCH "$comments/comments/${ids[0]}" -F "body=@$body" >/dev/null || may_fail
# Two runs at once may have posted one each.
for id in "${ids[@]:1}"; do
  api --method DELETE "$comments/comments/$id" >/dev/null || may_fail
done
