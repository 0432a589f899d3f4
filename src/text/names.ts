/** What people add to the name of a file of which each writes an own: `config.py.example`, `settings.sample.js`. */
export const samples: readonly string[] = ["example", "sample", "dist"];

/**
 * A name as UPPER_SNAKE, the form that slots' patterns are written in: `jwtSecret`, `jwt-secret` and `jwt.secret` are JWT_SECRET.
 * A run of capitals is one word: `JWTSecret` is JWT_SECRET.
 */
export function upperSnake(name: string): string {
  return name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
}

/** The last part of a dotted name: `SECRET_KEY` of `app.config.SECRET_KEY`. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
