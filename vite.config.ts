import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import electron, { type ElectronOptions } from 'vite-plugin-electron'

type CodeSplittingGroup = Rolldown.CodeSplittingGroup
type ChunkingContext = Rolldown.ChunkingContext

const root = fileURLToPath(new URL('.', import.meta.url))
const at = (...path: string[]): string => resolve(root, ...path)
const commandLine = at('electron/cli/main.ts')

const external = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** Code for Node as one file below `dist`: everything is bundled but Node's own modules and Electron, so no package is shipped. */
function part(entry: string, folder: string, name: string, format: 'es' | 'cjs'): ElectronOptions {
  return {
    // Only `npm run dev` comes here; as root Chromium's sandbox cannot start.
    onstart: ({ startup }) =>
      startup([root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]).then(() => undefined),
    vite: {
      configFile: false,
      publicDir: false,
      build: {
        target: 'node20',
        outDir: at('dist', folder),
        emptyOutDir: false,
        minify: false,
        reportCompressedSize: false,
        license: { fileName: `${name}.licences.md` },
        lib: { entry: at(entry), formats: [format], fileName: () => name },
        rolldownOptions: {
          external,
          output: { entryFileNames: name, chunkFileNames: `${name.replace(/\..*/, '')}-parts/[name].js` },
        },
      },
    },
  }
}

/** A module with all that it imports, and what that imports: what is there before any of it runs. */
function withImports(entry: string, context: ChunkingContext): ReadonlySet<string> {
  const found = new Set([entry])
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}

let start: ReadonlySet<string> | undefined
/** What the page needs at once comes in one file: a hundred small ones take longer to ask for than to run. */
const startChunk: CodeSplittingGroup = {
  name: (id, context) => ((start ??= withImports(at('renderer/main.tsx'), context)).has(id) ? 'start' : null),
}

/**
 * The worker of Monaco's JSON language imports every feature of the editor for what they do on being imported. They would
 * arrive after the first editor is made, without their services, and fail in the second one: `editor.ts` names what is wanted.
 */
const fewerEditorFeatures: Plugin = {
  name: 'fewer-editor-features',
  transform: (code, id) =>
    id.endsWith('/monaco-editor/esm/vs/internal/common/workers.js')
      ? code.replaceAll(/^import '[^']+';$/gmu, '')
      : null,
}

export default defineConfig({
  root: at('renderer'),
  // The page is served from `app://bundle/` and from a server's root alike.
  base: './',
  publicDir: false,
  plugins: [
    react(),
    fewerEditorFeatures,
    electron([
      part('electron/preload.ts', 'electron', 'preload.cjs', 'cjs'),
      part('electron/serve.ts', '.', 'serve.js', 'es'),
      ...(existsSync(commandLine) ? [part('electron/cli/main.ts', '.', 'cli.js', 'es')] : []),
      part('electron/main.ts', 'electron', 'main.js', 'es'),
    ]),
  ],
  build: {
    outDir: at('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // The policy of the page allows no `data:` script and no inline one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The texts of the licences of all that is bundled travel with it; NOTICE names the packages.
    license: { fileName: 'licences.md' },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { output: { codeSplitting: { groups: [startChunk] } } },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5317, fs: { allow: [root] } },
})
