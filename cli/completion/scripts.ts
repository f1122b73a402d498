/**
 * The scripts for the shells: each hands the words to `modscope __complete` and shows what comes back. It is `modscope` as the
 * PATH has it that is asked, never what the word on the line names: a folder of somebody else may hold a program of that name.
 */
import { type Written, written } from '../../graph/written.ts';
import type { shells } from './shells.ts';

export type Shell = (typeof shells)[number];

/** Text as it stands, but for what a template takes for its own: `\\${` and an escaped backtick. */
function script({ raw }: TemplateStringsArray): Written {
  return written(raw.join('').replace(/\\([$`])(?=\{|t)/g, '$1'));
}

const bash = script`# modscope for bash: source <(modscope completion bash)
_modscope() {
    local line="\${COMP_LINE:0:COMP_POINT}" word rest i
    local -a words
    words=()
    # Bash cuts words at : = and @, which queries and modules hold: pieces with no blank between are one word again.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word="\${COMP_WORDS[i]}"
        rest="\${line#"\${line%%[![:space:]]*}"}"
        [[ "\${rest:0:\${#word}}" == "$word" ]] || word="$rest"
        if ((i > 0)) && [[ "$rest" == "$line" ]]; then
            words[\${#words[@]} - 1]+="$word"
        else
            words+=("$word")
        fi
        line="\${rest:\${#word}}"
    done
    local last=$((\${#words[@]} - 1)) quoted="" cut="" separator
    local marks=$'[\'"\\\\]'
    [[ "\${words[last]:0:1}" == [\'\"] ]] && quoted=1
    words=("\${words[@]//$marks/}")
    local current="\${words[last]}"
    # What bash cut off stays on the line, so answers come without it; an @ it does not count to that (readline: special prefixes).
    if [[ -z "$quoted" ]]; then
        for separator in : = @; do
            [[ "$COMP_WORDBREAKS" == *"$separator"* && "$current" == *"$separator"* ]] || continue
            word="\${current%"$separator"*}\${separator#@}"
            ((\${#word} > \${#cut})) && cut="$word"
        done
    fi
    local also="" text
    COMPREPLY=()
    while IFS=$'\t' read -r text _; do
        case "$text" in
            :*) also="$text" ;;
            *) COMPREPLY+=("\${text:\${#cut}}") ;;
        esac
    done < <(command modscope __complete -- "\${words[@]:1}" 2>/dev/null)
    if [[ "$also" == :files || "$also" == :folders ]]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r text; do
            COMPREPLY+=("$text")
        done < <(if [[ "$also" == :files ]]; then compgen -f -- "\${current:\${#cut}}"; else compgen -d -- "\${current:\${#cut}}"; fi)
    elif [[ -z "$quoted" ]]; then
        for i in "\${!COMPREPLY[@]}"; do
            printf -v "COMPREPLY[i]" '%q' "\${COMPREPLY[i]}"
        done
    fi
    # A word that is not at its end yet gets no blank.
    [[ \${#COMPREPLY[@]} -eq 1 && "\${COMPREPLY[0]}" == *[:=\(@] ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -F _modscope modscope
`;

const zsh = script`#compdef modscope
# modscope for zsh: as _modscope in a folder of $fpath, or after compinit: source <(modscope completion zsh)
_modscope() {
    local line text means also=''
    local -a whole begun
    for line in "\${(@f)$(command modscope __complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}"; do
        text="\${line%%$'\t'*}"
        means="\${line#*$'\t'}"
        case "$line" in
            :*) also="$line" ;;
            *)
                text="\${text//:/\\:}"
                [[ -n "$means" ]] && text="$text:$means"
                # A word that is not at its end yet gets no blank.
                if [[ "\${line%%$'\t'*}" == *[:=\(@] ]]; then begun+=("$text"); else whole+=("$text"); fi
                ;;
        esac
    done
    (( \${#whole} )) && _describe -t values modscope whole
    (( \${#begun} )) && _describe -t values modscope begun -S ''
    case "$also" in
        :files) _files ;;
        :folders) _files -/ ;;
    esac
}
if [ "\${funcstack[1]}" = "_modscope" ]; then
    _modscope "$@"
else
    compdef _modscope modscope
fi
`;

const fish = script`# modscope for fish: ~/.config/fish/completions/modscope.fish
function __modscope_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    test (count $current) -eq 0; and set current ''
    for line in (command modscope __complete -- $words[2..-1] (string trim -l -c '\'"' -- $current) 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path $current
            case ':folders'
                __fish_complete_directories $current ''
            case ':'
            case '*'
                echo $line
        end
    end
end
complete -c modscope -f -a '(__modscope_complete)'
`;

const powershell = script`# modscope for PowerShell: modscope completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName modscope -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text.Trim("'", '"') })
    # An empty argument does not reach a program in every PowerShell: --next says that it is there.
    $last = $wordToComplete.Trim("'", '"')
    $asked = if ($last -eq '') { @('__complete', '--next', '--') + $words } else { @('__complete', '--') + $words + $last }
    $program = Get-Command modscope -CommandType Application, ExternalScript -ErrorAction Ignore | Select-Object -First 1
    if ($null -eq $program) { return }
    & $program @asked 2>$null | ForEach-Object {
        $text, $means = $_ -split "\`t", 2
        if ($text -and -not $text.StartsWith(':')) {
            $shown = if ($means) { $means } else { $text }
            $typed = if ($text -match '^[\w./:=-]+$') { $text } else { "'$text'" }
            [System.Management.Automation.CompletionResult]::new($typed, $text, 'ParameterValue', $shown)
        }
    }
}
`;

export const scripts: Readonly<Record<Shell, Written>> = { bash, zsh, fish, powershell };
