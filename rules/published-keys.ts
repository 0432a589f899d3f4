export const publishedKeys: readonly (readonly [value: string, source: string])[] = [
  ["keyboard cat", "https://github.com/expressjs/session/blob/master/README.md"],
];
