/** The shells that words can be completed in, and how each takes the script up. */

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

export const completionHelp = `
The script asks modscope itself for verbs, flags, samples and the modules of the folder: it need not be made anew.

  bash        modscope completion bash > ~/.local/share/bash-completion/completions/modscope
              or in ~/.bashrc: source <(modscope completion bash)
  zsh         modscope completion zsh > "\${fpath[1]}/_modscope"
              or in ~/.zshrc, after compinit: source <(modscope completion zsh)
  fish        modscope completion fish > ~/.config/fish/completions/modscope.fish
  PowerShell  in $PROFILE: modscope completion powershell | Out-String | Invoke-Expression`;
