// Takes the pictures of the README anew: node scripts/pictures.mjs, after the studio has come to look otherwise.
// PICTURES_ADDRESS: a studio that is served already; otherwise it is built and served here.
import { spawn } from 'node:child_process'
import { chromium } from 'playwright'
import { build } from './set-up/build.mjs'
import { findChromium } from './set-up/chromium.mjs'
import { at } from './set-up/paths.mjs'

const pictures = [
  { name: 'canvas', template: 'Analyst research assistant', show: showEstimate },
  { name: 'threats', template: 'Customer support agent', show: showAttack },
  { name: 'export', template: 'Customer support agent', show: showDeck },
]

async function showEstimate(page) {
  await page.getByRole('tab', { name: /^Estimate/ }).click()
  await page.locator('.estimate-content').waitFor()
}

async function showAttack(page) {
  await page.getByRole('tab', { name: /^Threats/ }).click()
  await page.getByRole('button', { name: 'Show path' }).first().click()
  await page.locator('.card[data-emphasis="dimmed"]').first().waitFor()
}

async function showDeck(page) {
  await page.keyboard.press('Control+e')
  const screen = page.getByRole('dialog', { name: 'Export' })
  await screen.getByRole('button', { name: /^Deck for decision makers/ }).click()
  await screen.frameLocator('iframe').locator('figure').nth(1).waitFor()
}

/** Serves the built page; the address and the function that stops. */
async function serve() {
  build()
  const server = spawn(process.execPath, [at('dist', 'serve.js'), '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of server.stdout) return { address: `${line}`.trim(), stop: () => server.kill() }
  throw new Error('The studio was not served.')
}

const given = process.env.PICTURES_ADDRESS
const { address, stop } = given === undefined ? await serve() : { address: given, stop: () => undefined }
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
for (const { name, template, show } of pictures) {
  // Each picture begins with an empty library.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  // The nudges of a first design were seen in another one.
  await context.addInitScript(() => localStorage.setItem('lintel:nudges', '{"design":"another"}'))
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('button', { name: `Start from ${template}` }).click()
  await page.locator('.status-answer .status-value').getByText(/\d/).waitFor()
  await show(page)
  // Nothing in the pictures is under the pointer, and what fades has faded.
  await page.mouse.move(720, 2)
  await page.waitForTimeout(1500)
  await page.screenshot({ path: at('docs', 'images', `${name}.png`) })
  await context.close()
}
await browser.close()
stop()
