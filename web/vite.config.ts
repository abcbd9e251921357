import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compressed } from './build/compressed.ts';
import { firstLoad } from './build/first-load.ts';
import { openapi } from './build/openapi.ts';
import { sample } from './build/sample.ts';

const server = process.env.DRYDOCK_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    react(),
    sample({ folder: fileURLToPath(new URL('../examples/template', import.meta.url)) }),
    openapi({
      file: fileURLToPath(
        new URL('../api/src/main/resources/drydock/api/openapi.yaml', import.meta.url),
      ),
    }),
    firstLoad({ index: 300, share: 120 }),
    compressed(),
  ],
  resolve: { alias: { '~': fileURLToPath(new URL('src', import.meta.url)) } },
  test: { include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'] },
  build: {
    // The app, and the page behind a shared link: that one needs no account, and no app.
    rolldownOptions: { input: { index: 'index.html', share: 'share.html' } },
    target: ['chrome125', 'firefox128', 'safari18'],
    // A small file inlined as data: would be refused by the policy of the page.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1024,
    reportCompressedSize: false,
  },
  // For `npm run dev`: the server's own names must be the page's, or it refuses.
  server: {
    proxy: Object.fromEntries(
      ['^/api/(?!docs$)', '/logs', '/s/', '/favicon.ico'].map(path => [
        path,
        { target: server, changeOrigin: true, headers: { Origin: server } },
      ]),
    ),
  },
});
