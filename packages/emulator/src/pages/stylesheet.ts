/** The one stylesheet, served as a file because the pages allow no inline styles. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: #f4f3ef; --panel: #ffffff; --line: #dcd9d0; --text: #1d2327; --soft: #565f66;
  --accent: #0b5d57; --on-accent: #ffffff; --notice: #ffe9b8; --on-notice: #4a3500;
  --bad: #a3181f; --bad-ground: #fdecec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181a; --panel: #1e2427; --line: #384146; --text: #edf0f1; --soft: #aab4b9;
    --accent: #6fd3c7; --on-accent: #06211e; --notice: #4a3a10; --on-notice: #ffe9b8;
    --bad: #ff9a9a; --bad-ground: #3a1c1e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1.25rem; }
h2 { font-size: 1.05rem; margin: 0 0 .75rem; }
h3 { font-size: .9rem; margin: .75rem 0 .25rem; color: var(--soft); }
ul, ol { margin: 0; padding: 0; list-style: none; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, .errors:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 2px;
}
.notice {
  margin: 0; padding: .6rem 1rem; text-align: center; font-size: .9rem;
  background: var(--notice); color: var(--on-notice);
}
.page { max-width: 34rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
.page.wide { max-width: 62rem; }
header {
  display: flex; justify-content: space-between; align-items: center; gap: 1rem; margin-bottom: 1.5rem;
}
.brand { margin: 0; font-weight: 650; letter-spacing: -.01em; }
.brand span { font-weight: 400; color: var(--soft); }
.languages { display: flex; gap: 1rem; font-size: .9rem; }
.languages a, .languages span { display: inline-block; padding: .35rem 0; }
.panel {
  background: var(--panel); border: 1px solid var(--line); border-radius: .75rem;
  padding: 1.25rem; margin: 0 0 1rem;
}
.panel > p:last-child { margin-bottom: 0; }
.items li, .plan li, .sums div {
  display: flex; justify-content: space-between; gap: 1rem; padding: .4rem 0;
  font-variant-numeric: tabular-nums;
}
.items li > :first-child, .sums dt { overflow-wrap: anywhere; }
.items small { display: block; color: var(--soft); }
.items { border-bottom: 1px solid var(--line); padding-bottom: .5rem; margin-bottom: .5rem; }
.items:empty { display: none; }
.sums { margin: 0; }
.sums dt, .sums dd { margin: 0; }
.sums .total { border-top: 1px solid var(--line); margin-top: .4rem; padding-top: .75rem; font-weight: 650; font-size: 1.15rem; }
.plan li { border-left: 2px solid var(--line); padding-left: .9rem; }
.plan li:first-child { border-left-color: var(--accent); font-weight: 600; }
.field { margin: 0 0 1rem; }
.field label { display: block; font-weight: 600; }
.hint { display: block; color: var(--soft); font-size: .9rem; margin: 0 0 .25rem; }
.problem { display: block; color: var(--bad); font-size: .9rem; font-weight: 600; }
input {
  width: 100%; margin-top: .3rem; padding: .7rem .8rem; font: inherit; color: inherit;
  background: var(--panel); border: 1px solid var(--soft); border-radius: .5rem;
  font-variant-numeric: tabular-nums;
}
input[aria-invalid] { border: 2px solid var(--bad); }
button, a.primary {
  display: block; width: 100%; min-height: 3rem; padding: .7rem 1rem; font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; border-radius: .5rem; cursor: pointer;
}
.primary { background: var(--accent); color: var(--on-accent); border: 1px solid var(--accent); }
.quiet { margin-top: .75rem; background: transparent; color: var(--text); border: 1px solid var(--line); }
.primary:hover, .quiet:hover { filter: brightness(.93); }
.errors {
  background: var(--bad-ground); border: 1px solid var(--bad); border-radius: .75rem;
  padding: 1rem 1.25rem; margin: 0 0 1rem;
}
.errors a { color: var(--bad); }
.cards a { display: inline-block; padding: .3rem 0; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
td.number, th.number { text-align: right; padding-right: 1.5rem; font-variant-numeric: tabular-nums; }
@media (min-width: 48rem) {
  .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 1.25rem; align-items: start; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: end; }
}
`
