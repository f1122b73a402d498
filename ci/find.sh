#!/usr/bin/env bash
# The modscope of a CI job: the one that was named, the one on the PATH, or one built from the checkout that this file is in.
# Prints its path; in a GitHub job it is the output `command`.
set -euo pipefail

home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
name=${MODSCOPE_COMMAND:-modscope}

if ! command=$(command -v -- "$name"); then
  if [ "$name" != modscope ]; then
    printf 'modscope: there is no command %s.\n' "$name" >&2
    exit 2
  fi
  # No script of a package runs: nothing that is installed here needs one.
  if [ ! -e "$home/dist/THIRD-PARTY-LICENSES.txt" ]; then
    (cd -- "$home" && npm ci --ignore-scripts --no-audit --no-fund && npm run build) >&2
  fi
  command=$home/dist/main.js
  chmod +x -- "$command"
fi

case $command in
  /*) ;;
  *) command=$PWD/$command ;;
esac
if [ -n "${GITHUB_OUTPUT:-}" ]; then printf 'command=%s\n' "$command" >>"$GITHUB_OUTPUT"; fi
printf '%s\n' "$command"
