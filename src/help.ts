/** What `--help` prints: at most 80 lines of 80 columns. */
export const helpText = `keylint finds leaked and weak application keys: the ones that sign sessions,
cookies and JWTs, in Python, JavaScript, TypeScript and configuration files.

  keylint                           lint the current directory
  keylint src app/settings.py       lint these; references are followed
  keylint explain short-key         what a rule is about, why, how to get out
  keylint explain flask             where a framework takes its key
  keylint --staged                  what the next commit adds or changes
  keylint --since main              what is new since a commit
  keylint history                   every key that any commit held
  keylint init                      hook, CI and configuration, as you agree

In CI
  keylint --format github           annotations on the pull request
  keylint --format sarif --output keylint.sarif --format stylish
                                    SARIF into a file, and text for the log
  keylint --fail-on error           warnings are shown and do not fail

See more, or less
  keylint --context all             tests and docs as well
  keylint --context production      only what runs in production
  keylint --no-ignore vendor/app    vendored and excluded files as well
  keylint -- --odd-name.py          after --, all arguments are files

Start with what is there today, and fail on what is new
  keylint --baseline keylint-baseline.jsonl --update-baseline
  keylint --baseline keylint-baseline.jsonl
  keylint baseline prune            remove entries whose keys are gone

Get out
  keylint --fix                     keys are read from the environment instead
  keylint --fix-dry-run             what --fix would change
  keylint generate django           a new key, of the form that it takes
  keylint verify <cookie.txt        which key found here signed this cookie

Many repositories
  keylint --shard 1/4 repos/*       the first of four shares of them
  keylint merge reports/*.json      their reports as one

In an editor
  keylint lsp                       a language server over stdin and stdout
  keylint --stdin --stdin-filename app/settings.py <app/settings.py

Options
  --format NAME            stylish, json, sarif, github, gitlab, junit, markdown
                           or html; of several, each but one with --output FILE
  --output FILE            where the report of the --format before it goes
  --sarif-category NAME    for several SARIF uploads of one commit
  --context LIST           production, development, example (these three are
                           the default), test, docs; or all
  --fail-on LEVEL          error, warning (default), note, never
  --config FILE            this configuration and no other; --no-config: none
  --no-ignore              look at vendored, built and excluded files too
  --no-foreign-ignores     do not honour nosec, gitleaks:allow and the like
  --no-cache               forget what earlier runs have seen, and keep nothing
  --staged                 read git's index, not the disk
  --since COMMIT           only what was not found at that commit
  --baseline FILE          findings that are known; --no-baseline: none
  --update-baseline        write all that is found into it
  --fix, --fix-dry-run     take out what can surely be taken out, or show it
  --shard I/N              this share of the repositories that are named
  --into FILE              generate: into this environment file
  --yes                    init: write all that it proposes
  --token-file FILE        verify: the token, when it is not on stdin
  --keys FILE, --history   verify: more keys, one a line; those of all commits
  --strict                 files that cannot be read or understood: status 2
  --debug                  say what is done, and where a crash came from
  --color, --no-color      colours, or none; default: as the terminal can
  --help, --version

Exit status
  0  clean
  1  findings at or above --fail-on
  2  a named path is missing or unreadable, the options or the configuration
     are wrong, a report cannot be written, or keylint crashed on a file

Configuration: the nearest keylint.config.json, pyproject.toml [tool.keylint]
or "keylint" in package.json, at or above the linted directory.

Silence one finding, in a comment where it stands: keylint-ignore RULE -- reason
`;
