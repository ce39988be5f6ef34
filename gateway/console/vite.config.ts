import { defineConfig } from 'vite';

/** Builds the console to static files that the gateway serves under `/graphiql/`. */
export default defineConfig({
  base: '/graphiql/',
  publicDir: false,
  build: {
    outDir: 'dist',
    sourcemap: false,
    reportCompressedSize: false,
    // Libraries mark files with "use client", which means nothing in a bundle for browsers.
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      input: { console: 'index.html', enrolment: 'enrol.html' },
    },
    // The editor is one chunk of about 3 MB; a warning at each build would hide the others.
    chunkSizeWarningLimit: 5000,
  },
  worker: { format: 'es' },
});
