/** How a new key is written: so many random bytes, in this form, perhaps with a prefix that the framework takes off (`base64:`). */
export interface KeyForm {
  /**
   * `base64url` ends with its `=`, as Fernet wants it. `django`: characters of the alphabet of its `get_random_secret_key`, of which
   * `bytes` is then the number. `rsa`: no random text but a key pair, which keylint does not make.
   */
  readonly as: "hex" | "base64" | "base64url" | "django" | "rsa";
  readonly bytes: number;
  /** Without the `=` at the end, where a reader refuses it. */
  readonly unpadded?: true;
  readonly prefix?: string;
  /** What stands after the key, where the variable holds more than the key alone: `"}` of a JSON text. */
  readonly suffix?: string;
}
