#!/usr/bin/env bash
# Prints the commit that HEAD is compared with: where it and $MODSCOPE_BASE parted. Without one: what GitHub merged a pull request
# into, else where HEAD and $MODSCOPE_BEFORE (of the event) parted, else the parent of HEAD. A shallow clone is deepened as far as it takes.
set -euo pipefail

fail() {
  printf 'modscope: %s\n' "$1" >&2
  exit 2
}

there() { git rev-parse --verify --quiet "$1^{commit}" >/dev/null; }
shallow() { [ "$(git rev-parse --is-shallow-repository)" = true ]; }

base=${MODSCOPE_BASE:-${MODSCOPE_BEFORE:-}}
# The base that an event names may be older than the one that was merged into. A push of a new branch began with nothing: all noughts.
merged='^refs/pull/[0-9]+/merge$'
if [[ -z ${MODSCOPE_BASE:-} && ${GITHUB_REF:-} =~ $merged && $(git rev-parse HEAD) = "${GITHUB_SHA:-}" ]] || [ -z "${base//0/}" ]; then
  base=HEAD~1
fi
case $base in
  -*) fail 'a base does not begin with a dash.' ;;
esac

for depth in 0 50 1000 2147483647; do
  if [ "$depth" != 0 ]; then
    shallow || break
    wanted=("$(git rev-parse HEAD)")
    if [[ $base =~ ^[0-9a-f]{40,64}$ ]]; then wanted+=("$base"); fi
    git fetch --quiet --no-tags --no-recurse-submodules --depth="$depth" origin "${wanted[@]}" >&2 || break
  fi
  if there "$base" && found=$(git merge-base "$base" HEAD); then
    printf '%s\n' "$found"
    exit 0
  fi
done

there HEAD || fail 'there is no commit to compare.'
if [ "$base" = HEAD~1 ]; then fail 'HEAD is the first commit: there is nothing to compare it with.'; fi
there "$base" || fail "this clone does not have $base: check out with the whole history (fetch-depth: 0, GIT_DEPTH: 0)."
fail "HEAD and $base have no commit in common in this clone: check out with the whole history (fetch-depth: 0, GIT_DEPTH: 0)."
