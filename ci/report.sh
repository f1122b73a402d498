#!/usr/bin/env bash
# What HEAD does to the dependencies: summary.md, comment.md, picture.svg, diff.html and what the policy says into $MODSCOPE_OUT.
# The result is in the files `changed` (true or false) and `status` (0; 1 a rule is broken; else what failed), so that a comment
# can be made before a job fails: this script exits 0 whenever it has something to report.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
modscope=${MODSCOPE_COMMAND:-modscope}
directory=${MODSCOPE_DIRECTORY:-.}

# What the comment and the files of this folder go by: a job may run for several modules.
key=$(printf '%s' "$directory" | LC_ALL=C tr -c 'A-Za-z0-9_\n' '-' | LC_ALL=C tr -s '-' | sed -e 's/^-//' -e 's/-$//')
key=${key:-module}
out=${MODSCOPE_OUT:-${RUNNER_TEMP:-${TMPDIR:-/tmp}}/modscope-$key}
rm -rf -- "$out"
mkdir -p -- "$out"

# run NAME ARGUMENTS…: standard output to NAME, the rest to NAME.err and to the log; sets $ran.
run() {
  local name=$1
  shift
  ran=0
  "$modscope" "$@" --vcs "${MODSCOPE_VCS:-user}" --quiet >"$out/$name" 2>"$out/$name.err" || ran=$?
  cat -- "$out/$name.err" >&2
}

# block FILE LINES: text that strangers may have written, as a block that is no markup; at most so many lines of 300 characters.
block() {
  printf '<pre>\n'
  # A line that begins with / is a command to GitLab.
  head -n "$2" -- "$1" | LC_ALL=C.UTF-8 sed -e 's/^\(.\{300\}\).*/\1…/' \
    -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g' -e 's,^\([[:space:]]*\)/,\1\&#47;,'
  printf '</pre>\n\n'
}

# The policy is that of the folder or of one above it, within the repository.
has_policy() {
  local folder top
  folder=$(cd -- "$directory" && pwd -P) || return 1
  top=$(git -C "$directory" rev-parse --show-toplevel) || return 1
  while :; do
    if [ -e "$folder/modscope.config.json" ]; then return 0; fi
    if [ "$folder" = "$top" ] || [ "$folder" = / ]; then return 1; fi
    folder=$(dirname -- "$folder")
  done
}

diff_status=0
if base=$(bash "$here/base.sh" 2>"$out/base.err"); then
  compared=(diff "rev:$base" "rev:$(git rev-parse HEAD)" -C "$directory")
  if [ "${MODSCOPE_PACKAGES:-false}" = true ]; then compared+=(--packages); fi
  rules=()
  if [ -n "${MODSCOPE_FAIL_ON:-}" ]; then rules=(--fail-on "$MODSCOPE_FAIL_ON"); fi
  run diff.md "${compared[@]}" --format markdown --room summary ${rules[@]+"${rules[@]}"}
  diff_status=$ran
  # A comment has less room than a summary.
  cp -- "$out/diff.md" "$out/diff-comment.md"
  if [ "$(LC_ALL=C.UTF-8 wc -m <"$out/diff.md")" -gt 65000 ]; then run diff-comment.md "${compared[@]}" --format markdown --room comment; fi
else
  diff_status=$?
  cat -- "$out/base.err" >&2
  cp -- "$out/base.err" "$out/diff.md.err"
  : >"$out/diff.md"
  : >"$out/diff-comment.md"
fi

check_status=0
policy=${MODSCOPE_CHECK:-auto}
if [ "$policy" = auto ]; then if has_policy; then policy=true; else policy=false; fi; fi
if [ "$policy" = true ]; then
  run check.txt check -C "$directory"
  check_status=$ran
  cat -- "$out/check.txt"
  run check.sarif check -C "$directory" --format sarif
  # A tool that reads SARIF does not expect an empty file.
  if [ ! -s "$out/check.sarif" ]; then rm -- "$out/check.sarif"; fi
fi

changed=false
if [ -s "$out/diff.md" ]; then changed=true; fi

# What failed weighs more than a rule that is broken.
status=$diff_status
if [ "$check_status" -gt "$status" ]; then status=$check_status; fi

picture=
page=
if [ "$changed" = true ] && [ "${MODSCOPE_PICTURE:-true}" = true ]; then
  run picture.log export -C "$directory" -o "$out/picture.svg"
  if [ "$ran" = 0 ]; then picture=$out/picture.svg; fi
  # The same comparison as a page: what changed on one layout of both sides, and all tables whole.
  run page.log "${compared[@]}" --format html -o "$out/diff.html"
  if [ "$ran" = 0 ]; then page=$out/diff.html; fi
fi

# lead LINES: all but the diff; LINES bounds what the policy says.
lead() {
  if [ "$directory" = . ]; then printf '### Dependencies\n\n'; else
    printf '### Dependencies of <code>%s</code>\n\n' "$(printf '%s' "$directory" | LC_ALL=C sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g')"
  fi
  if [ "$diff_status" -gt 1 ]; then
    printf '**They could not be compared:**\n\n'
    block "$out/diff.md.err" "$1"
  elif [ "$diff_status" = 1 ]; then
    printf '**This breaks a rule:**\n\n'
    block "$out/diff.md.err" "$1"
  fi
  if [ "$check_status" -gt 1 ] && [ ! -s "$out/check.txt" ]; then
    printf '**The policy could not be checked:**\n\n'
    block "$out/check.txt.err" "$1"
  elif [ "$check_status" != 0 ]; then
    printf '**This breaks the policy:**\n\n'
    block "$out/check.txt" "$1"
  fi
  if [ "$changed" = false ] && [ "$diff_status" -lt 2 ]; then printf 'The dependency graph has not changed.\n'; fi
}

# fitted LIMIT UNIT NAME: lead and NAME in at most LIMIT characters (-m) or bytes (-c), into $made.
# Where both do not fit, what is broken is said, and of the diff what stands above its tables.
fitted() {
  local lines above
  for above in false true; do
    for lines in 400 100 20; do
      lead "$lines" >"$made"
      if [ "$above" = true ]; then sed '/^<details>/,$d' "$out/$3" >>"$made"; else cat -- "$out/$3" >>"$made"; fi
      if [ "$(LC_ALL=C.UTF-8 wc "$2" <"$made")" -le "$1" ]; then return; fi
    done
  done
}

# 1 MiB is what a job summary holds, 65,536 characters a comment on GitHub, with its mark and its links.
made=$out/summary.md
fitted 1000000 -c diff.md
made=$out/comment.md
fitted 65000 -m diff-comment.md

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat -- "$out/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
printf '%s\n' "$changed" >"$out/changed"
printf '%s\n' "$status" >"$out/status"
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  printf '%s=%s\n' changed "$changed" status "$status" picture "$picture" page "$page" folder "$out" key "$key" >>"$GITHUB_OUTPUT"
fi
