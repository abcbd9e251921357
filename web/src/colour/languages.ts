// Which language a file is written in, by its name; the grammar of each is a chunk of its own.
import type { LanguageFn } from 'highlight.js';

type Load = () => Promise<{ default: LanguageFn }>;

const GRAMMARS = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  clojure: () => import('highlight.js/lib/languages/clojure'),
  cmake: () => import('highlight.js/lib/languages/cmake'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  dart: () => import('highlight.js/lib/languages/dart'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  elixir: () => import('highlight.js/lib/languages/elixir'),
  erlang: () => import('highlight.js/lib/languages/erlang'),
  go: () => import('highlight.js/lib/languages/go'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  groovy: () => import('highlight.js/lib/languages/groovy'),
  haskell: () => import('highlight.js/lib/languages/haskell'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  julia: () => import('highlight.js/lib/languages/julia'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  less: () => import('highlight.js/lib/languages/less'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  nginx: () => import('highlight.js/lib/languages/nginx'),
  nix: () => import('highlight.js/lib/languages/nix'),
  objectivec: () => import('highlight.js/lib/languages/objectivec'),
  ocaml: () => import('highlight.js/lib/languages/ocaml'),
  perl: () => import('highlight.js/lib/languages/perl'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  properties: () => import('highlight.js/lib/languages/properties'),
  protobuf: () => import('highlight.js/lib/languages/protobuf'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  scss: () => import('highlight.js/lib/languages/scss'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
} satisfies Record<string, Load>;

export type Language = keyof typeof GRAMMARS;

export const grammar = (language: Language): ReturnType<Load> => GRAMMARS[language]();

const ENDINGS: Partial<Record<Language, string>> = {
  bash: 'sh bash zsh ksh bats bashrc profile envrc',
  c: 'c h',
  clojure: 'clj cljs cljc edn',
  cmake: 'cmake cmakelists.txt',
  cpp: 'cc cpp cxx hh hpp hxx ino cu',
  csharp: 'cs csx',
  dart: 'dart',
  dockerfile: 'dockerfile containerfile',
  elixir: 'ex exs',
  erlang: 'erl hrl',
  graphql: 'graphql gql',
  groovy: 'groovy gradle jenkinsfile',
  haskell: 'hs',
  ini: 'ini toml cfg conf editorconfig gitconfig cargo.lock poetry.lock',
  javascript: 'js jsx mjs cjs',
  json: 'json jsonc json5 geojson webmanifest jsonl',
  julia: 'jl',
  kotlin: 'kt kts',
  lua: 'lua',
  makefile: 'mk makefile gnumakefile justfile',
  markdown: 'md markdown mdx',
  objectivec: 'm mm',
  ocaml: 'ml mli',
  perl: 'pl pm t',
  php: 'php phtml',
  powershell: 'ps1 psm1',
  properties: 'properties env',
  protobuf: 'proto',
  python: 'py pyi pyw bzl bazel build.bazel',
  ruby: 'rb rake gemspec gemfile rakefile',
  rust: 'rs',
  scala: 'scala sbt sc',
  sql: 'sql psql',
  typescript: 'ts tsx mts cts',
  xml: 'xml html htm xhtml svg vue svelte pom xsd xsl plist csproj',
  yaml: 'yaml yml clang-format',
};

const BY_ENDING = new Map<string, Language>();
for (const name of Object.keys(GRAMMARS) as Language[]) {
  for (const ending of (ENDINGS[name] ?? name).split(' ')) BY_ENDING.set(ending, name);
}

/** By the whole name first (Makefile), then by what stands after its last dot. */
export function languageOf(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return BY_ENDING.get(name) ?? BY_ENDING.get(name.slice(name.lastIndexOf('.') + 1));
}
