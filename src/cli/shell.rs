//! `ciieval completions` and `ciieval man`.

use clap::Args;
use clap_complete::Shell;
use std::path::PathBuf;

const COMPLETIONS: &str = "\
Examples:
  ciieval completions bash > ~/.local/share/bash-completion/completions/ciieval
  ciieval completions zsh > ~/.zfunc/_ciieval
  ciieval completions fish > ~/.config/fish/completions/ciieval.fish
  ciieval completions powershell >> $PROFILE";

const MAN: &str = "\
Examples:
  ciieval man | man -l -                     read the page of the program
  ciieval man ~/.local/share/man/man1        a page for the program and for each command";

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
#[command(after_help = MAN)]
pub struct ManArgs {
    /// Write a page for the program and each command into this folder [default: that of the program, to
    /// stdout]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
}
