import { execFileSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'

export const peers = ['react-flow', 'excalidraw', 'tldraw'] as const

/**
 * Installs the programs of the comparison, once, and bundles a page for each; returns the folder of the pages. They are
 * no dependency of the product: their packages stand in `bench/peers/package.json` alone.
 */
export async function buildPeers(root: string): Promise<string> {
  const folder = join(root, 'bench/peers')
  if (!existsSync(join(folder, 'node_modules/tldraw'))) {
    console.log('  Installing the programs of the comparison into bench/peers ...')
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder, stdio: 'ignore' })
  }
  const outDir = join(root, 'dist/bench/peers')
  const { build } = await import('vite')
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    base: './',
    define: { 'process.env.IS_PREACT': '"false"' },
    // The packages of the comparison, not those of the product.
    resolve: { dedupe: ['react', 'react-dom'] },
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 20_000,
      rolldownOptions: { input: peers.map((peer) => join(folder, `${peer}.html`)) },
    },
  })
  // Its typefaces, which it would otherwise ask of a server.
  cpSync(join(folder, 'node_modules/@excalidraw/excalidraw/dist/prod/fonts'), join(outDir, 'fonts'), {
    recursive: true,
  })
  return outDir
}
