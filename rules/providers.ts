import type { Slot } from "../src/kit.ts";

/** Companies whose keys carry their name: they gave them out, and no framework signs with them. */
const providers = [
  "AWS", "AMAZON", "S3", "MINIO", "R2", "B2", "BACKBLAZE", "SPACES", "WASABI", "OSS", "COS", "OBS", "GCS", "GCP", "AZURE", "ALIYUN", "ALIBABA", "TENCENT", "QINIU",
  "HUAWEI", "UPYUN", "CLOUDFLARE", "CLOUDFRONT", "CLOUDINARY", "IMAGEKIT", "UPLOADTHING", "DIGITALOCEAN", "OVH", "SCALEWAY", "STRIPE", "PAYPAL", "RAZORPAY", "PAYSTACK",
  "FLUTTERWAVE", "SQUARE", "BRAINTREE", "PADDLE", "LEMONSQUEEZY", "MOLLIE", "ADYEN", "KHALTI", "ESEWA", "MIDTRANS", "XENDIT", "ALIPAY", "WXPAY", "WECHAT", "WEIXIN",
  "DINGTALK", "FEISHU", "LARK", "VNPAY", "MOMO", "ZALOPAY", "TOSS", "IYZICO", "PAYMOB", "CHAPA", "COINBASE", "PLAID", "RECAPTCHA", "RE_CAPTCHA", "CAPTCHA", "HCAPTCHA",
  "TURNSTILE", "GEETEST", "GITHUB", "GITLAB", "BITBUCKET", "GOOGLE", "FACEBOOK", "FB", "META", "INSTAGRAM", "TWITTER", "TWITCH", "X", "LINKEDIN", "APPLE", "MICROSOFT",
  "DISCORD", "SLACK", "TELEGRAM", "WHATSAPP", "LINE", "KAKAO", "NAVER", "SPOTIFY", "REDDIT", "YAHOO", "DROPBOX", "NOTION", "SALESFORCE", "HUBSPOT", "SHOPIFY", "ZOOM",
  "ZENDESK", "INTERCOM", "TWILIO", "SENDGRID", "MAILGUN", "MAILJET", "MAILCHIMP", "POSTMARK", "RESEND", "BREVO", "SENDINBLUE", "MANDRILL", "VONAGE", "NEXMO", "PUSHER",
  "ABLY", "PUBNUB", "AGORA", "LIVEKIT", "STREAM", "FIREBASE", "ONESIGNAL", "VAPID", "APNS", "FCM", "ALGOLIA", "MAPBOX", "SENTRY", "DATADOG", "NEWRELIC", "POSTHOG",
  "SEGMENT", "MIXPANEL", "AMPLITUDE", "LANGFUSE", "LANGSMITH", "OPENAI", "ANTHROPIC", "HUGGINGFACE", "REPLICATE", "SVIX", "CLERK", "WORKOS", "STYTCH", "KINDE", "OKTA",
  "ONELOGIN", "KEYCLOAK", "COGNITO", "AUTHENTIK", "ZITADEL", "DUO", "CASDOOR", "LOGTO", "TRELLO", "ATLASSIAN", "JIRA", "BINANCE", "BYBIT", "KRAKEN", "BITGET", "OKX",
  "STRAVA", "FITBIT", "GARMIN", "WITHINGS", "DOCUSIGN", "EBAY", "ETSY", "XERO", "QUICKBOOKS", "SANITY", "CONTENTFUL", "PRISMIC", "MUX", "VIMEO", "TIKTOK", "SNAPCHAT",
  "PINTEREST", "TUMBLR", "FLICKR", "UNSPLASH", "IGDB", "STEAM", "VK", "YANDEX", "MAILRU", "OK", "QQ", "WEIBO", "BAIDU", "UPSTASH", "NEYNAR", "VOLCANIC", "VOLCENGINE", "GARAGE", "TRANSLOADIT", "SUPABASE_S3",
];

/** Words that a folder, a file or a class is called for another reason, too: `stream.ts`, `meta.py`. */
const ambiguous: ReadonlySet<string> = new Set(["X", "S3", "OK", "VK", "FB", "B2", "R2", "QQ", "COS", "OBS", "OSS", "GCS", "GCP", "FCM", "OVH", "MUX", "DUO", "OKX", "LINE", "META", "TOSS", "MOMO", "STREAM", "SPACES", "SQUARE", "SEGMENT", "APPLE", "LARK", "RESEND", "CAPTCHA", "NOTION", "ZOOM", "STEAM", "SLACK", "KINDE", "PLAID", "GARAGE", "SENTRY"]);

/** Names of variables and settings that hold a company's key, as patterns over UPPER_SNAKE. */
export const providerNames: readonly string[] = [`{${providers.join(",")}}_*`, `*_{${providers.join(",")}}_*`];

const certain = providers.filter((name) => !ambiguous.has(name)).join(",");

/** Whose key a place that signs anything takes: a company's by its name, or in code that speaks with a company. */
export const otherParties: Pick<Slot, "except" | "exceptIn"> = { except: providerNames, exceptIn: [`{${certain}}{,_*}`, `*_{${certain}}{,_*}`] };
