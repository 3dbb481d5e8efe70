import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import JSZip from 'jszip'
import { type DesktopStudio, expect, type Studio, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const problem = 'Refunds wait two days for a person'
const isDesktop = (studio: Studio): studio is DesktopStudio => 'answerDialogs' in studio

test('a deck is looked at, completed, shortened, put into the look of the client, and saved as it was seen', async ({
  studio,
}) => {
  test.setTimeout(120_000)
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  const questions = await workbench.open('Questions')
  const question = questions.getByRole('article').first()
  const asked = await question.locator('.question-text').innerText()
  await question.getByRole('button', { name: `Keep “${asked}” out of documents` }).click()
  await expect(question.getByRole('button', { name: /is internal: let it into documents/ })).toBeVisible()

  await page.keyboard.press('Control+e')
  const screen = page.getByRole('dialog', { name: 'Export' })
  const form = screen.getByRole('complementary')
  // The first file of a design waits for its figures.
  await expect(screen.locator('iframe')).toHaveAttribute('sandbox', '', { timeout: 30_000 })
  await expect(form.getByText(asked)).toBeVisible()

  await screen
    .getByRole('navigation')
    .getByRole('button', { name: /^Deck for decision makers/ })
    .click()
  const slides = screen.frameLocator('iframe').locator('figure')
  await expect(slides.first()).toContainText('We ask you to approve')
  const before = await slides.count()
  await expect(form.getByLabel('Which problem does it solve?')).toBeVisible()
  expect(await faults(page)).toEqual([])

  await test.step('an answer goes into the design, and onto its slide', async () => {
    await form.getByLabel('Which problem does it solve?').fill(problem)
    await form.getByRole('button', { name: 'Write the answer into the design' }).click()
    await expect(slides).toHaveCount(before + 1)
    await expect(slides.nth(1)).toContainText(problem)
    await expect(form.getByLabel('Which problem does it solve?')).toHaveCount(0)
  })

  await test.step('a slide is switched off, and stays off', async () => {
    await form.getByRole('switch', { name: /passes 13 of 16 components/ }).click()
    await expect(slides).toHaveCount(before)
    await screen.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('Control+e')
    await expect(slides).toHaveCount(before)
  })

  await test.step('the look of the client is that of the workspace', async () => {
    await form.getByRole('button', { name: /Client, logo/ }).click()
    await form.getByLabel('Client').fill('Nordbank')
    await form.getByLabel('Client').press('Enter')
    await expect(slides.last()).toContainText('Nordbank')
    await form.getByLabel('Confidentiality').fill('For the board only')
    await form.getByLabel('Confidentiality').press('Enter')
    await form.getByLabel('Font of headings').fill('Georgia')
    await form.getByLabel('Font of headings').press('Enter')
    await form.getByLabel('Colour').fill('#00695c')
    for (const [label, name, words, says] of refusedFiles)
      await expect(await chosen(form, label, name, words)).toContainText(says)
    await expect(await chosen(form, 'Logo', 'logo.svg', logo)).toContainText('1024 × 256 pixels')
    await expect(slides.first().locator('image, img').first()).toBeAttached()
    await expect(slides.last()).toContainText('For the board only')
    await form.getByRole('button', { name: 'Back to the document' }).click()
    await expect(form.getByText('Nordbank')).toBeVisible()
  })
  // With the look of a client comes a cover.
  const shown = await slides.count()
  expect(shown).toBeGreaterThanOrEqual(before)

  await test.step('a place that cannot be written loses nothing', async () => {
    if (!isDesktop(studio)) return
    await studio.answerDialogs({ save: join(studio.userData, 'not-there', 'deck.pptx') })
    await saveButton(screen).click()
    await expect(screen.getByRole('status').filter({ hasText: 'deck.pptx' })).toContainText(/not there|could not/)
    await expect(slides).toHaveCount(shown)
  })

  await test.step('what is saved is what was seen', async () => {
    const deck = await JSZip.loadAsync(await saved(studio, screen))
    const files = Object.keys(deck.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    expect(files).toHaveLength(shown)
    let words = ''
    for (const name of Object.keys(deck.files).filter((part) => part.endsWith('.xml')))
      words += (await deck.file(name)?.async('string')) ?? ''
    expect(words).toContain(problem)
    for (const said of ['Nordbank', 'For the board only', 'typeface="Georgia"', '00695C'])
      expect(words.toLowerCase()).toContain(said.toLowerCase())
    for (const kept of [asked, 'outside.example', '<script', 'alert(']) expect(words).not.toContain(kept)
    // The lines of the logo have become dots.
    const pictures = Object.keys(deck.files).filter((name) => name.startsWith('ppt/media/'))
    expect(pictures.filter((name) => name.endsWith('.png')).length).toBeGreaterThan(0)
    expect(pictures.filter((name) => name.endsWith('.svg'))).toEqual([])
  })

  await test.step('the answer is one step to take back', async () => {
    await screen.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Undo: Answer what a document asks' }).click()
    await page.keyboard.press('Control+e')
    await expect(slides).toHaveCount(shown - 1)
    await expect(form.getByLabel('Which problem does it solve?')).toBeVisible()
  })
})

/** A logo with a script and a picture from elsewhere: neither runs, is fetched or reaches a file. */
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><script>alert(1)</script><image href="http://outside.example/x.png" width="9" height="9"/><rect width="400" height="100" fill="#00695c"/></svg>'
const refusedFiles = [
  ['Logo', 'logo.png', 'this is no picture', /neither PNG nor JPEG.*Export it as PNG/],
  ['Logo', 'broken.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect', /cannot be drawn.*Export it as PNG/],
  ['PowerPoint template', 'deck.potx', 'PK broken', /damaged.*Save it again/],
  ['Word template', 'report.dotx', '', /empty/],
] as const

/** Chooses a file in the form; returns the place where the form answers. */
async function chosen(form: Locator, label: string, name: string, words: string): Promise<Locator> {
  const field = form.getByRole('region', { name: label })
  await field.locator('input').setInputFiles({ name, mimeType: '', buffer: Buffer.from(words) })
  return field
}

const saveButton = (screen: Locator): Locator => screen.getByRole('button', { name: /^Save as PowerPoint/ })

async function saved(studio: Studio, screen: Locator): Promise<Buffer> {
  if (isDesktop(studio)) {
    const path = join(studio.userData, 'deck.pptx')
    await studio.answerDialogs({ save: path })
    await saveButton(screen).click()
    await expect(screen.getByRole('status').filter({ hasText: 'Saved deck.pptx.' })).toBeVisible()
    return await readFile(path)
  }
  const [download] = await Promise.all([studio.page.waitForEvent('download'), saveButton(screen).click()])
  expect(download.suggestedFilename()).toBe('customer-support-agent-deck.pptx')
  return await readFile(await download.path())
}

/** Of the screen with its preview; the page inside runs no script, so it is looked at from without. */
async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .exclude('iframe')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
