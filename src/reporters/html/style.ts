/** Colours of a theme. Each text has a contrast of 4.5 at least on what it stands on. */
const light = "--page: #f5f6f8; --card: #fff; --code: #f6f7f9; --ink: #1b2027; --soft: #59626d; --line: #dce0e6; --edge: #868f9a; --link: #0b57b0; --error: #b3261e; --error-bg: #fcebea; --warning: #855000; --warning-bg: #fcf1dd; --note: #28548f; --note-bg: #e9f0fa; --good: #1a6b3c; --good-bg: #e5f4ea; --hit: #fff6db; --mark: #ffe08a; --mark-ink: #1b2027;";
const dark = "--page: #101419; --card: #181d24; --code: #11161c; --ink: #e3e7ec; --soft: #9ba6b2; --line: #2c343e; --edge: #7c8794; --link: #82b6ff; --error: #ffa198; --error-bg: #3b1a18; --warning: #f0bd6b; --warning-bg: #33260e; --note: #9ac1fb; --note-bg: #17283f; --good: #82d49f; --good-bg: #122b1c; --hit: #2a2614; --mark: #5c4a0d; --mark-ink: #fff3cc;";

/** The page's style, as it stands in the page. Light on paper, whatever the screen has. */
export const style: string = `
:root { color-scheme: light; ${light} }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme=light]) { color-scheme: dark; ${dark} } }
@media screen { :root[data-theme=dark] { color-scheme: dark; ${dark} } }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "DejaVu Sans", sans-serif; background: var(--page); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; }
body > header, main, footer { max-width: 66rem; margin: 0 auto; padding: 0 1.5rem; }
code, kbd, pre { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; font-size: .875em; }
pre code, h3 code { font-size: inherit; }
p, h1, h2, h3, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; }
p, li, dd, h2, h3, td { overflow-wrap: anywhere; }
.option { white-space: nowrap; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
small { font-size: .8125rem; color: var(--soft); }
button, input, select { font: inherit; color: inherit; }
button, input[type=search], select { background: var(--card); border: 1px solid var(--edge); border-radius: .375rem; padding: .3rem .6rem; min-height: 2.25rem; }
button { cursor: pointer; }
button:hover { border-color: var(--ink); }
input[type=checkbox] { accent-color: var(--link); inline-size: 1rem; block-size: 1rem; margin: 0; }
input::placeholder { color: var(--soft); opacity: 1; }
summary { cursor: pointer; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -10rem; z-index: 3; background: var(--card); padding: .5rem 1rem; border-radius: 0 0 .375rem .375rem; }
.skip:focus { inset-block-start: 0; }

.top { padding-block: 2rem .5rem; }
.bar { display: flex; align-items: center; justify-content: space-between; gap: 1rem; margin-block-end: 1rem; }
h1 { font-size: 1.125rem; font-weight: 650; letter-spacing: -.01em; }
.bar button { font-size: .875rem; }
.bar button[aria-pressed=true] { background: var(--line); }
.lead { font-size: 1.25rem; line-height: 1.45; max-width: 48rem; text-wrap: pretty; }
.tiles { list-style: none; display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: .75rem; margin-block: 1.25rem 1rem; }
.tiles li { border-radius: .5rem; border: 1px solid var(--line); }
.tiles a, .tiles .none { display: block; padding: .6rem 1rem .7rem; border-radius: .5rem; color: inherit; text-decoration: none; }
.tiles a:hover { text-decoration: underline; }
.tiles b { display: block; font-size: 1.75rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.tiles .none { color: var(--soft); }
.error { color: var(--error); background: var(--error-bg); }
.warning { color: var(--warning); background: var(--warning-bg); }
.note { color: var(--note); background: var(--note-bg); }
.rest { max-width: 48rem; margin-block-end: .5rem; }
.facts { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .875rem; color: var(--soft); }
.clean { display: flex; gap: 1.25rem; align-items: center; padding: 2rem; margin-block-end: 1.25rem; border-radius: .75rem; color: var(--good); background: var(--good-bg); border: 1px solid; }
.clean > span { flex: none; display: grid; place-items: center; inline-size: 3rem; block-size: 3rem; border: 2px solid; border-radius: 50%; font-size: 1.5rem; line-height: 1; }
.clean h2 { font-size: 1.375rem; line-height: 1.3; font-weight: 650; }
.clean p { color: var(--ink); }
.clean.unsure { color: var(--warning); background: var(--warning-bg); }

#filter { position: sticky; inset-block-start: 0; z-index: 2; margin: 1rem -1.5rem 0; padding: .75rem 1.5rem .6rem; background: var(--page); border-block-end: 1px solid var(--line); }
.fields { display: flex; flex-wrap: wrap; gap: .6rem .75rem; align-items: end; }
.field { display: grid; gap: .15rem; flex: 1 1 7.5rem; min-inline-size: 0; }
.field.wide { flex-grow: 2; flex-basis: 10rem; }
.field > span, legend { font-size: .8125rem; line-height: 1.5; color: var(--soft); padding: 0; }
.field > input, .field > select { inline-size: 100%; }
fieldset { border: 0; min-inline-size: 0; font-size: .9375rem; }
legend { margin-block-end: .15rem; }
.levels { display: flex; flex-wrap: wrap; gap: 0 .8rem; }
fieldset label, .keys label { display: inline-flex; gap: .4rem; align-items: center; min-block-size: 2.25rem; }
.below { display: flex; align-items: center; gap: 1rem; font-size: .875rem; min-block-size: 2rem; margin-block-start: .35rem; position: relative; }
.below button { min-height: 1.75rem; padding: 0 .6rem; }
.keys { margin-inline-start: auto; color: var(--soft); }
.keys > div { position: absolute; inset-inline-end: 0; inset-block-start: 2.25rem; inline-size: max-content; max-inline-size: 100%; padding: .75rem 1rem .5rem; background: var(--card); color: var(--ink); border: 1px solid var(--edge); border-radius: .5rem; }
.keys ul { list-style: none; display: grid; gap: .35rem; }
kbd { border: 1px solid var(--edge); border-radius: .25rem; padding: 0 .35em; }

.group, .other { margin-block-start: 2rem; scroll-margin-block-start: 1rem; }
h2 { font-size: 1.125rem; font-weight: 650; }
.count { font-weight: 400; color: var(--soft); font-variant-numeric: tabular-nums; margin-inline-start: .25rem; }
article { margin-block-start: .75rem; padding: 1rem 1.25rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; content-visibility: auto; contain-intrinsic-size: auto 24rem; }
article:focus { outline: 2px solid var(--link); outline-offset: -1px; }
article header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .15rem .75rem; }
article h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .6rem; font-size: 1rem; font-weight: 650; line-height: 1.6; }
h3 .place { font-weight: 400; font-size: .8125rem; }
.level { display: inline-block; font: 600 .75rem/1.25rem system-ui, sans-serif; padding: 0 .5rem; border: 1px solid; border-radius: 1rem; vertical-align: .08em; }
.meta { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; font-size: .875rem; color: var(--soft); }
.tag { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; font-size: .75rem; }
.self { grid-area: 1 / 2; color: var(--soft); text-decoration: none; padding: 0 .5rem; min-inline-size: 1.5rem; text-align: center; }
.what { margin-block-start: .6rem; max-width: 48rem; text-wrap: pretty; }
pre { margin: .75rem 0 0; padding: .6rem 0; background: var(--code); border: 1px solid var(--line); border-radius: .375rem; overflow-x: auto; line-height: 1.6; direction: ltr; unicode-bidi: isolate; tab-size: 2; }
pre code { display: block; inline-size: max-content; min-inline-size: 100%; padding: 0 .9rem; }
pre i { font-style: normal; color: var(--soft); padding-inline-end: .6rem; user-select: none; -webkit-user-select: none; }
pre b { display: block; font-weight: inherit; background: var(--hit); margin: 0 -.9rem; padding: 0 .9rem; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: .15rem; padding: .1em 0; }
article dl { margin-block-start: .85rem; display: grid; gap: .4rem; }
article dl > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 1rem; }
dt { color: var(--soft); font-size: .875rem; line-height: 1.55rem; }
dd { max-width: 48rem; font-size: .9375rem; }
dd ul { list-style: none; }
dd ol { padding-inline-start: 1.3rem; }
dd li + li { margin-block-start: .15rem; }
dd pre { margin-block: .3rem .5rem; font-size: .875rem; }
li .place, td .place, li .level { margin-inline-end: .3rem; }
dd small { display: inline-block; }

.about { color: var(--soft); font-size: .875rem; }
.plain { list-style: none; margin-block-start: .5rem; display: grid; gap: .35rem; font-size: .9375rem; }
.other details { margin-block-start: .35rem; }
.scroll { overflow-x: auto; margin-block-start: .5rem; }
table { border-collapse: collapse; inline-size: 100%; font-size: .875rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem 1rem .35rem 0; border-block-end: 1px solid var(--line); }
th { font-weight: 600; }
.nothing { margin-block: 3rem; text-align: center; display: grid; gap: .75rem; justify-items: center; color: var(--soft); }
.nothing button { color: var(--ink); }
footer { padding-block: 2.5rem 2rem; font-size: .875rem; color: var(--soft); }

@media (max-width: 48rem), (max-height: 30rem) { #filter { position: static; } }
@media (max-width: 40rem) {
  body > header, main, footer { padding-inline: 1rem; }
  #filter { margin-inline: -1rem; padding-inline: 1rem; }
  .lead { font-size: 1.125rem; }
  .tiles { gap: .5rem; }
  .tiles a, .tiles .none { padding: .5rem .75rem; }
  .tiles b { font-size: 1.375rem; }
  .clean { padding: 1.25rem; flex-direction: column; align-items: start; }
  article { padding: .9rem; }
  article dl > div { grid-template-columns: minmax(0, 1fr); }
  article dl { gap: .6rem; }
}
@media (forced-colors: active) {
  mark { background: Mark; color: MarkText; }
  .bar button[aria-pressed=true] { outline: 2px solid ButtonText; }
}
@media print {
  @page { margin: 16mm 14mm; }
  html { background: none; font-size: 10pt; }
  body > header, main, footer { max-width: none; padding-inline: 0; }
  .skip, #theme, #filter, .self, .nothing button, details > summary { display: none !important; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  article { content-visibility: visible; break-inside: avoid; }
  .tiles, .facts, tr, .other li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  pre { overflow: visible; }
  pre code { inline-size: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
  .scroll { overflow: visible; }
  a[href^=http]::after { content: " (" attr(href) ")"; font-size: .85em; color: var(--soft); overflow-wrap: anywhere; }
  .level, mark, pre b, .tiles li, .clean { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
