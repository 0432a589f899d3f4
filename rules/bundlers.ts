import type { Bundler } from "../src/kit.ts";

/** What bundlers put into the pages that they build. */
export const bundlers: readonly Bundler[] = [
  { title: "Next.js", prefix: "NEXT_PUBLIC_", docs: "https://nextjs.org/docs/pages/guides/environment-variables#bundling-environment-variables-for-the-browser" },
  { title: "Next.js", entry: "env", file: "**/next.config.*", docs: "https://nextjs.org/docs/pages/api-reference/config/next-config-js/env" },
  { title: "Next.js", entry: "publicRuntimeConfig", file: "**/next.config.*", docs: "https://nextjs.org/docs/14/pages/api-reference/next-config-js/runtime-configuration" },
  { title: "Vite", prefix: "VITE_", docs: "https://vite.dev/guide/env-and-mode" },
  { title: "Create React App", prefix: "REACT_APP_", docs: "https://create-react-app.dev/docs/adding-custom-environment-variables/" },
  { title: "Vue CLI", prefix: "VUE_APP_", docs: "https://cli.vuejs.org/guide/mode-and-env.html#using-env-variables-in-client-side-code" },
  { title: "Nuxt", prefix: "NUXT_PUBLIC_", docs: "https://nuxt.com/docs/guide/going-further/runtime-config#environment-variables" },
  { title: "Nuxt", entry: "runtimeConfig.public", file: "**/nuxt.config.*", docs: "https://nuxt.com/docs/guide/going-further/runtime-config" },
  { title: "Nuxt", entry: "publicRuntimeConfig", file: "**/nuxt.config.*", docs: "https://v2.nuxt.com/docs/configuration-glossary/configuration-runtime-config/" },
  { title: "Expo", prefix: "EXPO_PUBLIC_", docs: "https://docs.expo.dev/guides/environment-variables/" },
  { title: "Gatsby", prefix: "GATSBY_", docs: "https://www.gatsbyjs.com/docs/how-to/local-development/environment-variables/#accessing-environment-variables-in-the-browser" },
  { title: "SvelteKit", prefix: "PUBLIC_", packages: ["@sveltejs/kit"], docs: "https://svelte.dev/docs/kit/$env-static-public" },
  { title: "Astro", prefix: "PUBLIC_", packages: ["astro"], docs: "https://docs.astro.build/en/guides/environment-variables/" },
];
