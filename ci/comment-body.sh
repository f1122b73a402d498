#!/usr/bin/env bash
# Prints the comment that $MODSCOPE_OUT/comment.md becomes: with the mark by which it is found again, and links below.
set -euo pipefail

printf '%s\n' "$MODSCOPE_MARKER"
cat -- "$MODSCOPE_OUT/comment.md"
links=()
if [ -n "${MODSCOPE_PICTURE_URL:-}" ]; then links+=("[Picture and page]($MODSCOPE_PICTURE_URL)"); fi
if [ -n "${MODSCOPE_RUN_URL:-}" ]; then links+=("[Run]($MODSCOPE_RUN_URL)"); fi
if [ "${#links[@]}" != 0 ]; then
  printf '\n'
  printf '%s\n' "${links[@]}"
fi
