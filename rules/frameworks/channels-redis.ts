import type { Framework } from "../../src/kit.ts";

/** Where channels_redis takes its key. */
export const channelsRedis: Framework = {
  id: "channels-redis",
  title: "channels_redis",
  language: "python",
  variable: "CHANNELS_KEY",
  docs: "https://github.com/django/channels_redis#symmetric_encryption_keys",
  protects: "messages between the processes of Django Channels",
  attack: "An attacker who has the key and reaches Redis can read the messages and write others, which the consumers take for their own.",
  fix: `Set symmetric_encryption_keys to [os.environ["CHANNELS_KEY"]], after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  rotate: "Put the new key first: it encrypts, and the others still decrypt.",
  lasts: { days: 1, docs: "https://github.com/django/channels_redis#expiry" },
  slots: [
    {
      id: "encryption-keys",
      at: [{ setting: "SYMMETRIC_ENCRYPTION_KEYS" }],
      holds: "list",
      signs: "first",
      label: "symmetric_encryption_keys",
    },
  ],
  bad: {
    "mysite/settings.py": `CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        "CONFIG": {
            "hosts": [("redis", 6379)],
            "symmetric_encryption_keys": ["3b09013351cafa81eaa6d835ef5439f4738d61f0398704b17faabb56f00b007c"],
        },
    },
}
`,
  },
  good: {
    "mysite/settings.py": `import os

CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        "CONFIG": {"hosts": [("redis", 6379)], "symmetric_encryption_keys": [os.environ["CHANNELS_KEY"]]},
    },
}
`,
  },
};
