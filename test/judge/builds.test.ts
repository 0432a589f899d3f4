import { expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

test.each<[string, Project]>([
  ["a step of an image", { Dockerfile: "FROM python\nRUN SECRET_KEY=zebra python manage.py collectstatic --noinput\n" }],
  ["steps of an image", { Dockerfile: "FROM python\nRUN export SECRET_KEY=zebra && python manage.py collectstatic --noinput\n" }],
  ["a step among other variables", { Dockerfile: "FROM node\nRUN SECRET_KEY=zebra DATABASE_URL=sqlite:// python manage.py compress && rm -rf x\n" }],
  ["a step of an entry script", { "entry.sh": "#!/bin/sh\nSECRET_KEY=zebra python manage.py collectstatic --noinput\nexec gunicorn shop.wsgi\n" }],
  ["a line of steps", { "entry.sh": "#!/bin/sh\nexport SECRET_KEY=zebra && cd shop && python manage.py collectstatic --noinput\n" }],
  ["several steps", { "build.sh": "export SECRET_KEY=zebra; python manage.py migrate; python manage.py compilemessages\n" }],
  ["npm's build", { "build.sh": "SECRET_KEY=zebra npm run build\n" }],
  ["npm's scripts", { "package.json": `{ "scripts": { "build": "SESSION_SECRET=zebra next build" } }` }],
  ["a command of compose", { "compose.yml": "services:\n  web:\n    command: sh -c 'SECRET_KEY=zebra python manage.py collectstatic'\n" }],
])("a value that only a build gets is no key: %s", (_, project) => {
  expect(shown(project)).toEqual([]);
});

test.each<[string, Project]>([
  ["a server in the same line", { "entry.sh": "export SECRET_KEY=zebra && exec gunicorn shop.wsgi\n" }],
  ["a server after a step in the same line", { "entry.sh": "export SECRET_KEY=zebra; python manage.py migrate; python manage.py runserver 0.0.0.0:80\n" }],
  ["a server after a step", { "entry.sh": "export SECRET_KEY=zebra\npython manage.py collectstatic\ngunicorn shop.wsgi\n" }],
  ["a server of development", { "entry.sh": "SECRET_KEY=zebra python manage.py runserver\n" }],
  ["an image", { Dockerfile: "FROM python\nENV SECRET_KEY=zebra\nRUN python manage.py collectstatic\n" }],
  ["npm's start", { "package.json": `{ "scripts": { "start": "SESSION_SECRET=zebra node app.js" } }` }],
])("a value that a server gets is one: %s", (_, project) => {
  expect(shown(project)).toHaveLength(1);
});

test.each<[string, Project]>([
  ["compose", { "compose.yml": "services:\n  web:\n    environment:\n      SECRET_KEY: ${SECRET_KEY:?set it}\n" }],
  ["a script", { "entry.sh": ": ${SECRET_KEY:?}\nexport SECRET_KEY\n" }],
  ["os.environ", { "app.py": `import os\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = os.environ["K"]\n` }],
  ["decouple", { "app.py": `from decouple import config\nfrom flask import Flask\napp = Flask(__name__)\napp.secret_key = config("K")\n` }],
])("a missing variable stops the program: %s", (_, project) => {
  expect(shown(project)).toEqual([]);
});
