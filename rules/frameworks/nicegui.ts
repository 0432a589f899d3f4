import type { Framework } from "../../src/kit.ts";

/** Where NiceGUI takes its key. */
export const nicegui: Framework = {
  id: "nicegui",
  title: "NiceGUI",
  language: "python",
  variable: "STORAGE_SECRET",
  docs: "https://nicegui.io/documentation/storage",
  protects: "session cookies and the storage of browsers and users",
  attack: "An attacker who has the key can write the session cookie of any visitor, and so reach the storage of another user.",
  fix: `Pass storage_secret=os.environ["STORAGE_SECRET"] to ui.run, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  lasts: { days: 14, docs: "https://github.com/encode/starlette/blob/master/starlette/middleware/sessions.py" },
  slots: [
    {
      id: "storage-secret",
      at: [
        { call: "nicegui.ui.run", argument: "storage_secret" },
        { call: "nicegui.ui.run_with", argument: "storage_secret" },
      ],
      label: "ui.run(storage_secret=)",
    },
  ],
  bad: {
    "main.py": `from nicegui import app, ui


@ui.page("/")
def index():
    ui.label(app.storage.user.get("name", "nobody"))


ui.run(storage_secret="09711adb3712959a8f4ec303c7995018fd6fefedcdceccc3f3d48c20ca35ff94")
`,
  },
  good: {
    "main.py": `import os

from nicegui import app, ui


@ui.page("/")
def index():
    ui.label(app.storage.user.get("name", "nobody"))


ui.run(storage_secret=os.environ["STORAGE_SECRET"])
`,
  },
};
