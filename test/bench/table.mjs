// Figures out of runs, and tables out of figures.

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The figures of a subject's runs: `seconds`, `least`, `megabytes`, `count`, `status`, and whether it `failed` or came `late`. */
export function figures({ runs, fine }) {
  const statuses = [...new Set(runs.map(({ status }) => status))];
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    least: Math.min(...runs.map(({ seconds }) => seconds)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
    count: runs.length,
    late: runs.some(({ late }) => late),
    failed: runs.some(({ late, status }) => !late && !fine.includes(status)),
    status: statuses.join(", "),
  };
}

/** Whether all runs of some figures came to a good end. */
export function isFinished({ late, failed }) {
  return !late && !failed;
}

/** A number with as many digits as are worth reading, or a dash. */
export function number(value, digits = 2) {
  return Number.isFinite(value) ? value.toFixed(digits) : "-";
}

/** How one figure stands to another, or a dash where one of them is no finished run. */
export function ratio(one, other, digits = 2) {
  return one && other && isFinished(one) && isFinished(other) ? number(one.seconds / other.seconds, digits) : "-";
}

/** Seconds of a run, as a table shows them: a run that was ended at the limit took longer than that. */
export function duration({ late, failed, seconds }, limit, value = seconds) {
  if (late) return `> ${limit}`;
  return failed ? `failed at ${number(value)}` : number(value);
}

/** Rows of texts as lines of columns, the first column to the left and the others to the right; the first row is the head. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) => row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]))).join("  ").trimEnd();
  return [line(rows[0]), widths.map((width) => "-".repeat(width)).join("  "), ...rows.slice(1).map(line)].join("\n");
}

/** The table of one input: each tool beside keylint and beside ripgrep. */
export function tableOfTools(subjects, limit) {
  const all = subjects.map((subject) => ({ ...subject, figures: figures(subject) }));
  const beside = (name) => all.find((one) => one.name === name)?.figures;
  const rows = all.map(({ name, version, figures: own }) => [
    name, version, own.count, duration(own, limit), duration(own, limit, own.least), number(own.megabytes, 0),
    ratio(own, beside("keylint")), ratio(own, beside("ripgrep")), own.late ? "ended" : own.status,
  ]);
  return table([["tool", "version", "runs", "median s", "least s", "peak MB", "to keylint", "to ripgrep", "status"], ...rows]);
}
