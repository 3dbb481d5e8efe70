// Draws the PNGs of resources/icons from icon.svg: node scripts/icons.mjs, after the drawing has changed.
import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright'
import { findChromium } from './set-up/chromium.mjs'
import { at } from './set-up/paths.mjs'

const sizes = [16, 32, 48, 64, 128, 256, 512, 1024]
const svg = await readFile(at('resources', 'icons', 'icon.svg'), 'utf8')
const browser = await chromium.launch({ executablePath: findChromium() })
const page = await browser.newPage()
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  )
  await page.screenshot({ path: at('resources', 'icons', `${size}x${size}.png`), omitBackground: true })
}
await browser.close()
